import { at, booleanOf, entriesOf, mapOf } from '../../model/pick';
import type { ProblemFix, Problems } from '../../problems';
import type { YamlEntry, YamlMap } from '../../tree/types';
import type { Study } from '../../types';
import { sameStimuli } from './sameStimulus';

/** Adds what is wrong with the conditions as a set: controls, equal stimuli, outcomes that nobody is asked. */
export function checkConditions(study: Study, problems: Problems): void {
  const { root } = problems.yaml;
  const conditions = mapOf(at(root, 'conditions'));
  for (const { key, keySpan, value } of entriesOf(at(root, 'outcomes'))) {
    const ask = at(value, 'ask');
    if (ask?.kind !== 'list' || ask.items.length > 0) continue;
    const message = `\`${key}\` is asked in no condition.`;
    problems.add({ code: 'outcomes/unreachable', at: keySpan, path: ['outcomes', key, 'ask'], message });
  }
  if (!conditions || problems.yaml.hasBroken(['conditions'])) return;
  checkControls(conditions, problems);
  if (!problems.yaml.hasBroken(['factors']) && !problems.yaml.hasBroken(['outcomes']))
    checkSameStimulus(study, conditions, problems);
}

function checkControls(conditions: YamlMap, problems: Problems): void {
  const controls = conditions.entries.filter(({ value }) => booleanOf(at(value, 'control')) === true);
  const { root } = problems.yaml;
  if (controls.length === 0 && conditions.entries.length > 1) {
    const key = mapOf(root)?.byKey.get('conditions');
    if (!key || at(root, 'contrasts')) return;
    problems.add({
      code: 'conditions/no-control',
      at: key.keySpan,
      path: ['conditions'],
      message: `None of the ${conditions.entries.length} conditions is the control, so that no effects are computed.`,
      fixes: conditions.entries.slice(0, 5).flatMap((entry) => markControl(entry, problems) ?? []),
    });
  }
  for (const { key, value } of controls.slice(1)) {
    const control = mapOf(value)?.byKey.get('control');
    if (!control) continue;
    problems.add({
      code: 'conditions/several-controls',
      at: control.value.span,
      path: ['conditions', key, 'control'],
      message: `\`${controls[0]?.key}\` is already the control.`,
      fixes: [{ title: `\`${key}\` is not the control`, replace: [{ at: control.value.span, by: 'false' }] }],
    });
  }
}

function markControl({ key, value }: YamlEntry, { yaml }: Problems): ProblemFix | undefined {
  const title = `Make \`${key}\` the control`;
  const map = mapOf(value);
  const written = map?.byKey.get('control');
  if (written) return { title, replace: [{ at: written.value.span, by: 'true' }] };
  const first = map?.entries[0]?.keySpan.start;
  if (!map || first === undefined) return undefined;
  const indent = ' '.repeat(yaml.lines.position(first).character);
  const by = map.flow ? 'control: true, ' : `control: true\n${indent}`;
  return { title, replace: [{ at: { start: first, end: first }, by }] };
}

function checkSameStimulus(study: Study, conditions: YamlMap, problems: Problems): void {
  for (const { id, same } of sameStimuli(study)) {
    problems.add({
      code: 'conditions/same-stimulus',
      at: conditions.byKey.get(id)?.keySpan ?? conditions.span,
      path: ['conditions', id],
      message: `\`${id}\` reads the same as \`${same}\`.`,
    });
  }
}
