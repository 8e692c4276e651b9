import { at, codeOf } from '../../model/pick';
import type { ScalePlace } from './scales';

const HELP = {
  binary: 'Use `ordinal` or `nominal` for more than two.',
  other: 'Add an option.',
} as const;

/** Adds codes that stand twice, and too few or too many options. */
export function checkOptions({ node, path, problems }: ScalePlace, type: string): void {
  const options = at(node, 'options');
  if (options?.kind !== 'map') return;
  const first = new Map<number, string>();
  for (const { key, keySpan } of options.entries) {
    const code = codeOf(key);
    if (code === undefined) continue;
    const same = first.get(code);
    if (same === undefined) first.set(code, key);
    else {
      const message = `The code \`${key}\` is the same number as \`${same}\`.`;
      problems.add({ code: 'scale/levels', at: keySpan, path: [...path, 'options', key], message });
    }
  }
  const count = options.entries.length;
  if (type === 'binary' ? count === 2 : count >= 2) return;
  const wanted = type === 'binary' ? 'exactly 2' : 'at least 2';
  const article = /^[aeo]/.test(type) ? 'An' : 'A';
  problems.add({
    code: 'scale/levels',
    at: options.span,
    path: [...path, 'options'],
    message: `${article} ${type} scale has ${wanted} options; here ${count === 1 ? 'is 1' : `are ${count}`}.`,
    help: type === 'binary' && count > 2 ? HELP.binary : HELP.other,
  });
}
