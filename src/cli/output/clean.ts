import type { CleanResult, Kept } from '../../app/upkeep/clean';
import type { Paint } from './paint';

const keptWords: Readonly<Record<Kept, string>> = {
  running: 'stays: it is under way',
  'named-by-results': 'stays: a results file names it (--all)',
  unfinished: 'stays: it can be resumed (--all)',
  'in-use': 'stays: a run uses it',
  'asked-to-keep': 'stays, as asked',
  elsewhere: 'stays: a link leads out of the project',
};

/** The caches and runs with their sizes, and what becomes of each. */
export function cleanText({ parts, bytes, freed, removed }: CleanResult, paint: Paint): string {
  if (parts.length === 0) return 'There is no cache and no run here.';
  const goes = removed ? 'removed' : 'would go';
  const lines = parts.map(
    (part) =>
      `${size(part.bytes)}  ${part.kind === 'cache' ? 'cache' : part.name}  ${paint('dim', part.kept === null ? goes : keptWords[part.kept])}`,
  );
  const end = removed
    ? `Removed ${size(freed).trim()}.`
    : freed === 0
      ? 'Nothing to remove.'
      : `${size(freed).trim()} of ${size(bytes).trim()} would go. Remove them with: vignette clean --yes`;
  return [...lines, end].join('\n');
}

function size(bytes: number): string {
  const [unit, factor] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
  return `${(bytes / Number(factor)).toFixed(1)} ${unit}`.padStart(9);
}
