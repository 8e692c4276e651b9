import { expect } from 'chai';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStudy } from '../../src/study/read';
import { applied } from '../unit/study/texts';
import type { Diagnostic } from '../../src/util/diagnostic';

const refresh = process.env['REFRESH_GOLDEN'] === '1';
const folder = join(__dirname, 'fixes');
const names = readdirSync(folder).flatMap((file) => (/^(.+)\.before\.yaml$/.exec(file) ?? []).slice(1));

/**
 * Each quick fix of a study, on a text whose first line says the code and the title of the fix. `REFRESH_GOLDEN=1` writes
 * the mended texts anew: read the diff.
 */
describe('quick fixes', () => {
  for (const name of names) {
    it(`mend: ${name.replaceAll('-', ' ')}`, () => {
      const before = readFileSync(join(folder, `${name}.before.yaml`), 'utf8');
      const [, code, title] = /^# (\S+): (.+)\n/.exec(before) ?? [];
      const { diagnostics } = readStudy(before);
      const problem = diagnostics.find((one) => one.code === code && one.fixes.some((fix) => fix.title === title));
      const fix = problem?.fixes.find((one) => one.title === title);
      expect(fix, `a fix “${title}” of ${code} among ${JSON.stringify(diagnostics, null, 1)}`).to.not.equal(undefined);
      const after = applied(before, fix?.edits ?? []);
      const path = join(folder, `${name}.after.yaml`);
      if (refresh) writeFileSync(path, after);
      expect(after).to.equal(readFileSync(path, 'utf8'));
      const left = readStudy(after).diagnostics;
      expect(left.filter((one) => sentence(one) === sentence(problem))).to.deep.equal([]);
      const errors = new Set(diagnostics.map(sentence));
      expect(left.filter((one) => one.severity === 'error' && !errors.has(sentence(one)))).to.deep.equal([]);
    });
  }
});

function sentence(problem: Diagnostic | undefined): string {
  return `${problem?.code}: ${problem?.message}`;
}
