import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { evaluate } from '../../src/evaluate/evaluate';
import { checkData } from '../../src/data/check';
import { joinStudy } from '../../src/data/join';
import { profileTable } from '../../src/data/profiling/profile';
import { wantedOf } from '../../src/data/profiling/wanted';
import type { HumanData, Table } from '../../src/data/types';
import { csvTable } from '../../src/formats/csv';
import { readStudy } from '../../src/study/read';
import { renderStimulus } from '../../src/study/render';
import type { Contrast, Study } from '../../src/study/types';
import { aRecord, aRun } from '../unit/evaluate/builders';
import { studyText } from './convert';
import { readNeutral, type Neutral, type NeutralEffect } from './neutral';

/** Real studies that lie beside the repository; their texts are not part of it. */
const folder = join(__dirname, '../../../shared/studies');
const names = existsSync(folder)
  ? readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];

interface Figures {
  readonly n: number;
  readonly mean: number;
}

function tableOf(name: string): Promise<Table> {
  return csvTable(() => createReadStream(join(folder, name, 'data.csv')));
}

function figures(values: readonly number[]): Figures {
  const sum = values.reduce((total, value) => total + value, 0);
  return { n: values.length, mean: sum / values.length };
}

/** The condition of the study file that a condition of the neutral form is. */
function conditionId({ factors }: Neutral, study: Study, condition: Neutral['conditions'][number]): string {
  if (!study.crossed) return condition.id;
  return (factors ?? []).map(({ id }) => String(condition.factors?.[id])).join('.');
}

/** Whether each alternative with this level was chosen. */
function ofLevel(human: HumanData, study: Study, attribute: string, level: string): Figures {
  const { scale } = study.outcomes[0] ?? {};
  const at = scale?.type === 'choice' ? scale.attributes.findIndex(({ id }) => id === attribute) : -1;
  const shown = human.choices
    .flatMap(({ alternatives }) => alternatives)
    .filter(({ levels }) => levels[at] === level);
  return figures(shown.map(({ chosen }) => (chosen ? 1 : 0)));
}

function ofCell(human: HumanData, outcome: string, condition: string, item?: string): Figures {
  const rows = human.rows.filter((row) => row.condition === condition && (item ?? row.item) === row.item);
  return figures(rows.flatMap(({ answers }) => answers.get(outcome) ?? []));
}

/** The same counted from the cells of the file. */
async function counted(
  name: string,
  keys: readonly string[],
  outcome: string,
): Promise<ReadonlyMap<string, Figures>> {
  const table = await tableOf(name);
  const places = [...keys, outcome].map((key) => table.columns.indexOf(key));
  const values = new Map<string, number[]>();
  for await (const cells of table.rows()) {
    const [answer = '', ...key] = places.map((place) => cells[place] ?? '').reverse();
    const own = values.get(key.join()) ?? [];
    values.set(key.join(), own);
    if (answer !== '') own.push(Number(answer));
  }
  return new Map([...values].map(([key, all]) => [key, figures(all)]));
}

function expectFigures(found: Figures, expected: Figures, of: string): void {
  expect(found.n, `n of ${of}`).to.equal(expected.n);
  expect(found.mean, `mean of ${of}`).to.be.closeTo(expected.mean, 6e-7);
}

function isOf(contrast: Contrast, effect: NeutralEffect, kind: Contrast['of']['kind']): boolean {
  const { treatment, control } = effect.contrast ?? effect;
  return (
    contrast.of.kind === kind &&
    contrast.outcome === effect.outcome.split('=')[0] &&
    contrast.treatment === String(treatment) &&
    contrast.control === String(control) &&
    contrast.published?.estimate === effect.estimate
  );
}

