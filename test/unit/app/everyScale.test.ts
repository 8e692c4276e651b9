import { expect } from 'chai';
import { evaluate } from '../../../src/app/evaluate';
import { report } from '../../../src/app/report';
import { simulate } from '../../../src/app/simulate';
import { readResults } from '../../../src/results/file';
import type { Evaluation } from '../../../src/results/types';
import { appWorld, framingProject, type AppWorld } from '../../fakes/appServices';
import { everyScalePeople, everyScaleSurvey, firstReply } from '../../fakes/everyScale';
import { fakeModel } from '../../fakes/fakeModel';

/** A model that says 0, 1, 4, "1", "1, 2, 3", "5, 3, 2" and takes the first alternative, whoever is asked. */
function world(): AppWorld {
  return appWorld({
    model: () => fakeModel({ reply: firstReply }),
    files: {
      '/p/every.study.yaml': everyScaleSurvey.replace(', respondents: 12', ''),
      '/p/people.csv': everyScalePeople,
      '/p/vignette.yaml': framingProject,
    },
  });
}

const cellOf = <T extends { readonly outcome: string; readonly condition: string }>(
  cells: readonly T[],
  outcome: string,
): T => {
  const found = cells.find((cell) => cell.outcome === outcome && cell.condition === 'plain');
  if (found === undefined) throw new Error(`no cell of ${outcome}`);
  return found;
};

