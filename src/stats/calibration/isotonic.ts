import { statsError } from '../errors';
import { checkedWeights } from '../sample';

interface Block {
  readonly value: number;
  readonly weight: number;
  /** Knots that it holds. */
  readonly size: number;
}

/**
 * The non-decreasing function nearest to the points in weighted squares, by pooling adjacent violators (Ayer et al. 1955; Barlow et al.
 * 1972). Points of equal x are averaged first; between knots it is linear, beyond them constant (as scikit-learn with `clip`).
 * @throws VignetteError `stats/empty`, `stats/length-mismatch` and those of `checkedWeights`.
 */
export function isotonic(
  x: readonly number[],
  y: readonly number[],
  weights?: readonly number[],
): (at: number) => number {
  if (y.length !== x.length) throw statsError('length-mismatch', `${x.length} places, ${y.length} values.`);
  if (!x.every(Number.isFinite)) throw statsError('non-finite-value', 'A place is no number.');
  const checked = checkedWeights({ values: y, weights });
  const points = x
    .map((place, index) => ({ place, value: y[index] ?? NaN, weight: checked[index] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.place - b.place);
  const knots: number[] = [];
  const blocks: Block[] = [];
  for (const { place, value, weight } of points) {
    const tied = knots.at(-1) === place ? blocks.pop() : undefined;
    if (tied === undefined) knots.push(place);
    blocks.push(tied === undefined ? { value, weight, size: 1 } : merged(tied, { value, weight, size: 0 }));
  }
  const fitted = pooled(blocks).flatMap(({ value, size }) => new Array<number>(size).fill(value));
  return (at) => interpolated(knots, fitted, at);
}

function pooled(blocks: readonly Block[]): readonly Block[] {
  const done: Block[] = [];
  for (const block of blocks) {
    let next = block;
    for (let last = done.at(-1); last !== undefined && last.value > next.value; last = done.at(-1)) {
      done.pop();
      next = merged(last, next);
    }
    done.push(next);
  }
  return done;
}

function merged(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  return { value: (a.value * a.weight + b.value * b.weight) / weight, weight, size: a.size + b.size };
}

function interpolated(knots: readonly number[], values: readonly number[], at: number): number {
  const above = knots.findIndex((knot) => knot >= at);
  if (above < 0) return values.at(-1) ?? NaN;
  const [low, high] = [values[above - 1], values[above] ?? NaN];
  if (low === undefined) return high;
  const from = knots[above - 1] ?? 0;
  return low + ((high - low) * (at - from)) / ((knots[above] ?? 0) - from);
}
