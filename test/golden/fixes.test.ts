import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkData } from '../../src/data/check';
import { profileTable } from '../../src/data/profiling/profile';
import { wantedOf } from '../../src/data/profiling/wanted';
import { readStudy } from '../../src/study/read';
import type { Diagnostic } from '../../src/util/diagnostic';
import { aTable } from '../fakes/builders';
import { applied } from '../unit/study/texts';

const refresh = process.env['REFRESH_GOLDEN'] === '1';
const folder = join(__dirname, 'fixes');
const names = readdirSync(folder).flatMap((file) => (/^(.+)\.before\.yaml$/.exec(file) ?? []).slice(1));

/**
 * Each quick fix of a study, on a text whose first line says the code and the title of the fix, and for those of human
 * answers on a table beside it. `REFRESH_GOLDEN=1` writes
 * the mended texts anew: read the diff.
 */
describe('quick fixes', () => {
  for (const name of names) {
    it(`mend: ${name.replaceAll('-', ' ')}`, async () => {
      const before = readFileSync(join(folder, `${name}.before.yaml`), 'utf8');
      const [, code, title] = /^# (\S+): (.+)\n/.exec(before) ?? [];
      const diagnostics = await saidOf(name, before);
      const problem = diagnostics.find((one) => one.code === code && one.fixes.some((fix) => fix.title === title));
      const fix = problem?.fixes.find((one) => one.title === title);
      expect(fix, `a fix “${title}” of ${code} among ${JSON.stringify(diagnostics, null, 1)}`).to.not.equal(undefined);
      const after = applied(before, fix?.edits ?? []);
      const path = join(folder, `${name}.after.yaml`);
      if (refresh) writeFileSync(path, after);
      expect(after).to.equal(readFileSync(path, 'utf8'));
      const left = await saidOf(name, after);
      expect(left.filter((one) => sentence(one) === sentence(problem))).to.deep.equal([]);
      const errors = new Set(diagnostics.map(sentence));
      expect(left.filter((one) => one.severity === 'error' && !errors.has(sentence(one)))).to.deep.equal([]);
    });
  }
});

/** What is said of a study, and of its human answers where they stand beside it. */
async function saidOf(name: string, text: string): Promise<readonly Diagnostic[]> {
  const document = readStudy(text);
  const data = join(folder, `${name}.csv`);
  if (!existsSync(data)) return document.diagnostics;
  const table = aTable(readFileSync(data, 'utf8'));
  const profile = await profileTable(table, 'd.csv', wantedOf(document.study));
  return [...document.diagnostics, ...checkData(document, profile)];
}

function sentence(problem: Diagnostic | undefined): string {
  return `${problem?.code}: ${problem?.message}`;
}