describe('a study with every type of scale, from its simulation to its report', () => {
  let one: AppWorld;
  let run: Awaited<ReturnType<typeof simulate>>;
  let evaluation: Evaluation;

  before(async () => {
    one = world();
    run = await simulate(one.services, { study: 'every.study.yaml' }, one.signals, one.report);
    evaluation = readResults(one.files.text(run.results ?? '')).evaluation;
  });

  it('answers everything', () => {
    // Four people answer ten questions and two tasks each; `why`, which nobody answered, is asked of all in both conditions.
    expect(run).to.include({ complete: true, answers: 4 * 10 + 4 * 2 + 8, failed: 0 });
  });

  it('has W of answers with an order, p1 and p2 being the people of the condition', () => {
    const stated = (outcome: string) => cellOf(evaluation.cells, outcome).w1?.stated;
    expect(stated('vote')).to.equal(0.5);
    expect(stated('trust')).to.equal(0.5);
    expect(stated('years')).to.equal(0.1111);
    expect([stated('views.park'), stated('views.pool')]).to.deep.equal([0.5, 0.5]);
    expect(cellOf(evaluation.cells, 'party')).to.include({ w1: null, tvd: 0.5 });
  });

  it('has W of words as the rubric codes them, and says which words nothing codes', () => {
    expect(cellOf(evaluation.cells, 'mood').w1?.stated).to.equal(0.5);
    expect(evaluation.warnings).to.include(
      'evaluate/not-evaluated: Simulated and not evaluated: why, answered in words that no `rubric` codes. The answers are in the run.',
    );
  });

  it('has inclusion of ticked options', () => {
    // p1 ticks 1, p2 ticks 1 and 2; the model ticks 1 for both. Of seven sets of at most two, three hold an option.
    const use = cellOf(evaluation.multiselect, 'use');
    expect(use.options.map(({ observed }) => observed)).to.deep.equal([1, 0.5, 0]);
    expect(use).to.include({ distance: 0.1667, largest: 0.5, jaccard: 0.6667 });
    expect(use.people).to.deep.equal({ n: 2, jaccard: 0.75, exact: 0.5 });
    expect(use.baselines['uniform']?.distance).to.equal(0.3571);
    expect(use.baselines['pooled']?.distance).to.equal(0.6667);
  });

  it('has mean ranks', () => {
    const order = cellOf(evaluation.rank, 'order');
    expect(order.options.map(({ observed }) => observed)).to.deep.equal([1.5, 1.5, 3]);
    expect(order.options.map(({ predicted }) => predicted)).to.deep.equal([1, 2, 3]);
    expect(order).to.include({ distance: 0.3333, tau: 0.8165, footrule: 0.25, firstTvd: 0.5 });
    expect(order.people).to.deep.equal({ n: 2, tau: 0.6667, footrule: 0.25 });
  });

  it('has mean shares of a total', () => {
    const spend = cellOf(evaluation.allocate, 'spend');
    expect(spend.options.map(({ observed }) => observed)).to.deep.equal([0.75, 0.25, 0]);
    expect(spend.options.map(({ predicted }) => predicted)).to.deep.equal([0.5, 0.3, 0.2]);
    expect(spend).to.include({ distance: 0.5, total: 10 });
  });

  it('has marginal means and effects of a conjoint, whose tasks are those of the people', () => {
    // People take the low price in three of four tasks, the large size too; the first alternative has each in two.
    const { levels, distance, agreement, tasks } = cellOf(evaluation.conjoint, 'pool');
    const [low, high, small, large] = levels;
    expect(levels.map(({ mean }) => mean.observed?.estimate)).to.deep.equal([0.75, 0.25, 0.25, 0.75]);
    expect(levels.map(({ mean }) => mean.predicted)).to.deep.equal([0.5, 0.5, 0.5, 0.5]);
    expect([low?.amce, small?.amce]).to.deep.equal([null, null]);
    expect(high?.amce).to.deep.include({ predicted: 0 });
    expect(high?.amce?.observed?.estimate).to.equal(-0.5);
    expect(large?.amce?.observed?.estimate).to.equal(0.5);
    expect(distance).to.equal(0.25);
    expect(agreement).to.deep.equal({ n: 4, share: 0.75 });
    expect(tasks).to.deep.equal({ observed: 4, predicted: 4 });
  });

  it('has the effect of the condition on each option', () => {
    // Both people in plain tick the park and none in tight does; the model ticks it in both.
    const on = (outcome: string) =>
      evaluation.effects
        .filter((effect) => effect.outcome === outcome)
        .map(({ observed }) => observed?.estimate);
    expect(on('use')).to.deep.equal([-1, 0, 1]);
    expect(on('order')).to.deep.equal([0, 0, 0]);
    expect(on('spend')).to.deep.equal([-0.55, 0.2, 0.35]);
    const [park] = evaluation.effects.filter(({ outcome }) => outcome === 'use');
    expect(park).to.deep.include({ id: 'tight-plain.share-1', form: 'share choosing Park' });
    expect(park?.predicted?.estimate).to.equal(0);
  });

  it('is evaluated from the run as it stands in its results file', async () => {
    const found = await evaluate(one.services, { run: run.run }, one.signals.stop);
    expect(found.multiselect[0]?.distance).to.be.closeTo(1 / 6, 1e-12);
    expect(found.rank[0]?.distance).to.be.closeTo(1 / 3, 1e-12);
    expect(found.allocate[0]?.distance).to.be.closeTo(0.5, 1e-12);
    expect(found.conjoint[0]?.distance).to.be.closeTo(0.25, 1e-12);
    expect(found.warnings).to.deep.equal(evaluation.warnings);
    expect(found.gates.find(({ gate }) => gate === 'parse-rate')).to.include({ status: 'pass', value: 1 });
  });

  it('is shown whole in the report', async () => {
    const made = await report(one.services, { runs: [run.run], out: 'r.html' }, one.signals.stop);
    const html = one.files.text(made.out);
    for (const { id, question } of evaluation.outcomes.filter((outcome) => outcome.id !== 'why'))
      expect(html, id).to.contain(`<h3>${id} · ${question.replaceAll('\n', ' ').split(' ')[0]}`);
    for (const said of ['inclusion error', 'mean rank difference', 'L1', 'Price: 5 euros', 'not-evaluated'])
      expect(html, said).to.contain(said);
  });
});