describe('real studies as study files', () => {
  if (names.length === 0) it.skip('needs ../shared/studies beside the repository');

  for (const name of names)
    describe(name, () => {
      const { study: neutral, expected, sd } = readNeutral(join(folder, name));
      const document = readStudy(studyText(neutral, sd));
      const { study } = document;
      let human: HumanData;
      before(async () => {
        human = await joinStudy(study, await tableOf(name), 'hash');
      });

      it('has no error, by itself and against its data', async () => {
        const profile = await profileTable(await tableOf(name), 'data.csv', wantedOf(study));
        const errors = [...document.diagnostics, ...checkData(document, profile)].filter(
          ({ severity }) => severity === 'error',
        );
        expect(errors.map(({ code, message }) => `${code}: ${message}`)).to.deep.equal([]);
      });

      if (neutral.attributes)
        it('has the marginal means of the attribute that the conditions vary', () => {
          // The published figures are unweighted.
          const choices = human.choices.map((choice) => ({
            ...choice,
            person: { ...choice.person, weight: 1 },
          }));
          const replayed = choices.map(({ person, condition, outcome, task, alternatives }, index) => ({
            ...aRecord(
              index,
              person.id,
              condition,
              {
                kind: 'answer',
                code: alternatives.findIndex(({ chosen }) => chosen) + 1,
                probabilities: undefined,
                mass: undefined,
              },
              outcome,
            ),
            draw: task - 1,
            profiles: alternatives.map(({ levels }) => levels),
          }));
          const { conjoint } = evaluate(study, { ...human, choices, weighted: false }, replayed, aRun());
          const means = conjoint[0]?.levels.flatMap(({ mean, shownObserved }) =>
            mean.observed ? [{ n: shownObserved, mean: Number(mean.observed.estimate.toFixed(6)) }] : [],
          );
          for (const { conditions } of Object.values(expected.outcomes))
            for (const { n, mean } of Object.values(conditions)) expect(means).to.deep.include({ n, mean });
          expect(conjoint[0]?.distance).to.equal(0);
          expect(conjoint[0]?.agreement).to.deep.equal({ n: human.choices.length, share: 1 });
        });

      it('has the answers of each cell', async () => {
        for (const [outcome, { conditions }] of Object.entries(expected.outcomes))
          for (const condition of neutral.conditions) {
            const want = conditions[condition.id];
            if (want === undefined) throw new Error(`no figures of ${condition.id}`);
            if (neutral.attributes) continue;
            expectFigures(ofCell(human, outcome, conditionId(neutral, study, condition)), want, condition.id);
          }
        const [outcome] = neutral.outcomes;
        for (const [key, want] of neutral.items
          ? await counted(name, ['condition', 'item'], outcome?.id ?? '')
          : []) {
          const [condition = '', item = ''] = key.split(',').reverse();
          expectFigures(ofCell(human, outcome?.id ?? '', condition, item), want, key);
        }
      });

      if (neutral.attributes)
        it('has the alternatives of each level', async () => {
          for (const { id, levels } of neutral.attributes ?? []) {
            const want = await counted(name, [id], 'chosen');
            for (const level of levels.map(String)) {
              const figures = want.get(level);
              if (figures === undefined) throw new Error(`no figures of ${level}`);
              expectFigures(ofLevel(human, study, id, level), figures, `${id} ${level}`);
            }
          }
          for (const [condition, want] of Object.entries(expected.outcomes['chosen']?.conditions ?? {})) {
            const level = condition.replace('top_', '');
            expectFigures(ofLevel(human, study, 'rate_over_375k', level), want, condition);
          }
        });

      if (study.crossed)
        it('reads in each crossed condition what respondents read', () => {
          for (const condition of neutral.conditions) {
            const rendered = renderStimulus(study, conditionId(neutral, study, condition));
            expect(rendered.replace(/\s+/g, ' ')).to.equal((condition.text ?? '').replace(/\s+/g, ' '));
          }
        });

      it('has every published effect as a contrast', () => {
        expect(study.contrasts).to.have.length(
          neutral.published_effects.length || (neutral.conditions.length - 1) * neutral.outcomes.length,
        );
        for (const effect of neutral.published_effects) {
          const kind =
            effect.contrast === undefined ? 'condition' : neutral.attributes ? 'attribute' : 'factor';
          const contrast = study.contrasts.find((each) => isOf(each, effect, kind));
          expect(contrast, `${effect.treatment} against ${effect.control}`).to.not.equal(undefined);
          expect(contrast?.published?.se).to.equal(effect.se ?? undefined);
          expect(contrast?.published?.ci).to.deep.equal(effect.ci);
          expect(contrast?.published?.unit).to.deep.equal(unitExpected(effect, sd));
        }
      });
    });
});

function unitExpected({ unit = 'raw' }: NeutralEffect, sd: number | undefined): unknown {
  if (/^sd/.test(unit)) return { sd };
  return /^percentage/.test(unit) ? 'points' : /^Cohen/.test(unit) ? 'd' : 'raw';
}
