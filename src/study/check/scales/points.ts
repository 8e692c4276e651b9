import { at } from '../../model/pick';
import type { DiagnosticCode } from '../../diagnostics';
import { addLast } from '../edits';
import type { ScalePlace } from './scales';

/** Adds ordinal scales without levels, and those that say them in two ways. */
export function checkPoints(place: ScalePlace): void {
  const { node, path, problems } = place;
  const options = at(node, 'options');
  if (!options && !at(node, 'points')) return withoutLevels(place);
  const found = options && BOTH.find(({ key }) => node.byKey.has(key));
  const entry = found && node.byKey.get(found.key);
  if (!found || !entry) return;
  const { key, code, message } = found;
  problems.add({ code, at: entry.keySpan, path: [...path, key], message, help: 'Keep one of them.' });
}

const BOTH: readonly { readonly key: string; readonly code: DiagnosticCode; readonly message: string }[] = [
  {
    key: 'points',
    code: 'scale/levels',
    message: '`points` and `options` both say what the levels are.',
  },
  {
    key: 'min',
    code: 'scale/levels',
    message: '`min` goes with `points`; here `options` say what the levels are.',
  },
  {
    key: 'labels',
    code: 'scale/labels',
    message: '`labels` go with `points`; here `options` say what is read at each level.',
  },
];

function withoutLevels({ node, path, problems }: ScalePlace): void {
  problems.add({
    code: 'study/missing-key',
    at: at(node, 'type')?.span ?? node.span,
    path,
    message: 'An ordinal scale has neither `points` nor `options`.',
    help: 'Write `points: 7` with `labels`, or list the `options`.',
    fixes: addLast(node, 'points', '7', problems.yaml),
  });
}
