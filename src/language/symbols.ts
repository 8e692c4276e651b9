import type { SourceDocument } from '../study/document';
import { at, entriesOf, itemsOf, textOf } from '../study/model/pick';
import type { YamlEntry, YamlNode } from '../study/tree/types';
import type { Range } from '../util/range';
import { isStudy } from './format';
import type { Symbol } from './types';

type Kind = Symbol['kind'];
type Children = (node: YamlNode | undefined, document: SourceDocument) => readonly Symbol[];

/** The outline of a study with what it defines and where its answers come from; of `vignette.yaml` with its models. */
export function symbols(document: SourceDocument): readonly Symbol[] {
  const entries = entriesOf(document.yaml.root);
  const [first] = entries;
  if (!first) return [];
  const sections = isStudy(document) ? STUDY : PROJECT;
  const children = entries.flatMap((entry) => {
    const inside = sections[entry.key];
    return inside ? [symbolOf(entry, 'section', document, inside(entry.value, document))] : [];
  });
  const named = isStudy(document)
    ? ({ name: document.study.id, detail: document.study.title, kind: 'study' } as const)
    : ({ name: 'vignette.yaml', detail: '', kind: 'project' } as const);
  return [
    {
      ...named,
      range: document.yaml.range({ start: 0, end: document.text.length }),
      selection: document.yaml.range(first.keySpan),
      children,
    },
  ];
}

const entriesAs =
  (
    kind: Kind,
    inside: (entry: YamlEntry, document: SourceDocument) => readonly Symbol[] = () => [],
  ): Children =>
  (node, document) =>
    entriesOf(node).map((entry) => symbolOf(entry, kind, document, inside(entry, document)));

const outcome = entriesAs('outcome', ({ value }, document) => {
  const scale = at(value, 'scale');
  return [
    ...entriesAs('outcome')(at(scale, 'items'), document),
    ...entriesAs('attribute')(at(scale, 'attributes'), document),
  ];
});

const nothing: Children = () => [];

const STUDY: Readonly<Record<string, Children>> = {
  scales: entriesAs('scale'),
  factors: entriesAs('factor', ({ value }, document) => entriesAs('level')(value, document)),
  conditions: entriesAs('condition'),
  crossed: crossedConditions,
  items: entriesAs('item'),
  outcomes: outcome,
  respondents: nothing,
  panel: (node, document) => entriesAs('margin')(at(node, 'margins'), document),
  contrasts,
  scores: entriesAs('score'),
  expect: nothing,
  simulate: nothing,
};

const PROJECT: Readonly<Record<string, Children>> = {
  models: entriesAs('model'),
  budget: nothing,
  results: nothing,
  prompts: nothing,
};

/** More conditions than this are counted, not listed: nobody reads them in an outline. */
const MOST_CROSSED = 200;

/** Crossed conditions stand nowhere by themselves: each leads to where they are made. */
function crossedConditions(node: YamlNode | undefined, document: SourceDocument): readonly Symbol[] {
  if (!node || !isStudy(document) || !document.study.crossed) return [];
  const range = document.yaml.range(node.span);
  const { conditions } = document.study;
  const shown = conditions.slice(0, MOST_CROSSED).map(({ id, control }): Symbol => ({
    name: id,
    detail: control ? 'control' : '',
    kind: 'condition',
    range,
    selection: range,
    children: [],
  }));
  const more = conditions.length - shown.length;
  if (more === 0) return shown;
  return [
    ...shown,
    { name: `… and ${more} more`, detail: '', kind: 'condition', range, selection: range, children: [] },
  ];
}

function contrasts(node: YamlNode | undefined, document: SourceDocument): readonly Symbol[] {
  return itemsOf(node).map((item) => {
    const said = (key: string): string | undefined => textOf(at(item, key));
    const range = document.yaml.range(item.span);
    const compared = [said('treatment'), said('control')].filter((one) => one !== undefined).join('-');
    return {
      name: said('id') ?? compared,
      detail: said('outcome') ?? '',
      kind: 'contrast',
      range,
      selection: range,
      children: [],
    };
  });
}

function symbolOf(
  entry: YamlEntry,
  kind: Kind,
  document: SourceDocument,
  children: readonly Symbol[],
): Symbol {
  return {
    name: entry.key,
    detail: kind === 'section' ? '' : detailOf(entry),
    kind,
    range: rangeOf(entry, document),
    selection: document.yaml.range(entry.keySpan),
    children,
  };
}

/** From the key to the end of the value, which an alias may have elsewhere. */
function rangeOf({ keySpan, value }: YamlEntry, document: SourceDocument): Range {
  return document.yaml.range({ start: keySpan.start, end: Math.max(keySpan.end, value.span.end) });
}

function detailOf({ value }: YamlEntry): string {
  const said = ['label', 'question', 'text', 'type', 'model', 'file']
    .map((key) => textOf(at(value, key)))
    .find((text) => text);
  const text = said ?? textOf(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
