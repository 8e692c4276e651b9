import type { StudyDocument } from '../study/document';
import { at, entriesOf, textOf } from '../study/model/pick';
import type { YamlEntry } from '../study/tree/types';
import type { Range } from '../util/range';
import type { Symbol } from './types';

const SECTIONS: Readonly<Record<string, Symbol['kind']>> = {
  conditions: 'condition',
  outcomes: 'outcome',
  scales: 'scale',
  factors: 'factor',
};
const PLAIN = ['respondents', 'contrasts', 'simulate'];

/** The outline: the study with its conditions, outcomes, scales, factors and where its answers come from. */
export function symbols(document: StudyDocument): readonly Symbol[] {
  const { root } = document.yaml;
  const entries = entriesOf(root);
  const first = entries[0];
  if (!first) return [];
  const children = entries.flatMap((entry) => sectionOf(entry, document) ?? []);
  return [
    {
      name: document.study.id,
      detail: document.study.title,
      kind: 'study',
      range: document.yaml.range({ start: 0, end: document.text.length }),
      selection: document.yaml.range(first.keySpan),
      children,
    },
  ];
}

function sectionOf(entry: YamlEntry, document: StudyDocument): Symbol | undefined {
  const kind = SECTIONS[entry.key];
  if (kind === undefined && !PLAIN.includes(entry.key)) return undefined;
  const children =
    kind === undefined ? [] : entriesOf(entry.value).map((child) => symbolOf(child, kind, document));
  return { ...symbolOf(entry, 'section', document), children };
}

function symbolOf(entry: YamlEntry, kind: Symbol['kind'], document: StudyDocument): Symbol {
  return {
    name: entry.key,
    detail: kind === 'section' ? '' : detailOf(entry),
    kind,
    range: rangeOf(entry, document),
    selection: document.yaml.range(entry.keySpan),
    children: [],
  };
}

/** From the key to the end of the value, which an alias may have elsewhere. */
function rangeOf({ keySpan, value }: YamlEntry, document: StudyDocument): Range {
  return document.yaml.range({ start: keySpan.start, end: Math.max(keySpan.end, value.span.end) });
}

function detailOf({ value }: YamlEntry): string {
  const said = ['label', 'question', 'text', 'type']
    .map((key) => textOf(at(value, key)))
    .find((text) => text);
  return said === undefined ? '' : said.length > 60 ? `${said.slice(0, 60)}…` : said;
}
