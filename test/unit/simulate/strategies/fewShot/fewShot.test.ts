import { expect } from 'chai';
import type { HumanData } from '../../../../../src/data/types';
import { makePlan } from '../../../../../src/simulate/plan';
import { runSettings } from '../../../../../src/simulate/settings';
import { plainFewShot } from '../../../../../src/study/strategies';
import type { FewShot, Study } from '../../../../../src/study/types';
import type { FewShotWorld } from '../../../../../src/simulate/strategies/fewShot/types';
import {
  aCondition,
  aContrast,
  aHumanRow,
  anOutcome,
  aPerson,
  aStudy,
  humanData,
} from '../../../../fakes/builders';
import { rejection } from '../../../../fakes/rejection';

/** A survey: one condition, four questions, no effect. */
const survey = aStudy({
  conditions: [aCondition('all', { text: '' })],
  outcomes: [
    anOutcome('tax', { question: 'Should taxes on income rise?', ask: ['all'] }),
    anOutcome('wealth', { question: 'Should taxes on wealth rise?', ask: ['all'] }),
    anOutcome('bus', { question: 'How often do you take the bus?', ask: ['all'] }),
    anOutcome('dog', { question: 'Do you like dogs?', ask: ['all'] }),
  ],
});

/** Answers that go along with each other nowhere. */
const answers = [
  { tax: 1, wealth: 7, bus: 3, dog: 2 },
  { tax: 5, wealth: 6, bus: 7, dog: 3 },
  { tax: 7, wealth: 2, bus: 4, dog: 7 },
  { tax: 2, wealth: 3, bus: 1, dog: 5 },
  { tax: 4, wealth: 6, bus: 6, dog: 1 },
];

const people = answers.map((_, i) => aPerson(`p${i}`, { age: i % 2 === 0 ? 'old' : 'young' }));
const human = humanData(people.map((person, i) => aHumanRow(person, 'all', answers[i] ?? {})));

function planOf(study: Study, data: HumanData | undefined, fewShot: Partial<FewShot>, world?: FewShotWorld) {
  const settings = runSettings(study, { strategy: 'few-shot', fewShot: { ...plainFewShot, ...fewShot } });
  return makePlan(study, data, settings, undefined, world);
}

/** What is shown to a person before an outcome. */
function examples(
  [person, condition, outcome]: readonly [string, string, string],
  { study = survey, data = human, fewShot = {}, world = {} }: Partial<Parts> = {},
) {
  const plan = planOf(study, data, fewShot, world);
  const task = [...plan.tasks()].find(
    (each) => each.person.id === person && each.condition === condition && each.outcome === outcome,
  );
  if (task === undefined || plan.strategy.kind !== 'model') throw new Error('not asked');
  return plan.strategy.examples?.(task) ?? { text: '', shown: [] };
}

interface Parts {
  readonly study: Study;
  readonly data: HumanData;
  readonly fewShot: Partial<FewShot>;
  readonly world: FewShotWorld;
}

describe('the examples of few-shot', () => {
  it('are the most similar other questions that the person answered', () => {
    expect(examples(['p0', 'all', 'tax'], { fewShot: { k: 2 } }).shown).to.deep.equal([
      'p0 all wealth',
      'p0 all bus',
    ]);
  });

  it('stand in words with the answer as it is to be given', () => {
    expect(examples(['p0', 'all', 'tax'], { fewShot: { k: 1 } }).text).to.equal(
      'What this respondent answered to other questions:\n\nShould taxes on wealth rise?\nAnswer: 7',
    );
  });

  it('follow the vectors where questions are compared by embeddings', () => {
    const vectors = new Map(
      survey.outcomes.map(({ id, question }) => [question, ['tax', 'dog'].includes(id) ? [1, 0] : [0, 1]]),
    );
    const fewShot = { k: 1, similarity: 'embeddings' } as const;
    expect(examples(['p0', 'all', 'tax'], { fewShot, world: { vectors } }).shown).to.deep.equal([
      'p0 all dog',
    ]);
  });

  it('come from people who are alike where the person has none', () => {
    const data = humanData(
      human.rows.map((row, i) => (i === 0 ? aHumanRow(row.person, 'all', { tax: 1 }) : row)),
    );
    const { shown } = examples(['p0', 'all', 'tax'], { data, fewShot: { k: 9, by: ['age'] } });
    expect(shown.map((id) => id.split(' ')[2]).sort()).to.deep.equal(['bus', 'dog', 'wealth']);
    expect(shown.every((id) => /^p[24] /.test(id))).to.equal(true);
  });
});

