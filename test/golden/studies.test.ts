import { createReadStream, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { joinStudy } from '../../src/data/join';
import type { HumanData } from '../../src/data/types';
import { evaluate } from '../../src/evaluate/evaluate';
import type { Evaluation } from '../../src/evaluate/types';
import { csvTable } from '../../src/formats/csv';
import { readStudy } from '../../src/study/read';
import type { Study } from '../../src/study/types';
import { codesOf } from '../../src/study/scales';
import { aCondition, aContrast, aHumanRow, anOutcome, aPerson, aStudy, humanData } from '../fakes/builders';
import { aBaselineRun, anAnswer } from '../unit/evaluate/builders';

/** Figures of the human data that were computed elsewhere, with pandas and statsmodels. */
interface Expected {
  readonly control: string;
  readonly outcomes: Record<
    string,
    {
      readonly conditions: Record<string, { n: number; mean: number; sd: number; counts: Record<string, number> }>;
      readonly effects: Record<string, { estimate: number; se: number; n: number }>;
    }
  >;
}

const folder = join(__dirname, '../fixtures/studies');
const examples = join(__dirname, '../../examples');

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expected;
}

/** One record a cell, so that every cell is evaluated. */
function evaluated(study: Study, human: HumanData): Evaluation {
  const records = study.outcomes.flatMap((outcome) =>
    outcome.ask.map((condition, index) => {
      const code = codesOf(outcome.scale)[0] ?? 0;
      return anAnswer(index, 'nobody', condition, code, outcome.id);
    }),
  );
  return evaluate(study, human, records, aBaselineRun());
}

/** Rounded by six decimals in the file. */
const rounding = 6e-7;

function agrees(evaluation: Evaluation, expected: Expected, outcomes: Readonly<Record<string, string>> = {}): number {
  let compared = 0;
  for (const [outcome, { conditions, effects }] of Object.entries(expected.outcomes)) {
    for (const [condition, figures] of Object.entries(conditions)) {
      const cell = evaluation.cells.find(
        (each) => each.condition === condition && each.outcome === (outcomes[outcome] ?? outcome),
      );
      expect(cell?.nObserved, `n of ${condition}`).to.equal(figures.n);
      const counts = Object.entries(cell?.observed ?? {}).map(([code, share]) => [code, Math.round(share * figures.n)]);
      expect(Object.fromEntries(counts.filter(([, count]) => count !== 0))).to.deep.equal(
        Object.fromEntries(Object.entries(figures.counts).filter(([, count]) => count !== 0)),
      );
      const mean = Object.entries(cell?.observed ?? {}).reduce((sum, [code, share]) => sum + Number(code) * share, 0);
      expect(mean).to.be.closeTo(figures.mean, rounding);
      compared += 1;
    }
    for (const [treatment, figures] of Object.entries(effects)) {
      const effect = evaluation.effects.find(
        (each) => each.treatment === treatment && each.outcome === (outcomes[outcome] ?? outcome),
      );
      expect(effect?.observed?.estimate, `effect of ${treatment}`).to.be.closeTo(figures.estimate, rounding);
      expect(effect?.observed?.se, `se of ${treatment}`).to.be.closeTo(figures.se, rounding);
      compared += 1;
    }
  }
  return compared;
}

/** A study with the expected counts as its data. */
function fromCounts(expected: Expected): { study: Study; human: HumanData } {
  const [first] = Object.values(expected.outcomes);
  const conditions = Object.keys(first?.conditions ?? {});
  const outcomes = Object.entries(expected.outcomes).map(([id, of]) => {
    const codes = new Set(Object.values(of.conditions).flatMap(({ counts }) => Object.keys(counts).map(Number)));
    const options = [...codes].sort((a, b) => a - b).map((code) => ({ code, label: undefined }));
    return anOutcome(id, { ask: conditions, scale: { type: 'ordinal', options, dontKnow: undefined } });
  });
  const contrasts = Object.entries(expected.outcomes).flatMap(([outcome, { effects }]) =>
    Object.keys(effects).map((treatment) => {
      const { control } = expected;
      return aContrast({ id: `${treatment}-${control}`, outcome, treatment, control });
    }),
  );
  const rows = Object.entries(expected.outcomes).flatMap(([outcome, of]) =>
    Object.entries(of.conditions).flatMap(([condition, { counts }]) =>
      Object.entries(counts).flatMap(([code, count]) =>
        Array.from({ length: count }, (_, index) =>
          aHumanRow(aPerson(`${outcome} ${condition} ${code} ${index}`), condition, { [outcome]: Number(code) }),
        ),
      ),
    ),
  );
  const study = aStudy({ conditions: conditions.map((id) => aCondition(id)), outcomes, contrasts });
  return { study, human: humanData(rows) };
}

describe('golden human figures of published experiments', () => {
  const names = readdirSync(folder).map((file) => file.replace('.json', ''));
  it('has all seven studies', () => expect(names).to.have.length(7));
  for (const name of names) {
    it(`reproduces counts, means and effects of ${name} from its counts`, () => {
      const expected = expectedOf(name);
      const { study, human } = fromCounts(expected);
      expect(agrees(evaluated(study, human), expected)).to.be.greaterThan(2);
    });
  }

  const bundled = [
    ['asian-disease', 'lucid_asian_disease'],
    ['welfare-wording', 'lucid_welfare_wording'],
    ['privacy-ads', 'twin_privacy_ads'],
  ] as const;
  for (const [example, name] of bundled) {
    it(`reproduces them from the data file of the bundled ${example}`, async () => {
      const base = join(examples, example, example);
      const { study } = readStudy(readFileSync(`${base}.study.yaml`, 'utf8'));
      const table = await csvTable(() => createReadStream(`${base}.csv`), {});
      const human = await joinStudy(study, table, 'hash');
      const conditions = Object.keys(Object.values(expectedOf(name).outcomes)[0]?.conditions ?? {});
      expect(study.conditions.map(({ id }) => id)).to.have.members(conditions);
      expect(agrees(evaluated(study, human), expectedOf(name))).to.be.greaterThan(2);
    });
  }

  it('finds the framing effect of .23905 with a standard error of .022818', () => {
    const { study, human } = fromCounts(expectedOf('lucid_asian_disease'));
    const [effect] = evaluated(study, human).effects;
    expect(effect?.observed?.estimate).to.be.closeTo(0.23905, rounding);
    expect(effect?.observed?.se).to.be.closeTo(0.022818, rounding);
    expect(effect?.observed?.points).to.be.closeTo(23.905, 6e-5);
  });
});
