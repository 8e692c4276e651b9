import { expect } from 'chai';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { readStudy } from '../../../src/study/read';
import { edit, edited, type Edit } from './edits';
import { checkEdits, checkParts, checkText, sources } from './properties';

const sequence = fc.record({
  source: fc.nat(sources().length - 1),
  edits: fc.array(edit, { minLength: 1, maxLength: 5 }),
});
const source = (at: number): string => sources()[at] ?? '';

describe('a study after any edits', () => {
  it('is read as if from the beginning', () => {
    fc.assert(
      fc.property(sequence, ({ source: at, edits }) => checkEdits(source(at), edits)),
      { numRuns: 300, seed: 5 },
    );
  }).timeout(180_000);

  it('is read by parts as it is read whole, where YAML can read it whole', () => {
    fc.assert(
      fc.property(sequence, ({ source: at, edits }) =>
        checkParts(edits.slice(0, 2).reduce((text: string, one: Edit) => edited(text, one), source(at))),
      ),
      { numRuns: 600, seed: 6 },
    );
  }).timeout(180_000);

  it('keeps what did not change', () => {
    const text = source(0);
    const before = readStudy(text);
    const after = readStudy(text.replace('seed: 1', 'seed: 2'), before);
    const partOf = (document: typeof before): unknown =>
      document.yaml.root.kind === 'map' ? document.yaml.root.byKey.get('population')?.value : undefined;
    expect(partOf(after)).to.equal(partOf(before));
    expect(after.study.simulate.seed).to.equal(2);
  });

  it('is the study itself when the edits are undone', () => {
    const text = source(0);
    const before = readStudy(text);
    const broken = readStudy(text.replace('conditions:', 'conditions: {'), before);
    const again = readStudy(text, broken);
    expect(isDeepStrictEqual(again.study, before.study)).to.equal(true);
    expect(again.diagnostics).to.deep.equal(before.diagnostics);
  });
});

describe('a real study', () => {
  const text = source(1);

  it('without any one of its lines is read without a throw', () => {
    const lines = text.split('\n');
    for (const [at] of lines.entries()) checkText(lines.toSpliced(at, 1).join('\n'));
  }).timeout(60_000);

  it('cut off at any character is read without a throw', () => {
    for (let end = 0; end <= text.length; end++) checkText(text.slice(0, end));
  }).timeout(120_000);

  for (const [name, change] of [
    ['a byte order mark', (t: string) => `\uFEFF${t}`],
    ['lines that end in CRLF', (t: string) => t.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`with ${name} says the same`, () => {
      const [plain, changed] = [readStudy(text), readStudy(change(text))];
      expect(changed.study).to.deep.equal(plain.study);
      expect(changed.diagnostics).to.deep.equal(plain.diagnostics);
    });
  }
});