describe('what few-shot never shows', () => {
  const all = { fewShot: { k: 50, by: ['age'] } } as const;

  it('what is held out', () => {
    const world: FewShotWorld = { heldOut: ({ person, outcome }) => person.id === 'p0' || outcome === 'bus' };
    const { shown } = examples(['p0', 'all', 'tax'], { ...all, world });
    expect(shown.length).to.equal(2);
    expect(shown.some((id) => id.startsWith('p0') || id.endsWith('bus'))).to.equal(false);
  });

  it('another item of the same matrix, and another part of the same score', () => {
    const study = {
      ...survey,
      outcomes: survey.outcomes.map((outcome) =>
        ['tax', 'wealth'].includes(outcome.id)
          ? { ...outcome, matrix: { outcome: 'fiscal', item: outcome.id } }
          : outcome,
      ),
      scores: [{ id: 'sum', of: ['tax', 'bus'], reverse: [], combine: 'mean' as const }],
    };
    expect(examples(['p0', 'all', 'tax'], { ...all, study }).shown).to.deep.equal(['p0 all dog']);
  });

  it('an outcome that goes along with the one that is asked, of either sign', () => {
    const data = humanData(
      people.map((person, i) => aHumanRow(person, 'all', { ...answers[i], dog: 8 - (answers[i]?.tax ?? 0) })),
    );
    expect(examples(['p0', 'all', 'tax'], { ...all, data }).shown).to.deep.equal([
      'p0 all wealth',
      'p0 all bus',
    ]);
  });
});

describe('few-shot where an effect is predicted', () => {
  const outcomes = ['choice', 'mood'].map((id) => anOutcome(id));
  const between = aStudy({ outcomes, contrasts: [aContrast(), aContrast({ outcome: 'mood' })] });
  const groups = humanData(
    [0, 1, 2, 3, 4, 5].map((i) =>
      aHumanRow(aPerson(`p${i}`, { sex: 'f' }), i < 3 ? 'gain' : 'loss', {
        choice: [1, 5, 3, 2, 7, 4][i] ?? 0,
        mood: [4, 2, 6, 5, 3, 6][i] ?? 0,
      }),
    ),
  );

  it('shows both arms of a between design the same: answers of others in the control condition to other outcomes', () => {
    const fewShot = { k: 9, by: ['sex'] };
    for (const [person, condition] of [
      ['p0', 'gain'],
      ['p3', 'loss'],
    ] as const) {
      const { shown } = examples([person, condition, 'choice'], { study: between, data: groups, fewShot });
      expect(shown.length).to.equal(1);
      expect(shown[0]).to.match(/^p[0-2] gain mood$/);
      expect(shown[0]).not.to.include(person);
    }
  });

  it('ends before anything is asked where nobody has an answer that may be shown', async () => {
    const refused = await rejection(Promise.resolve().then(() => planOf(between, groups, {})));
    expect(refused.code).to.equal('strategy/no-examples');
  });

  it('shows in a within design what the person answered in the other conditions', () => {
    const one = aPerson('p0');
    const data = humanData([
      aHumanRow(one, 'gain', { choice: 3, mood: 5 }),
      aHumanRow(one, 'loss', { choice: 6, mood: 2 }),
    ]);
    const study = { ...between, design: 'within' as const };
    expect(examples(['p0', 'loss', 'choice'], { study, data }).shown).to.deep.equal([
      'p0 gain choice',
      'p0 gain mood',
    ]);
  });

  it('counts who is asked without examples', () => {
    const rows = groups.rows.map((row, i) =>
      i === 3 ? aHumanRow(aPerson('p3', { sex: 'm' }), 'loss', { choice: 2 }) : row,
    );
    const plan = planOf(between, humanData(rows), { by: ['sex'] });
    expect(plan.warnings).to.deep.equal([
      '1 of 11 answers are asked without examples, since no answer may be shown there.',
    ]);
  });
});
