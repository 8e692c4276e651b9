import { at, codeOf, integerOf, numberOf, textOf } from '../../model/pick';
import { rename, type ProblemFix } from '../../problems';
import type { YamlEntry, YamlMap } from '../../tree/types';
import type { ScalePlace } from './scales';

/** Adds labels at points that a scale does not have. */
export function checkLabels({ node: scale, path, problems }: ScalePlace): void {
  const labels = at(scale, 'labels');
  const bounds = boundsOf(scale);
  if (labels?.kind !== 'map' || !bounds) return;
  for (const entry of labels.entries) {
    const code = codeOf(entry.key);
    if (code === undefined || (code >= bounds.low && code <= bounds.high)) continue;
    const side = code > bounds.high ? `ends at ${bounds.high}` : `begins at ${bounds.low}`;
    problems.add({
      code: 'scale/labels',
      at: entry.keySpan,
      path: [...path, 'labels', entry.key],
      message: `Label ${entry.key} is outside of the scale, which ${side}.`,
      fixes: fixesOf(entry, code, bounds, scale, labels),
    });
  }
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function boundsOf(scale: YamlMap): Bounds | undefined {
  if (textOf(at(scale, 'type')) === 'numeric') {
    return { low: numberOf(at(scale, 'min')) ?? -Infinity, high: numberOf(at(scale, 'max')) ?? Infinity };
  }
  const points = integerOf(at(scale, 'points'));
  const low = integerOf(at(scale, 'min')) ?? 1;
  return points === undefined || points < 2 ? undefined : { low, high: low + points - 1 };
}

/** Move the label to the end of the scale where none stands yet, or make the scale longer. */
function fixesOf(
  { keySpan }: YamlEntry,
  code: number,
  { low, high }: Bounds,
  scale: YamlMap,
  labels: YamlMap,
): readonly ProblemFix[] {
  const end = code > high ? high : low;
  const move = labels.byKey.has(String(end)) ? [] : [rename(keySpan, String(end))];
  const points = at(scale, 'points');
  if (!points || code < high) return move;
  const count = String(code - low + 1);
  return [...move, { title: `Set \`points: ${count}\``, replace: [{ at: points.span, by: count }] }];
}
