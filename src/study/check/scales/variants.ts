import type { Path } from '../../../util/range';
import { at, codeOf, entriesOf, textOf } from '../../model/pick';
import type { Problems } from '../../problems';
import type { YamlMap } from '../../tree/types';
import type { Scale, Study } from '../../types';
import { differenceOf } from './differences';
import { codesOf } from '../../scales';

/** Adds scales that differ in a condition (`in:`) so that answers there cannot be compared, and changes that change nothing. */
export function checkVariants(study: Study, problems: Problems): void {
  const { root } = problems.yaml;
  const asked = new Map(study.outcomes.map((outcome) => [outcome.matrix?.outcome ?? outcome.id, outcome]));
  for (const { key, value } of entriesOf(at(root, 'outcomes'))) {
    const outcome = asked.get(key);
    if (!outcome || !at(value, 'in')) continue;
    const variants = new Map(outcome.variants.map((variant) => [variant.condition, variant]));
    for (const inner of entriesOf(at(value, 'in'))) {
      const written = inner.value.kind === 'map' ? inner.value.byKey.get('scale') : undefined;
      const variant = variants.get(inner.key);
      if (!written || !variant) continue;
      const path = ['outcomes', key, 'in', inner.key, 'scale'];
      if (written.value.kind === 'map' && !at(written.value, 'type')) {
        const type = outcome.matrix ? 'matrix' : outcome.scale.type;
        if (checkKeys(written.value, type, outcome.scale, path, problems)) continue;
      }
      const difference = differenceOf(outcome.scale, variant.scale);
      if (!difference) continue;
      const message = `In \`${inner.key}\`, ${difference.says}.`;
      const { severity } = difference;
      problems.add({ code: 'scale/differs', severity, at: written.keySpan, path, message });
    }
  }
}

const CHANGES: Readonly<Record<Scale['type'], readonly string[]>> = {
  binary: ['options', 'labels', 'dontKnow'],
  nominal: ['options', 'labels', 'dontKnow'],
  ordinal: ['options', 'labels', 'points', 'min', 'dontKnow'],
  numeric: ['min', 'max', 'step', 'unit', 'labels', 'dontKnow'],
  multiselect: ['options', 'min', 'max', 'dontKnow'],
  rank: ['options', 'top', 'dontKnow'],
  allocate: ['options', 'total', 'dontKnow'],
  choice: [],
  text: [],
};

/** Whether a change holds keys or codes that say nothing of the scale; these are added. */
function checkKeys(
  change: YamlMap,
  type: Scale['type'] | 'matrix',
  scale: Scale,
  path: Path,
  problems: Problems,
): boolean {
  const possible = [...CHANGES[scale.type], ...(type === 'matrix' ? ['items'] : [])];
  const others = change.entries.filter(({ key }) => KNOWN.has(key) && !possible.includes(key));
  for (const { key, keySpan } of others) {
    const message = `\`${key}\` says nothing of a ${type} scale.`;
    const list = possible.map((one) => `\`${one}\``).join(', ');
    const help =
      list === '' ? 'Remove it; such a scale is the same in every condition.' : `Possible here: ${list}.`;
    problems.add({ code: 'scale/levels', at: keySpan, path: [...path, key], message, help });
  }
  const codes = new Set(codesOf(scale));
  const gone = entriesOf(at(change, 'options')).filter(({ key, value }) => {
    const code = codeOf(key);
    return code !== undefined && textOf(value) === undefined && !codes.has(code);
  });
  for (const { key, keySpan } of possible.includes('options') ? gone : []) {
    const message = `The option ${key} is left out here, but the scale has none of this code.`;
    const help = 'Correct the code, or remove the line.';
    problems.add({ code: 'scale/levels', at: keySpan, path: [...path, 'options', key], message, help });
  }
  return others.length + gone.length > 0;
}

/** Other keys are unknown to the format, which the shape says. */
const KNOWN = new Set([...Object.values(CHANGES).flat(), 'items']);
