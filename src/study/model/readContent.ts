import { CONDITION_LIMIT, OUTCOME_LIMIT } from '../format/conditions';
import type { YamlEntry, YamlNode } from '../tree/types';
import type { Condition, Factor, Outcome, Scale, Wording } from '../types';
import { at, booleanOf, entriesOf, itemsOf, mapOf, oneOf, textOf, textsOf } from './pick';
import { mergeScale, readScale } from './readScale';

const WORDINGS = ['verbatim', 'paraphrased', 'described'] as const;

export function readFactors(root: YamlNode): readonly Factor[] {
  return entriesOf(at(root, 'factors')).map(({ key, value }) => ({
    id: key,
    levels: entriesOf(value).map((level) => ({ id: level.key, text: textOf(level.value) ?? '' })),
  }));
}

/** The conditions of the file, else the one that is always there. */
export function readConditions(root: YamlNode): readonly Condition[] {
  const entries = entriesOf(at(root, 'conditions')).slice(0, CONDITION_LIMIT);
  return entries.length > 0 ? entries.map(readCondition) : [ALL];
}

const ALL: Condition = {
  id: 'all',
  label: 'all',
  control: false,
  levels: [],
  text: '',
  media: [],
  wording: 'verbatim',
  simulated: true,
};

function readCondition({ key, value }: YamlEntry): Condition {
  const pages = itemsOf(at(value, 'pages')).flatMap((page) => textOf(page) ?? []);
  return {
    id: key,
    label: textOf(at(value, 'label')) ?? key,
    control: booleanOf(at(value, 'control')) ?? false,
    levels: entriesOf(at(value, 'factors')).flatMap((entry) => {
      const level = textOf(entry.value);
      return level === undefined ? [] : [{ factor: entry.key, level }];
    }),
    text: textOf(at(value, 'text')) ?? pages.join('\n\n'),
    media: [],
    wording: wordingOf(value),
    simulated: true,
  };
}

function wordingOf(node: YamlNode): Wording {
  return oneOf(at(node, 'wording'), WORDINGS) ?? 'verbatim';
}

/** The scales that can be used by name. */
export function readScales(root: YamlNode): ReadonlyMap<string, Scale> {
  return new Map(
    entriesOf(at(root, 'scales')).flatMap(({ key, value }) => {
      const scale = readScale(value);
      return scale ? [[key, scale] as const] : [];
    }),
  );
}

/** The outcomes that have a question and a scale to answer on. */
export function readOutcomes(
  root: YamlNode,
  scales: ReadonlyMap<string, Scale>,
  conditions: readonly string[],
): readonly Outcome[] {
  const known = new Set(conditions);
  return entriesOf(at(root, 'outcomes'))
    .slice(0, OUTCOME_LIMIT)
    .flatMap((entry) => readOutcome(entry, scales, conditions, known) ?? []);
}

function readOutcome(
  { key, value }: YamlEntry,
  scales: ReadonlyMap<string, Scale>,
  conditions: readonly string[],
  known: ReadonlySet<string>,
): Outcome | undefined {
  const question = textOf(at(value, 'question'));
  const scale = scaleAt(at(value, 'scale'), scales);
  if (question === undefined || scale === undefined) return undefined;
  const asked = mapOf(value)?.byKey.has('ask') ? new Set(textsOf(at(value, 'ask'))) : known;
  return {
    id: key,
    question,
    scale,
    matrix: undefined,
    role: oneOf(at(value, 'role'), ['primary', 'secondary', 'check', 'attention']) ?? 'primary',
    correct: [],
    askIf: undefined,
    higher: textOf(at(value, 'higher')),
    wording: wordingOf(value),
    ask: conditions.filter((id) => asked.has(id)),
    variants: entriesOf(at(value, 'in'))
      .filter((entry) => known.has(entry.key))
      .map((entry) => ({
        condition: entry.key,
        question: textOf(at(entry.value, 'question')) ?? question,
        scale: variantScale(scale, at(entry.value, 'scale'), scales),
      })),
  };
}

function scaleAt(node: YamlNode | undefined, scales: ReadonlyMap<string, Scale>): Scale | undefined {
  const named = textOf(node);
  return named === undefined ? readScale(node) : scales.get(named);
}

/** The scale of an outcome in one condition. */
function variantScale(base: Scale, node: YamlNode | undefined, scales: ReadonlyMap<string, Scale>): Scale {
  const named = textOf(node);
  return named === undefined ? mergeScale(base, node) : (scales.get(named) ?? base);
}
