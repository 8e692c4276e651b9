import { nearest } from '../../util/nearest';
import type { Path } from '../../util/range';
import { at, entriesOf, itemsOf, textOf } from '../model/pick';
import { rename, type Problems } from '../problems';
import { studyShape } from '../format/study';
import { walk } from '../schema/walk';
import { templatesIn } from '../template';
import type { Span, YamlNode, YamlScalar } from '../tree/types';
import type { Study } from '../types';
import { nodeAtPath } from '../tree/lookup';

/** Adds templates with unknown names, and factors that no text uses. */
export function checkTemplates(study: Study, problems: Problems): void {
  const { root } = problems.yaml;
  const context: Context = {
    study,
    problems,
    factors: new Set(entriesOf(at(root, 'factors')).map(({ key }) => key)),
    profile: profileNames(root),
    fixed: new Map(study.conditions.map(({ id, levels }) => [id, new Set(levels.map((l) => l.factor))])),
  };
  const uses: Use[] = [];
  walk(root, studyShape, [], {
    text: (node, shape, path) => {
      if (shape.template) uses.push(...usesIn(node, path, context));
      else if (path[0] === 'factors' && path.length === 3) noTemplates(node, path, context);
    },
  });
  if (problems.yaml.hasBroken(['factors'])) return;
  uses.forEach((use) => checkUse(use, context));
  if (!['intro', 'conditions', 'outcomes', 'scales'].some((key) => problems.yaml.hasBroken([key])))
    checkUnused(uses, context);
}

interface Context {
  readonly study: Study;
  readonly problems: Problems;
  readonly factors: ReadonlySet<string>;
  readonly profile: ReadonlySet<string>;
  /** The factors whose level each condition names. */
  readonly fixed: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Use {
  readonly name: string;
  readonly span: Span;
  readonly path: Path;
}

function profileNames(root: YamlNode): ReadonlySet<string> {
  const entries = itemsOf(at(at(root, 'respondents'), 'profile'));
  return new Set(
    entries.flatMap((entry) => [textOf(at(entry, 'field')) ?? [], textOf(at(entry, 'column')) ?? []].flat()),
  );
}

function usesIn(node: YamlScalar, path: Path, { problems }: Context): readonly Use[] {
  const source = problems.yaml.text.slice(node.span.start, node.span.end);
  const open = source.search(/\{\{(?![^{}]*\}\})/);
  if (open >= 0) {
    const start = node.span.start + open;
    const message = 'A template begins here, but is not closed.';
    const help = 'Write `{{ name }}`, with two braces on both sides.';
    problems.add({ code: 'template/unknown-variable', at: { start, end: start + 2 }, path, message, help });
  }
  return templatesIn(source).map(({ name, span }) => ({
    name,
    span: { start: node.span.start + span.start, end: node.span.start + span.end },
    path,
  }));
}

function noTemplates(node: YamlScalar, path: Path, { problems }: Context): void {
  if (!node.text.includes('{{')) return;
  const message = 'The text of a level cannot hold templates.';
  const help = 'Put the template into the text of the condition.';
  problems.add({ code: 'template/unknown-variable', at: node.span, path, message, help });
}

function checkUse(use: Use, context: Context): void {
  const { name } = use;
  if (name.startsWith('profile.')) return checkProfile(use, name.slice('profile.'.length), context);
  if (name === 'item' || name.startsWith('item.')) {
    const message = 'Items are part of the format, but this version cannot simulate them.';
    return context.problems.add({ code: 'study/unsupported', at: use.span, path: use.path, message });
  }
  if (!context.factors.has(name)) return unknownName(use, context.factors, '', context);
  const without = conditionsReading(use.path, context.study).find(
    (condition) =>
      !context.fixed.get(condition)?.has(name) && !context.problems.yaml.isBroken(['conditions', condition]),
  );
  if (without === undefined) return;
  context.problems.add({
    code: 'template/unknown-variable',
    at: use.span,
    path: use.path,
    message: `The condition \`${without}\` does not say which level of \`${name}\` it has.`,
    help: `Add \`${name}\` to the factors of \`${without}\`.`,
  });
}

function checkProfile(use: Use, field: string, context: Context): void {
  if (!context.profile.has(field)) unknownName(use, context.profile, 'profile.', context);
}

function unknownName(use: Use, names: ReadonlySet<string>, prefix: string, { problems }: Context): void {
  const known = [...names].map((name) => `${prefix}${name}`);
  const close = nearest(use.name, known);
  const list = known.slice(0, 16).map((name) => `\`${name}\``);
  const place = prefix === '' ? 'factors' : 'respondents.profile';
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

/** The conditions in which the text at a path is read; none where that is not certain. */
function conditionsReading(path: Path, study: Study): readonly string[] {
  const [section, id, key, variant] = path;
  if (section === 'intro') return study.conditions.map((condition) => condition.id);
  if (section === 'conditions') return [String(id)];
  if (section !== 'outcomes') return [];
  if (key === 'in') return [String(variant)];
  const outcome = study.outcomes.find((candidate) => candidate.id === id);
  const replaced = new Set(outcome?.variants.map(({ condition }) => condition));
  return (outcome?.ask ?? []).filter((condition) => !replaced.has(condition));
}

function checkUnused(uses: readonly Use[], { study, problems, fixed }: Context): void {
  const shared = new Set(uses.filter(({ path }) => path[0] !== 'conditions').map(({ name }) => name));
  const own = new Set(uses.flatMap(({ name, path }) => (path[0] === 'conditions' ? [name] : [])));
  for (const { id } of study.factors) {
    if (shared.has(id) || own.has(id)) continue;
    const node = nodeAtPath(problems.yaml.root, ['factors']);
    const entry = node?.kind === 'map' ? node.byKey.get(id) : undefined;
    const conditions = [...fixed].filter(([, factors]) => factors.has(id)).length;
    problems.add({
      code: 'template/unused-factor',
      at: entry?.keySpan ?? { start: 0, end: 0 },
      path: ['factors', id],
      message:
        conditions === 0 ? `No condition and no text uses \`${id}\`.` : `No text says \`{{ ${id} }}\`.`,
    });
  }
}
