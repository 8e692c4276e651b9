import fc from 'fast-check';
import { readProjectFile } from '../../../src/study/project';
import { checkText } from './properties';
import { GOOD } from './texts';

const SOURCE = `${GOOD}respondents:
  data: d.csv
  condition: {column: arm, values: {0: gain, 1: loss}}
  profile: [{column: a, field: age}]
contrasts:
  - {outcome: choice, treatment: loss, published: {estimate: 0.28, unit: {sd: 2}}}
simulate: {strategy: logprob, seed: 3}
`;
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\t',
  '#',
  '&a ',
  '*a',
  '!',
  '|\n',
  '{{ x }}',
  '? ',
  '\u0000',
  '𝄞',
  '\r',
];

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(SOURCE.length), length: fc.nat(60) }),
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.nat(SOURCE.length),
    piece: fc.constantFrom(...PIECES),
  }),
  fc.record({ kind: fc.constant('end' as const), at: fc.nat(SOURCE.length) }),
);

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(text: string, changes: readonly Mutation[]): string {
  return changes.reduce((t, change) => {
    if (change.kind === 'end') return t.slice(0, change.at);
    if (change.kind === 'cut') return t.slice(0, change.at) + t.slice(change.at + change.length);
    return t.slice(0, change.at) + change.piece + t.slice(change.at);
  }, text);
}

describe('any text at all', () => {
  it('made of a study by cuts and insertions is read without a throw, with ranges inside of it', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (changes) => {
        checkText(mutated(SOURCE, changes));
      }),
      { numRuns: 300, seed: 1 },
    );
  }).timeout(60_000);

  it('made by chance is read without a throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES, 'a', 'id', 'conditions'), { maxLength: 40 }),
        (pieces) => void checkText(pieces.join('')),
      ),
      { numRuns: 300, seed: 2 },
    );
  }).timeout(60_000);

  it('is a project file without a throw', () => {
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 4 }), (changes) => {
        readProjectFile(
          mutated(
            'models:\n  gpt: {baseUrl: "https://x.org/v1", model: m, price: {in: 1, out: 2}}\n',
            changes,
          ),
        );
      }),
      { numRuns: 100, seed: 3 },
    );
  }).timeout(60_000);
});
