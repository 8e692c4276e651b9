import { shownOutcomes } from '../../../src/chart/options/shown';
import type { Results } from '../../../src/results/types';
import { h } from '../../shared/dom';
import { tableElement } from '../../shared/table';

/** Outcomes with more than one number an answer, option by option and level by level. */
export function shown({ evaluation }: Results): readonly Node[] {
  return shownOutcomes(evaluation).map(({ outcome, question, about, figures, distances }) =>
    h(
      'section',
      { class: 'fig' },
      h('h2', {}, `${outcome} · ${question}`),
      h('p', { class: 'small muted' }, about),
      ...figures.flatMap(({ table, caption }) => [
        ...(figures.length > 1 ? [h('h3', {}, caption)] : []),
        tableElement(table, `${outcome}: ${caption}, predicted and observed`),
      ]),
      tableElement(distances, `${outcome}: distances and what they are to be compared with`),
    ),
  );
}
