import { nearest } from '../../util/nearest';
import type { Path } from '../../util/range';
import { at, entriesOf } from '../model/pick';
import { rename, type Problems } from '../problems';
import { nodeAtPath } from '../tree/lookup';
import type { YamlNode } from '../tree/types';
import type { Item, Outcome, Study } from '../types';
import { namesOf } from './define';
import type { Facts, TemplateName, TextPlace } from './facts';

/** Adds templates with unknown names, and factors that no text uses. */
export function checkTemplates(study: Study, facts: Facts, problems: Problems): void {
  const { root } = problems.yaml;
  for (const place of facts.unclosed) unclosed(place, problems);
  for (const place of facts.misplaced) misplaced(place, problems);
  if (problems.yaml.hasBroken(['factors'])) return;
  const factors = new Set(entriesOf(at(root, 'factors')).map(({ key }) => key));
  const context: Context = {
    problems,
    factors,
    profile: new Set(namesOf(root, 'profileName', undefined, ['panel'])),
    itemNames: itemNames(root),
    attributes: new Set(namesOf(root, 'attribute')),
    items: new Map(study.items.map((item) => [item.id, item])),
    conditions: study.conditions.map(({ id }) => id),
    without: withoutLevel(study, factors, problems),
    outcomes: new Map(study.outcomes.map((outcome) => [outcome.matrix?.outcome ?? outcome.id, outcome])),
  };
  for (const use of facts.templates) checkUse(use, context);
  if (
    !['intro', 'conditions', 'crossed', 'items', 'outcomes', 'scales'].some((key) =>
      problems.yaml.hasBroken([key]),
    )
  )
    checkUnused(study, facts, problems);
}

