import type { Path } from '../../../util/range';
import { at, itemsOf, numberOf, textOf } from '../../model/pick';
import type { Problems } from '../../problems';
import { statedRange } from '../../scales';
import type { YamlNode } from '../../tree/types';
import type { Study } from '../../types';

/** Adds expectations that cannot hold whatever the answers are. */
export function checkExpectations(study: Study, problems: Problems): void {
  const signs = new Map<string, string>();
  for (const [i, node] of itemsOf(at(problems.yaml.root, 'expect')).entries()) {
    const path = ['expect', i];
    checkDistance(node, path, study, problems);
    const contrast = textOf(at(node, 'contrast'));
    const sign = at(node, 'sign');
    const written = textOf(sign);
    if (contrast === undefined || !sign || written === undefined) continue;
    const before = signs.get(contrast);
    if (before === undefined) signs.set(contrast, written);
    else if (before !== written) {
      const message = `\`${contrast}\` is expected to be ${before} before.`;
      add(sign, [...path, 'sign'], message, 'Keep one of the two.', problems);
    }
  }
}

function checkDistance(node: YamlNode, path: Path, { outcomes }: Study, problems: Problems): void {
  const below = at(at(node, 'w1'), 'below');
  const name = at(node, 'outcome');
  if (numberOf(below) === 0 && below) {
    const message = 'No distance is below 0.';
    add(below, [...path, 'w1', 'below'], message, 'Write a number above 0.', problems);
  }
  const id = textOf(name);
  const asked = outcomes.filter((one) => one.id === id || one.matrix?.outcome === id);
  const without = asked.find(({ scale }) => statedRange(scale) === undefined);
  if (!name || !without || !at(node, 'w1')) return;
  const { type } = without.scale;
  const message =
    type === 'numeric'
      ? `The scale of \`${id}\` states no range, so that its distance by the stated convention is not known.`
      : `A ${type} scale has no order or no range, so that there is no distance on it.`;
  add(
    name,
    [...path, 'outcome'],
    message,
    'Name an outcome on a binary, ordinal or bounded scale.',
    problems,
  );
}

function add(node: YamlNode, path: Path, message: string, help: string, problems: Problems): void {
  problems.add({ code: 'expect/impossible', at: node.span, path, message, help });
}
