import { numberIn } from './values';

/** Codes that survey software writes for "no answer", and nobody uses for an answer. */
const usualCodes = new Set([
  -99, -98, -97, -9, -8, -7, -1, 77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 9999,
]);
const usualTexts = new Set(['na', 'n/a', 'nan', 'null', '.', '#n/a', 'missing']);

/** Whether a raw value is certainly a missing code that the study does not declare: a usual one, and no answer. */
export function looksMissing(cell: string, isAnswer: (code: number) => boolean = () => false): boolean {
  const code = numberIn(cell);
  if (code === undefined) return usualTexts.has(cell.trim().toLowerCase());
  return usualCodes.has(code) && !isAnswer(code);
}
