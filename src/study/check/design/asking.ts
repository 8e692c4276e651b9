import type { Path } from '../../../util/range';
import { at, entriesOf, integerOf, itemsOf, mapOf, textOf } from '../../model/pick';
import type { Problems } from '../../problems';
import { codesOf, dontKnowOf } from '../../scales';
import type { YamlNode } from '../../tree/types';
import type { Outcome, Scale, Study } from '../../types';

/** Adds outcomes that nobody is asked, filters that never hold, and right answers that cannot be given. */
export function checkAsking(study: Study, problems: Problems): void {
  const { yaml } = problems;
  const outcomes = new Map(study.outcomes.map((outcome) => [outcome.id, outcome]));
  const asked = new Map(study.outcomes.map((outcome) => [outcome.matrix?.outcome ?? outcome.id, outcome]));
  for (const { key, keySpan, value } of entriesOf(at(yaml.root, 'outcomes'))) {
    const path = ['outcomes', key];
    const ask = at(value, 'ask');
    const outcome = asked.get(key);
    if (ask?.kind === 'list' && ask.items.length === 0) {
      const message = `\`${key}\` is asked in no condition.`;
      problems.add({ code: 'outcomes/unreachable', at: keySpan, path: [...path, 'ask'], message });
    } else checkLeftOut(study, key, value, problems);
    if (outcome) checkCorrect(outcome, value, path, problems);
    if (outcome && !yaml.isBroken(path)) checkFilter(outcome, outcomes, value, path, problems);
  }
}

/** An item of a matrix that every condition leaves out. */
function checkLeftOut({ outcomes }: Study, id: string, node: YamlNode, problems: Problems): void {
  const changes = entriesOf(at(node, 'in')).map(({ value }) => at(at(value, 'scale'), 'items'));
  const items = mapOf(at(at(node, 'scale'), 'items'));
  if (!items || changes.every((change) => change === undefined)) return;
  for (const { matrix, ask } of outcomes) {
    const entry = matrix?.outcome === id && ask.length === 0 ? items.byKey.get(matrix.item) : undefined;
    if (!entry || !changes.some((change) => isLeftOut(change, entry.key))) continue;
    const message = `\`${id}.${entry.key}\` is asked in no condition: each leaves it out.`;
    const path = ['outcomes', id, 'scale', 'items', entry.key];
    const help = 'Keep it in a condition, or remove the item.';
    problems.add({ code: 'outcomes/unreachable', at: entry.keySpan, path, message, help });
  }
}

function isLeftOut(change: YamlNode | undefined, item: string): boolean {
  const value = at(change, item);
  return value !== undefined && textOf(value) === undefined;
}

function checkCorrect({ scale }: Outcome, node: YamlNode, path: Path, problems: Problems): void {
  const entry = mapOf(node)?.byKey.get('correct');
  if (!entry) return;
  const role = at(node, 'role');
  const written = textOf(role) ?? 'primary';
  if (written === 'primary' || written === 'secondary') {
    problems.add({
      code: 'study/type',
      at: entry.keySpan,
      path: [...path, 'correct'],
      message: 'Only a check has right answers.',
      help: 'Add `role: check` or `role: attention`, or remove `correct`.',
    });
  }
  checkCodes(entry.value, scale, [...path, 'correct'], problems);
}

/** Adds the codes of a list that a scale does not have; nothing is said of scales whose codes are not listed. */
export function checkCodes(list: YamlNode, scale: Scale, path: Path, problems: Problems): void {
  const offScale = offScaleIn(list, scale);
  for (const [i, node] of itemsOf(list).entries()) {
    if (!offScale.has(node)) continue;
    problems.add({
      code: 'scale/levels',
      at: node.span,
      path: [...path, i],
      message: `The scale has no code ${integerOf(node)}.`,
      help: `Its codes are ${listed(codesOf(scale))}.`,
    });
  }
}

function offScaleIn(list: YamlNode | undefined, scale: Scale): ReadonlySet<YamlNode> {
  const codes = new Set([...codesOf(scale), ...[dontKnowOf(scale)?.code ?? []].flat()]);
  const found = codes.size === 0 ? [] : itemsOf(list);
  return new Set(
    found.filter((node) => {
      const code = integerOf(node);
      return code !== undefined && !codes.has(code);
    }),
  );
}

function listed(codes: readonly number[]): string {
  if (codes.length <= 12) return codes.join(', ');
  return `${codes.slice(0, 10).join(', ')}, …, ${codes.at(-1)}`;
}

function checkFilter(
  outcome: Outcome,
  outcomes: ReadonlyMap<string, Outcome>,
  node: YamlNode,
  path: Path,
  problems: Problems,
): void {
  const filter = at(node, 'askIf');
  const name = at(filter, 'outcome');
  const is = at(filter, 'is');
  const gate = outcomes.get(textOf(name) ?? '');
  if (!filter || !name || !gate) return;
  const add = (at: YamlNode, key: string, message: string, help: string): void =>
    problems.add({
      code: 'outcomes/unreachable',
      at: at.span,
      path: [...path, 'askIf', key],
      message,
      help,
    });
  if (isSelf(outcome, gate)) {
    return add(name, 'outcome', 'The outcome is asked only after its own answer.', 'Name another outcome.');
  }
  const conditions = new Set(gate.ask);
  if (gate.ask.length > 0 && outcome.ask.length > 0 && !outcome.ask.some((id) => conditions.has(id))) {
    const help = 'Ask both in the same conditions.';
    return add(name, 'outcome', `\`${gate.id}\` is asked in none of the same conditions.`, help);
  }
  const offScale = offScaleIn(is, gate.scale);
  if (!is || offScale.size === 0) return;
  if (offScale.size < itemsOf(is).length)
    return checkCodes(is, gate.scale, [...path, 'askIf', 'is'], problems);
  const help = `Name codes of its scale: ${listed(codesOf(gate.scale))}.`;
  add(
    is,
    'is',
    `No answer to \`${gate.id}\` is ${listed(itemsOf(is).flatMap((n) => integerOf(n) ?? []))}.`,
    help,
  );
}

function isSelf(outcome: Outcome, gate: Outcome): boolean {
  return (
    outcome.id === gate.id ||
    (outcome.matrix !== undefined && outcome.matrix.outcome === gate.matrix?.outcome)
  );
}
