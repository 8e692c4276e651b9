import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, type Measured } from './run/measured';
import { writeLargeStudy } from './run/study';

export { child } from './run/measured';

/** Sizes of the runs; the first is the measure of the others. */
const SIZES = [100_000, 300_000, 1_000_000];

/** How much longer than in proportion a larger run may take and still count as linear. */
const LINEAR = 1.3;

/** Whole runs of growing size: whether time grows with the answers, and memory stays. Takes many minutes. */
export async function bench(): Promise<readonly string[]> {
  const runs: { readonly size: number; readonly measured: Measured }[] = [];
  for (const size of SIZES) {
    const folder = await mkdtemp(join(tmpdir(), 'vignette-scale-'));
    try {
      await writeLargeStudy(folder, size);
      runs.push({ size, measured: measure(__filename, 'simulate', folder, 'first') });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const first = runs[0]?.measured;
  return runs.map(({ size, measured }) => {
    const each = (of: Measured): number => of.cpuMs / of.answers;
    const ratio = first === undefined ? NaN : each(measured) / each(first);
    const verdict = ratio <= LINEAR ? 'held' : 'MISSED';
    return `${size} answers: ${(measured.wallMs / 1000).toFixed(1)} s, ${each(measured).toFixed(3)} ms of processor an answer, ${ratio.toFixed(2)} × the first (limit ${LINEAR}: ${verdict}), ${Math.round(measured.rssMb)} MB`;
  });
}
