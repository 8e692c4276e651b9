import { at, booleanOf, mapOf, textOf } from '../../model/pick';
import type { ProblemFix, Problems } from '../../problems';
import type { YamlEntry, YamlMap } from '../../tree/types';
import type { Study } from '../../types';
import { addFirst, addLast, written } from '../edits';
import type { Facts } from '../facts';
import { sameStimuli } from './sameStimulus';

/** Adds what is wrong with the conditions as a set: controls and equal stimuli. */
export function checkConditions(study: Study, facts: Facts, problems: Problems): void {
  const { yaml } = problems;
  if (yaml.hasBroken(['conditions']) || yaml.hasBroken(['crossed'])) return;
  const conditions = mapOf(at(yaml.root, 'conditions'));
  if (conditions) checkControls(conditions, problems);
  else if (study.crossed) checkCrossedControl(study, problems);
  if (!['factors', 'outcomes', 'items', 'scales'].some((key) => yaml.hasBroken([key])))
    checkSameStimulus(study, facts, problems);
}

function checkControls(conditions: YamlMap, problems: Problems): void {
  const { root } = problems.yaml;
  const controls = conditions.entries.filter(({ value }) => booleanOf(at(value, 'control')) === true);
  const key = mapOf(root)?.byKey.get('conditions');
  if (controls.length === 0 && conditions.entries.length > 1 && key && !at(root, 'contrasts')) {
    problems.add({
      code: 'conditions/no-control',
      at: key.keySpan,
      path: ['conditions'],
      message: `None of the ${conditions.entries.length} conditions is the control, so that no effects are computed.`,
      fixes: conditions.entries.slice(0, 5).flatMap((entry) => markControl(entry, problems)),
    });
  }
  for (const { key: id, value } of controls.slice(1)) {
    const control = mapOf(value)?.byKey.get('control');
    if (!control) continue;
    problems.add({
      code: 'conditions/several-controls',
      at: control.value.span,
      path: ['conditions', id, 'control'],
      message: `\`${controls[0]?.key}\` is already the control.`,
      fixes: [{ title: `\`${id}\` is not the control`, replace: [{ at: control.value.span, by: 'false' }] }],
    });
  }
}

/** A condition without anything is marked where its value would be. */
function markControl({ key, keySpan, value }: YamlEntry, { yaml }: Problems): readonly ProblemFix[] {
  const title = `Make \`${key}\` the control`;
  const written = mapOf(value)?.byKey.get('control');
  if (written) return [{ title, replace: [{ at: written.value.span, by: 'true' }] }];
  if (value.kind === 'map') return addFirst(value, 'control', 'true', yaml).map((fix) => ({ ...fix, title }));
  if (textOf(value) !== undefined) return [];
  if (value.span.end > value.span.start)
    return [{ title, replace: [{ at: value.span, by: '{control: true}' }] }];
  const colon = yaml.text.indexOf(':', keySpan.end) + 1;
  return colon === 0
    ? []
    : [{ title, replace: [{ at: { start: colon, end: colon }, by: ' {control: true}' }] }];
}

/** What is wrong with a control that is named is said where it stands. */
function checkCrossedControl({ conditions, factors }: Study, problems: Problems): void {
  const { root } = problems.yaml;
  const entry = mapOf(root)?.byKey.get('crossed');
  const isSaid = at(entry?.value, 'control') !== undefined || at(root, 'contrasts') !== undefined;
  if (!entry || isSaid || conditions.length < 2) return;
  const levels = factors.flatMap(({ id, levels: [first] }) => (first ? [`${id}: ${written(first.id)}`] : []));
  problems.add({
    code: 'conditions/no-control',
    at: entry.keySpan,
    path: ['crossed'],
    message: `None of the ${conditions.length} conditions is the control, so that no effects are computed.`,
    help: 'Name the levels of the control under `control`, or list `contrasts`.',
    fixes:
      entry.value.kind === 'map'
        ? addLast(entry.value, 'control', `{${levels.join(', ')}}`, problems.yaml)
        : [],
  });
}

function checkSameStimulus(study: Study, facts: Facts, problems: Problems): void {
  const conditions = mapOf(at(problems.yaml.root, 'conditions'));
  const same = sameStimuli(study, new Set(facts.templates.map(({ name }) => name)));
  if (!conditions) return checkCrossedStimulus(same, problems);
  for (const { id, as } of same) {
    problems.add({
      code: 'conditions/same-stimulus',
      at: conditions.byKey.get(id)?.keySpan ?? conditions.span,
      path: ['conditions', id],
      message: `\`${id}\` reads the same as \`${as}\`.`,
    });
  }
}

/** Crossed conditions stand in no place of their own. */
function checkCrossedStimulus(same: ReturnType<typeof sameStimuli>, problems: Problems): void {
  const entry = mapOf(problems.yaml.root)?.byKey.get('crossed');
  const [first] = same;
  if (!entry || !first) return;
  const more = same.length === 1 ? '' : `, and ${same.length - 1} more read like another`;
  problems.add({
    code: 'conditions/same-stimulus',
    at: entry.keySpan,
    path: ['crossed'],
    message: `\`${first.id}\` reads the same as \`${first.as}\`${more}.`,
    help: 'Make the texts of the levels differ, or leave combinations out under `omit`.',
  });
}
