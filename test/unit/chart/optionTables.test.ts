import { expect } from 'chai';
import { shownOutcomes } from '../../../src/chart/options/shown';
import { sayValue, type DataTable } from '../../../src/chart/tables';
import type { Evaluation } from '../../../src/results/types';
import { aConjointCell, aMultiselectCell, anAllocateCell, aRankCell } from '../../fakes/optionBuilders';
import { anEvaluation } from '../../fakes/resultsBuilders';

const outcome = (id: string, type: string) =>
  ({ id, question: `About ${id}?`, type, higher: null, role: 'primary' }) as const;

const outcomes = [outcome('order', 'rank'), outcome('use', 'multiselect'), outcome('spend', 'allocate')];

const shown = (change: Partial<Evaluation>) => shownOutcomes(anEvaluation({ outcomes, ...change }));

/** A row with the names of its columns. */
function said({ columns, rows }: DataTable, at = 0): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.map((column, place) => [column.name, sayValue(column, rows[at]?.[place] ?? null)]),
  );
}

describe('the tables of answers on several options', () => {
  it('stand in the order of the study', () => {
    const change = { multiselect: [aMultiselectCell()], rank: [aRankCell()], allocate: [anAllocateCell()] };
    expect(shown(change).map((each) => each.outcome)).to.deep.equal(['order', 'use', 'spend']);
    expect(shown({})).to.deep.equal([]);
  });

  it('show the figures of every option, and people alone', () => {
    const [use] = shown({ multiselect: [aMultiselectCell()] });
    expect(said(use?.figures[0]?.table as DataTable, 1)).to.deep.equal({
      Condition: 'No advertising, no tracking',
      Option: '2 Pool',
      predicted: '30.0',
      observed: '25.0',
      'low 95 %': '19.5',
      'high 95 %': '31.4',
      'pred. − obs.': '+5.0',
    });
    expect(said(use?.people as DataTable)).to.include({ Option: '1 Park', observed: '50.0', n: '200' });
  });

  it('show the distance of each cell with its floor, baselines and what its scale adds', () => {
    const [order] = shown({ rank: [aRankCell()] });
    expect(said(order?.distances as DataTable)).to.include({
      'mean rank difference': '.100',
      floor: '.020',
      q95: '.040',
      p: '.004',
      uniform: '.200',
      tau: '–',
      footrule: '.500',
      'same people: tau': '−0.20',
      'n predicted': '150',
    });
    const [spend] = shown({ allocate: [anAllocateCell()] });
    expect(said(spend?.distances as DataTable)).to.include({
      L1: '.100',
      'don’t know %, observed': '2.0',
      'same people: L1': '.400',
    });
  });

  it('show predictions alone where there are no people', () => {
    const cell = aMultiselectCell({
      nObserved: 0,
      options: [{ code: 1, label: null, observed: null, predicted: 0.5, interval: null }],
      distance: null,
      floor: null,
      baselines: {},
      people: null,
    });
    const [use] = shown({ multiselect: [cell] });
    expect(use?.people).to.equal(undefined);
    expect(use?.figures[0]?.table.columns.map(({ name }) => name)).to.deep.equal([
      'Condition',
      'Option',
      'predicted',
    ]);
    expect(said(use?.figures[0]?.table as DataTable)).to.include({ Option: '1', predicted: '50.0' });
  });

  it('show a conjoint by its marginal means and effects', () => {
    const [car] = shownOutcomes(
      anEvaluation({ outcomes: [outcome('car', 'choice')], conjoint: [aConjointCell()] }),
    );
    expect(car?.about).to.contain('Intervals of effects: CR1 by respondent, 200 clusters.');
    expect(said(car?.figures[0]?.table as DataTable, 1)).to.deep.equal({
      Condition: 'No advertising, no tracking',
      Level: 'Price: high price',
      predicted: '40.0',
      observed: '45.0',
      'low 95 %': '40.0',
      'high 95 %': '50.0',
      'pred. − obs.': '−5.0',
    });
    expect(car?.figures[1]?.table.rows).to.have.length(1);
    expect(said(car?.figures[1]?.table as DataTable)).to.include({ predicted: '−20.0', observed: '−10.0' });
    expect(said(car?.distances as DataTable)).to.include({
      'marginal mean difference': '.050',
      'same task: agreement %': '60.0',
      'tasks predicted': '300',
    });
    expect(said(car?.people as DataTable)).to.include({ observed: '55.0', alternatives: '400' });
  });
});
