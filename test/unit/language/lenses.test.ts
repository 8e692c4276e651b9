import { expect } from 'chai';
import { lenses } from '../../../src/language/lenses';
import type { Environment, PlanEstimate } from '../../../src/language/types';
import { readStudy } from '../../../src/study/read';
import { aBinaryCell, anEvaluation, aResults, withoutHumans } from '../../fakes/resultsBuilders';
import { changed, GOOD } from '../study/texts';
import { anEnvironment } from './places';

const STUDY = 'file:///s.study.yaml';
const ONE = changed(
  '  trust:\n    question: How much do you trust this?\n    scale: agree7\n',
  '',
  changed('scales:\n  agree7: {type: ordinal, points: 7, labels: {1: Disagree, 7: Agree}}\n', ''),
);

function plan(change: Partial<PlanEstimate['byCondition'][number]> = {}): PlanEstimate {
  return {
    byCondition: ['gain', 'loss'].map((condition) => ({
      condition,
      people: 75,
      questions: 1,
      cached: 0,
      seconds: [18, 22] as const,
      usd: [0, 0] as const,
      ...change,
    })),
  };
}

function results(
  stale: readonly string[],
  cells = ['gain', 'loss'].map((condition) => aBinaryCell({ condition, outcome: 'choice' })),
): Environment['results'] {
  return { name: 'run', results: aResults({ evaluation: anEvaluation({ cells }) }), stale };
}

const titles = (text: string, environment: Partial<Environment> = {}): readonly string[] =>
  lenses(readStudy(text), anEnvironment(environment), STUDY).map(
    ({ range, title }) => `${range.start.line + 1} ${title}`,
  );

describe('lenses', () => {
  it('offer what can be done, with the arithmetic of a run', () => {
    expect(titles(ONE, { plan: plan() })).to.deep.equal([
      '1 ▶ Simulate study · 2 × 75 = 150 answers · 0 cached · free · ~40 s',
      '1 Show distributions',
      '1 Preview prompt',
      '1 Compare runs…',
      '8 ▶ Simulate condition · 75 × 1 = 75 answers · 0 cached · free · ~20 s',
      '8 Show distributions',
      '9 ▶ Simulate condition · 75 × 1 = 75 answers · 0 cached · free · ~20 s',
      '9 Show distributions',
      '11 Show distributions',
    ]);
  });

  it('are there before anything is known', () => {
    expect(titles(ONE)).to.include('1 ▶ Simulate study').and.include('8 ▶ Simulate condition');
  });

  it('multiply conditions, questions and people, and add people where they differ', () => {
    const three = plan({ questions: 3, people: 500, usd: [0.06, 0.15] });
    expect(titles(ONE, { plan: three })[0]).to.equal(
      '1 ▶ Simulate study · 2 × 3 × 500 = 3,000 answers · 0 cached · $0.12–0.30 · ~40 s',
    );
    const [a, b] = plan().byCondition;
    const uneven = {
      byCondition: [
        { ...a!, people: 900 },
        { ...b!, people: 913, cached: 6, usd: null, seconds: null },
      ],
    };
    expect(titles(ONE, { plan: uneven })[0]).to.equal(
      '1 ▶ Simulate study · 1,813 × 1 = 1,813 answers · 6 cached · cost unknown',
    );
  });

  it('say what is up to date, and what the study has left behind', () => {
    const found = titles(ONE, { plan: plan(), results: results(['loss']) });
    expect(found).to.include('8 ✓ Up to date · W .048 (floor .019, q95 .045)');
    expect(found).to.include.members([
      '9 ▶ Simulate condition · 75 × 1 = 75 answers · 0 cached · free · ~20 s',
      '9 study changed since: run what is missing',
    ]);
  });

  it('need every question of a condition to call it up to date', () => {
    expect(titles(GOOD, { results: results([]) })).to.include('10 ▶ Simulate condition');
  });

  it('count answers where there are no human ones', () => {
    const cells = ['gain', 'loss'].map((condition) =>
      withoutHumans(aBinaryCell({ condition, outcome: 'choice' })),
    );
    expect(titles(ONE, { results: results([], cells) })).to.include(
      '8 ✓ Up to date · 877 answers, no human data',
    );
  });

  it('do not offer to simulate a study with errors', () => {
    const found = titles(changed('tilte', 'tilte', ONE.replace('title', 'tilte')));
    expect(found[0]).to.equal('1 1 error to mend before simulating');
    expect(found.some((title) => title.includes('▶'))).to.equal(false);
  });

  it('carry their target as plain data', () => {
    const found = lenses(readStudy(ONE), anEnvironment(), STUDY).map(({ command }) => command);
    expect(found[0]).to.deep.equal({ id: 'vignette.simulateStudy', arguments: [{ study: STUDY }] });
    expect(found[4]).to.deep.equal({
      id: 'vignette.simulateCondition',
      arguments: [{ study: STUDY, condition: 'gain' }],
    });
    expect(found[8]).to.deep.equal({
      id: 'vignette.showDistributions',
      arguments: [{ study: STUDY, outcome: 'choice' }],
    });
  });

  it('are none in a text that is no study', () => {
    expect(titles('')).to.deep.equal([]);
  });
});
