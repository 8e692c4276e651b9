import type { Path } from '../../../util/range';
import { at, itemsOf, textOf } from '../../model/pick';
import type { Problems } from '../../problems';
import type { YamlMap, YamlNode } from '../../tree/types';
import type { Outcome, Study } from '../../types';
import { checkCodes } from '../design/asking';
import { armsOf, type Arms } from './arms';
import { checkPublished } from './published';
import { checkSelection } from './selection';

/** A contrast where it stands. */
export interface ContrastPlace {
  readonly node: YamlMap;
  readonly path: Path;
  readonly study: Study;
  /** Those that the contrast is about: of a matrix its items; none for a score, and for what is unknown. */
  readonly outcomes: readonly Outcome[];
  readonly problems: Problems;
}

/** Adds contrasts that compare nothing, that share a name, or whose published effect contradicts itself. */
export function checkContrasts(study: Study, problems: Problems): void {
  const { yaml } = problems;
  const outcomes = byName(study);
  const names = new Map<string, number>();
  for (const [i, node] of itemsOf(at(yaml.root, 'contrasts')).entries()) {
    const path = ['contrasts', i];
    if (node.kind !== 'map' || yaml.isBroken(path)) continue;
    const outcome = textOf(at(node, 'outcome'));
    const place = { node, path, study, outcomes: outcomes.get(outcome ?? '') ?? [], problems };
    checkPublished(place);
    const arms = armsOf(place);
    if (!arms || !checkArms(place, arms)) continue;
    checkShare(place);
    checkSelection(place);
    checkName(place, `${nameOf(node, arms)}\n${outcome}`, names);
  }
}

function byName({ outcomes }: Study): ReadonlyMap<string, readonly Outcome[]> {
  const named = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    for (const name of new Set([outcome.id, outcome.matrix?.outcome ?? outcome.id])) {
      const found = named.get(name);
      if (found) found.push(outcome);
      else named.set(name, [outcome]);
    }
  }
  return named;
}

/** Whether the two sides can be compared. */
function checkArms({ node, path, outcomes, problems }: ContrastPlace, arms: Arms): boolean {
  const add = (at: YamlNode, key: string, message: string, help: string): false => {
    problems.add({ code: 'contrasts/arms', at: at.span, path: [...path, key], message, help });
    return false;
  };
  if (arms.treatment === arms.control) {
    const help = 'Name two that differ.';
    const at = arms.controlNode ?? arms.treatmentNode;
    return add(at, 'control', `\`${arms.treatment}\` is compared with itself.`, help);
  }
  const outcome = node.byKey.get('outcome')?.value;
  if (!outcome || outcomes.length === 0) return true;
  const problem = outcomes.map(arms.problemWith);
  const first = problem.find((one) => one !== undefined);
  if (first === undefined || problem.includes(undefined)) return true;
  return add(outcome, 'outcome', first.message, first.help);
}

function checkShare({ node, path, outcomes, problems }: ContrastPlace): void {
  const share = at(node, 'share');
  const [outcome] = outcomes;
  if (share && outcome) checkCodes(share, outcome.scale, [...path, 'share'], problems);
}

function nameOf(node: YamlMap, { treatment, control, prefix }: Arms): string {
  const share = itemsOf(at(node, 'share')).flatMap((code) => textOf(code) ?? []);
  const id = `${prefix}${treatment}-${control}${share.length > 0 ? `.share-${share.join('+')}` : ''}`;
  return textOf(at(node, 'id')) ?? id;
}

function checkName({ node, path, problems }: ContrastPlace, name: string, names: Map<string, number>): void {
  const first = names.get(name);
  if (first === undefined) return void names.set(name, Number(path[1]) + 1);
  const id = at(node, 'id') ?? at(node, 'treatment') ?? node;
  problems.add({
    code: 'contrasts/duplicate',
    at: id.span,
    path: [...path, 'id'],
    message: `The contrast is called \`${name.split('\n')[0]}\`, as is number ${first}, of the same outcome.`,
    help: node.byKey.has('id') ? 'Give it another `id`.' : 'Give it an `id` of its own.',
  });
}
