import type { Path } from '../../../util/range';
import { at, entriesOf, itemsOf, textOf } from '../../model/pick';
import type { Problems } from '../../problems';
import { isSingle, statedRange } from '../../scales';
import type { YamlNode } from '../../tree/types';
import type { Outcome, Study } from '../../types';

/** Adds members of scores that cannot be put together, and turned-around ones that are no members. */
export function checkScores(study: Study, problems: Problems): void {
  const { root } = problems.yaml;
  const outcomes = new Map(
    study.outcomes.flatMap((one) => [[one.id, one] as const, [one.matrix?.outcome ?? one.id, one] as const]),
  );
  for (const { key, keySpan, value } of entriesOf(at(root, 'scores'))) {
    const path = ['scores', key];
    if (outcomes.has(key)) {
      const message = `An outcome is called \`${key}\` as well.`;
      const help = 'Give the score another name.';
      problems.add({ code: 'study/type', at: keySpan, path, message, help });
    }
    const members = checkMembers(at(value, 'of'), [...path, 'of'], outcomes, problems);
    checkReverse(at(value, 'reverse'), [...path, 'reverse'], members, problems);
  }
}

/** Returns the names of the members. */
function checkMembers(
  of: YamlNode | undefined,
  path: Path,
  outcomes: ReadonlyMap<string, Outcome>,
  problems: Problems,
): ReadonlySet<string> {
  const names = new Set<string>();
  let first: { readonly name: string; readonly range: string } | undefined;
  for (const [i, node] of itemsOf(of).entries()) {
    const name = textOf(node) ?? '';
    const add = (message: string, help: string, severity: 'error' | 'warning'): void =>
      problems.add({
        code: 'scores/members',
        severity,
        at: node.span,
        path: [...path, i],
        message,
        help,
      });
    const outcome = outcomes.get(name);
    if (names.has(name)) add(`\`${name}\` is a member twice.`, 'Remove one of the two.', 'warning');
    names.add(name);
    if (!outcome) continue;
    const range = rangeOf(outcome);
    if (range === undefined) {
      const message = `\`${name}\` has no answers that are numbers with an order (${outcome.scale.type}).`;
      add(message, 'Take it out of the score.', 'error');
    } else if (first === undefined) first = { name, range };
    else if (range !== first.range) {
      const message = `\`${name}\` runs ${range}, but \`${first.name}\` ${first.range}.`;
      add(message, 'Members on different ranges weigh differently; use one scale.', 'warning');
    }
  }
  return names;
}

function rangeOf({ scale }: Outcome): string | undefined {
  if (!isSingle(scale) || scale.type === 'nominal') return undefined;
  const range = statedRange(scale);
  return range ? `from ${range[0]} to ${range[1]}` : 'without bounds';
}

function checkReverse(
  reverse: YamlNode | undefined,
  path: Path,
  members: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const [i, node] of itemsOf(reverse).entries()) {
    const name = textOf(node);
    const matrix = name?.split('.')[0] ?? '';
    if (name === undefined || members.has(name) || members.has(matrix)) continue;
    problems.add({
      code: 'reference/unknown',
      at: node.span,
      path: [...path, i],
      message: `\`${name.slice(0, 40)}\` is no member of the score.`,
      help: 'Add it to `of`, or take it out here.',
    });
  }
}