interface Context {
  readonly problems: Problems;
  readonly factors: ReadonlySet<string>;
  readonly profile: ReadonlySet<string>;
  /** `item` and its fields, as templates name them; none without items. */
  readonly itemNames: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, Item>;
  readonly conditions: readonly string[];
  /** The conditions that name no level of a factor, in order. */
  readonly without: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of a matrix one of its items. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

function itemNames(root: YamlNode): ReadonlySet<string> {
  if (entriesOf(at(root, 'items')).length === 0) return new Set();
  return new Set(['item', ...(namesOf(root, 'itemField') ?? []).map((field) => `item.${field}`)]);
}

function withoutLevel(
  study: Study,
  factors: ReadonlySet<string>,
  { yaml }: Problems,
): ReadonlyMap<string, ReadonlySet<string>> {
  const without = new Map([...factors].map((factor) => [factor, new Set<string>()]));
  for (const { id, levels } of study.conditions) {
    if (levels.length >= factors.size || yaml.isBroken(['conditions', id])) continue;
    const named = new Set(levels.map(({ factor }) => factor));
    for (const [factor, conditions] of without) if (!named.has(factor)) conditions.add(id);
  }
  return without;
}

function unclosed({ span, path }: TextPlace, problems: Problems): void {
  const message = 'A template begins here, but is not closed.';
  const help = 'Write `{{ name }}`, with two braces on both sides.';
  problems.add({ code: 'template/unknown-variable', at: span, path, message, help });
}

function misplaced({ span, path }: TextPlace, problems: Problems): void {
  const message = 'The text of a level cannot hold templates.';
  const help = 'Put the template into the text of the condition.';
  problems.add({ code: 'template/unknown-variable', at: span, path, message, help });
}

function checkUse(use: TemplateName, context: Context): void {
  const { name } = use;
  if (name.startsWith('profile.')) return checkProfile(use, name.slice('profile.'.length), context);
  if (name === 'item' || name.startsWith('item.')) return checkItem(use, context);
  if (!context.factors.has(name) && context.attributes.has(name)) return checkAttribute(use, context);
  if (!context.factors.has(name)) return unknownName(use, context.factors, '', context);
  const without = firstReading(use.path, context.without.get(name) ?? new Set(), context);
  if (without === undefined) return;
  context.problems.add({
    code: 'template/unknown-variable',
    at: use.span,
    path: use.path,
    message: `The condition \`${without}\` does not say which level of \`${name}\` it has.`,
    help: `Add \`${name}\` to the factors of \`${without}\`.`,
  });
}

function checkProfile(use: TemplateName, field: string, context: Context): void {
  if (!context.profile.has(field)) unknownName(use, context.profile, 'profile.', context);
}

/** The level of an attribute is that of an alternative, which only the question of the conjoint is about. */
function checkAttribute({ name, span, path }: TemplateName, { outcomes, problems }: Context): void {
  const [section, id] = path;
  const scale = outcomes.get(String(id))?.scale;
  const isAbout = scale?.type === 'choice' && scale.attributes.some((attribute) => attribute.id === name);
  if (section === 'outcomes' && (!scale || isAbout)) return;
  problems.add({
    code: 'template/unknown-variable',
    at: span,
    path,
    message: `\`${name}\` is an attribute of a conjoint, and has no level here.`,
    help: 'Use it in the question of the outcome that has the attribute.',
  });
}

/** The item itself does not stand in its own text. */
function checkItem(use: TemplateName, { itemNames, problems }: Context): void {
  if (itemNames.has(use.name) && !(use.name === 'item' && use.path[0] === 'items')) return;
  unknownName(use, itemNames, '', { problems }, 'items');
}

function unknownName(
  use: TemplateName,
  names: ReadonlySet<string>,
  prefix: string,
  { problems }: Pick<Context, 'problems'>,
  place = prefix === '' ? 'factors' : 'respondents.profile',
): void {
  const known = [...names].map((name) => `${prefix}${name}`);
  const close = nearest(use.name, known);
  const list = known.slice(0, 16).map((name) => `\`${name}\``);
  problems.add({
    code: 'template/unknown-variable',
    at: use.span.end > use.span.start ? use.span : { start: use.span.start - 2, end: use.span.end + 2 },
    path: use.path,
    message: `The template \`${use.name.slice(0, 40)}\` names nothing under \`${place}\`.`,
    help: close
      ? `Did you mean \`${close}\`?`
      : list.length > 0
        ? `Known here: ${list.join(', ')}.`
        : `Add it under \`${place}\`, or remove the template.`,
    fixes: close ? [rename(use.span, close)] : [],
  });
}

/** The first of some conditions in which the text at a path is read; none where that is not certain. */
function firstReading(
  path: Path,
  among: ReadonlySet<string>,
  { outcomes, items, conditions }: Context,
): string | undefined {
  if (among.size === 0) return undefined;
  const [section, id, key, variant] = path;
  if (section === 'intro') return among.values().next().value;
  if (section === 'conditions') return among.has(String(id)) ? String(id) : undefined;
  if (section !== 'outcomes' && section !== 'items') return undefined;
  if (key === 'in') return among.has(String(variant)) ? String(variant) : undefined;
  const [text, asked] =
    section === 'items'
      ? [items.get(String(id)), conditions]
      : [outcomes.get(String(id)), outcomes.get(String(id))?.ask ?? []];
  const replaced = new Set(text?.variants.map(({ condition }) => condition));
  return asked.find((condition) => among.has(condition) && !replaced.has(condition));
}

function checkUnused({ factors, conditions }: Study, facts: Facts, problems: Problems): void {
  const used = new Set(facts.templates.map(({ name }) => name));
  const fixed = new Set(conditions.flatMap(({ levels }) => levels.map(({ factor }) => factor)));
  const node = nodeAtPath(problems.yaml.root, ['factors']);
  for (const { id } of factors) {
    const entry = node?.kind === 'map' ? node.byKey.get(id) : undefined;
    if (used.has(id) || !entry) continue;
    problems.add({
      code: 'template/unused-factor',
      at: entry.keySpan,
      path: ['factors', id],
      message: fixed.has(id) ? `No text says \`{{ ${id} }}\`.` : `No condition and no text uses \`${id}\`.`,
    });
  }
}
