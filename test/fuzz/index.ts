// The properties of test/unit/study for longer: `npm run fuzz -- --seed 7 --count 20000`. What fails is printed as
// small as it can be made, with the seed and path that bring it back.
import fc from 'fast-check';
import { parseArgs } from 'node:util';
import { edit, edited, type Edit } from '../unit/study/edits';
import { checkEdits, checkParts, sources } from '../unit/study/properties';

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const numRuns = Number(values.count ?? 5_000);
const texts = sources();
const sequence = fc.record({
  source: fc.constantFrom(...texts),
  edits: fc.array(edit, { minLength: 1, maxLength: 12 }),
});
const last = (text: string, edits: readonly Edit[]): string => edits.reduce((t, one) => edited(t, one), text);

console.log(`seed ${seed}, ${numRuns} sequences of edits over ${texts.length} studies`);
fc.assert(
  fc.property(sequence, ({ source, edits }) => checkEdits(source, edits)),
  { numRuns, seed },
);
console.log('read after edits as from the beginning');
fc.assert(
  fc.property(sequence, ({ source, edits }) => checkParts(last(source, edits.slice(0, 3)))),
  { numRuns: numRuns * 4, seed },
);
console.log('read by parts as whole');
