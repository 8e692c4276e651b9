import { expect } from 'chai';
import fc from 'fast-check';
import type { HumanRow } from '../../../../../src/data/types';
import { messageWriter } from '../../../../../src/simulate/messages';
import { makePlan } from '../../../../../src/simulate/plan';
import { runSettings } from '../../../../../src/simulate/settings';
import type { HeldOut } from '../../../../../src/simulate/strategies/fewShot/types';
import type { Study } from '../../../../../src/study/types';
import {
  aCondition,
  aContrast,
  aHumanRow,
  anOutcome,
  aNumericScale,
  aPerson,
  aStudy,
  humanData,
} from '../../../../fakes/builders';
import type { VignetteError } from '../../../../../src/util/errors';

const outcomes = ['tax', 'bus', 'dog', 'tea'];

/** Any design with any number of arms, with effects or without. */
const studies: fc.Arbitrary<Study> = fc
  .record({
    arms: fc.integer({ min: 1, max: 3 }),
    design: fc.constantFrom('between', 'within', 'mixed'),
    effects: fc.boolean(),
  })
  .map(({ arms, design, effects }) => {
    const conditions = ['a', 'b', 'c'].slice(0, arms);
    return aStudy({
      design,
      conditions: conditions.map((id, i) => aCondition(id, { control: i === 0, text: `Arm ${id}.` })),
      outcomes: outcomes.map((id) =>
        anOutcome(id, {
          question: `What of ${id}?`,
          ask: conditions,
          scale: aNumericScale({ min: 0, max: 9999 }),
        }),
      ),
      contrasts: effects && arms > 1 ? [aContrast({ outcome: 'tax', treatment: 'b', control: 'a' })] : [],
    });
  });

/** A code that stands for one answer and is found nowhere else; they go along with each other nowhere. */
const canary = (person: number, condition: number, outcome: number): number =>
  1000 + (((person * 100 + condition * 10 + outcome + 1) * 7919) % 8999);

const canaries = new Map(
  Array.from({ length: 1000 }, (_, i) => [Math.floor(i / 100), Math.floor(i / 10) % 10, i % 10] as const).map(
    (answer) => [canary(...answer), answer],
  ),
);

function rowsOf(study: Study, people: number): readonly HumanRow[] {
  return Array.from({ length: people }, (_, p) => {
    const person = aPerson(`p${p}`, { sex: p % 2 === 0 ? 'f' : 'm' });
    const seen = study.design === 'between' ? [p % study.conditions.length] : [...study.conditions.keys()];
    return seen.map((c) =>
      aHumanRow(
        person,
        study.conditions[c]?.id ?? '',
        Object.fromEntries(outcomes.map((id, o) => [id, canary(p, c, o)])),
      ),
    );
  }).flat();
}

describe('a prompt of few-shot', () => {
  it('never holds the answer that it asks for, one of the same cell, or one that is held out', () => {
    const held: HeldOut = ({ person, outcome }) => person.id === 'p1' || outcome === 'tea';
    const seen = { prompts: 0, shown: 0 };
    fc.assert(
      fc.property(
        studies,
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom([], ['sex']),
        fc.integer({ min: 1, max: 12 }),
        (study, people, by, k) => {
          const human = humanData(rowsOf(study, people));
          const settings = runSettings(study, {
            strategy: 'few-shot',
            fewShot: { k, by, similarity: 'bm25' },
          });
          let plan;
          try {
            plan = makePlan(study, human, settings, undefined, { heldOut: held });
          } catch (error) {
            expect((error as VignetteError).code).to.equal('strategy/no-examples');
            return;
          }
          const write = messageWriter(study, settings, plan.strategy);
          for (const task of plan.tasks()) {
            seen.prompts += 1;
            const text = write(task)
              .map(({ content }) => content)
              .join('\n');
            const answers = [...text.matchAll(/^Answer: (\d+)$/gm)].map(([, code]) => Number(code));
            seen.shown += answers.length;
            expect(answers.length).to.be.at.most(k);
            for (const code of answers) {
              const [p = NaN, c = NaN, o = NaN] = canaries.get(code) ?? [];
              expect([study.conditions[c]?.id, outcomes[o]]).not.to.deep.equal([
                task.condition,
                task.outcome,
              ]);
              expect(outcomes[o]).not.to.equal('tea');
              expect(p).not.to.equal(1);
              if (by.length === 0) expect(`p${p}`).to.equal(task.person.id);
            }
          }
        },
      ),
      { numRuns: 60, seed: 6 },
    );
    expect(seen.shown).to.be.greaterThan(200);
  });
});
