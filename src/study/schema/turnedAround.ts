import { codeOf, integerOf } from '../model/pick';
import type { ProblemFix } from '../problems';
import type { YamlEntry, YamlMap } from '../tree/types';
import { isAmbiguous } from './ambiguous';

/** Whether an entry says `label: code` where `code: label` is meant. */
export function isTurnedAround({ key, value }: YamlEntry): boolean {
  return codeOf(key) === undefined && key !== '' && integerOf(value) !== undefined;
}

/** The fix that writes the codes before the labels, in every entry where they stand behind. */
export function turnAround({ entries }: YamlMap, text: string): readonly ProblemFix[] {
  const turned = entries.filter(isTurnedAround);
  const codes = new Set(
    entries.map((entry) => (isTurnedAround(entry) ? integerOf(entry.value) : codeOf(entry.key))),
  );
  if (codes.size < entries.length) return [];
  const replace = turned.flatMap(({ keySpan, value }) => {
    const label = text.slice(keySpan.start, keySpan.end);
    return [
      { at: keySpan, by: text.slice(value.span.start, value.span.end) },
      { at: value.span, by: isAmbiguous(label) ? `"${label}"` : label },
    ];
  });
  return [{ title: 'Turn codes and labels around', replace }];
}
