import { at, mapOf, textOf } from '../../model/pick';
import type { Problems } from '../../problems';

/** Adds what the shape of `panel` cannot say: where its people come from. */
export function checkPanel(problems: Problems): void {
  const { yaml } = problems;
  const panel = mapOf(at(yaml.root, 'panel'));
  const place = mapOf(yaml.root)?.byKey.get('panel')?.keySpan;
  if (!panel || !place || yaml.isBroken(['panel'])) return;
  const path = ['panel'];
  if (!panel.byKey.has('sample')) {
    for (const key of ['profile', 'weight']) {
      const entry = panel.byKey.get(key);
      if (!entry) continue;
      const message = `\`${key}\` says how the rows of a sample are read, and there is none.`;
      const help = 'Add `sample:` with the file, or remove the key.';
      problems.add({ code: 'study/type', at: entry.keySpan, path: [...path, key], message, help });
    }
    if (panel.byKey.has('margins') || panel.byKey.has('profile')) return;
    const message = '`panel` says nothing of its people.';
    const help = 'Add `margins`, or a `sample` with its `profile`.';
    problems.add({ code: 'study/missing-key', at: place, path, message, help });
  } else if (!panel.byKey.has('profile') && textOf(at(panel, 'sample')) !== undefined) {
    const message = '`panel` does not say what of the sample becomes the persona.';
    const help = 'Add `profile:` with the columns, as under `respondents`.';
    problems.add({ code: 'study/missing-key', at: place, path, message, help });
  }
}
