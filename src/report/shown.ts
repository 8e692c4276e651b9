import { shownOutcomes } from '../chart/options/shown';
import type { Evaluation } from '../results/types';
import type { Html } from './markup';
import { joined, table, tag, text } from './markup';

/** Outcomes with more than one number an answer, option by option and level by level; nothing where there are none. */
export function shownSection(evaluation: Evaluation): Html {
  const outcomes = shownOutcomes(evaluation);
  if (outcomes.length === 0) return joined([]);
  return joined([
    tag('h2', {}, text('Answers of more than one number')),
    ...outcomes.flatMap(({ outcome, question, about, figures, distances }) => [
      tag('h3', {}, text(`${outcome} · ${question}`)),
      tag('p', { class: 'small muted' }, text(about)),
      ...figures.flatMap(({ table: data, caption }) => [
        ...(figures.length > 1 ? [tag('h4', {}, text(caption))] : []),
        table(data, `${outcome}: ${caption}, predicted and observed`, 2),
      ]),
      table(distances, `${outcome}: distances and what they are to be compared with`, 1),
    ]),
  ]);
}
