import { cramersV } from '../../../stats/agreement/cramersV';
import { codesOf } from '../../../study/scales';
import type { Outcome, Study } from '../../../study/types';
import { groupBy } from '../../../util/group';
import type { HumanAnswer } from './types';

/** Whether two outcomes go along so closely that the answer to one nearly gives away the other. */
export type Correlated = (a: string, b: string) => boolean;

const limit = 0.8;

/** Pairs of answers below which nothing is known of two outcomes. */
const fewest = 3;

/**
 * Outcomes whose answers, by the same person in the same condition about the same item, correlate at .8 or more in the
 * training data, of either sign: Pearson's r, and Bergsma's V where one of the two is nominal. "Don't know" does not
 * count. Below three pairs, or without spread, they do not correlate.
 * @param answers the training data: those that are not held out.
 */
export function correlatedOutcomes(study: Study, answers: readonly HumanAnswer[]): Correlated {
  const outcomes = new Map(study.outcomes.map((outcome) => [outcome.id, outcome]));
  const known = new Map<string, boolean>();
  const sheets = groupBy(answers, ({ person, condition, item }) =>
    JSON.stringify([person.id, condition, item]),
  );
  return (a, b) => {
    const [first, second] = [a, b].sort() as [string, string];
    const key = JSON.stringify([first, second]);
    const found = known.get(key) ?? goTogether(outcomes.get(first), outcomes.get(second), sheets.values());
    known.set(key, found);
    return found;
  };
}

function goTogether(
  a: Outcome | undefined,
  b: Outcome | undefined,
  sheets: Iterable<readonly HumanAnswer[]>,
): boolean {
  if (a === undefined || b === undefined) return false;
  const pairs: (readonly [number, number])[] = [];
  for (const sheet of sheets) {
    const [x, y] = [a, b].map((outcome) => sheet.find((answer) => answer.outcome === outcome.id)?.code);
    if (x !== undefined && y !== undefined && isSaid(a, x) && isSaid(b, y)) pairs.push([x, y]);
  }
  if (pairs.length < fewest) return false;
  const nominal = a.scale.type === 'nominal' || b.scale.type === 'nominal';
  return (nominal ? cramersV(tableOf(pairs)) : Math.abs(pearson(pairs))) >= limit - 1e-9;
}

function isSaid({ scale }: Outcome, code: number): boolean {
  return !('dontKnow' in scale && scale.dontKnow?.code === code && !codesOf(scale).includes(code));
}

/** Pearson's product-moment correlation; 0 without spread. */
function pearson(pairs: readonly (readonly [number, number])[]): number {
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
    xy += (x - mx) * (y - my);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

function tableOf(pairs: readonly (readonly [number, number])[]): readonly (readonly number[])[] {
  const rows = [...new Set(pairs.map(([x]) => x))];
  const columns = [...new Set(pairs.map(([, y]) => y))];
  return rows.map((x) => columns.map((y) => pairs.filter((pair) => pair[0] === x && pair[1] === y).length));
}
