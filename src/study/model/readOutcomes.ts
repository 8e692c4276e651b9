import { OUTCOME_LIMIT } from '../format/outcomes';
import type { YamlEntry, YamlNode } from '../tree/types';
import type { AskIf, Outcome, Scale } from '../types';
import { at, entriesOf, integerOf, itemsOf, mapOf, oneOf, textOf, textsOf } from './pick';
import { wordingOf } from './readConditions';
import { mergeScale, readScale } from './readScale';

/** The scales that can be used by name; a rubric may name one that stands behind it. */
export function readScales(root: YamlNode): ReadonlyMap<string, Scale> {
  const entries = entriesOf(at(root, 'scales'));
  const named = (scales: ReadonlyMap<string, Scale>): ReadonlyMap<string, Scale> =>
    new Map(
      entries.flatMap(({ key, value }) => {
        const scale = readScale(value, scales);
        return scale ? [[key, scale] as const] : [];
      }),
    );
  const first = named(new Map());
  return entries.some(({ value }) => at(value, 'rubric')) ? named(first) : first;
}

/** What the outcomes of a study are read with. */
interface Context {
  readonly scales: ReadonlyMap<string, Scale>;
  /** Ids in file order. */
  readonly conditions: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

/** The outcomes that have a question and a scale to answer on; a matrix is one outcome an item. */
export function readOutcomes(
  root: YamlNode,
  scales: ReadonlyMap<string, Scale>,
  conditions: readonly string[],
): readonly Outcome[] {
  const context = { scales, conditions, places: new Map(conditions.map((id, i) => [id, i])) };
  const outcomes: Outcome[] = [];
  for (const entry of entriesOf(at(root, 'outcomes'))) {
    if (outcomes.length >= OUTCOME_LIMIT) break;
    outcomes.push(...readOutcome(entry, context));
  }
  return outcomes.slice(0, OUTCOME_LIMIT);
}

function readOutcome(entry: YamlEntry, context: Context): readonly Outcome[] {
  const { key, value } = entry;
  const question = textOf(at(value, 'question'));
  const written = at(value, 'scale');
  const isMatrix = textOf(at(written, 'type')) === 'matrix';
  const scale = scaleAt(isMatrix ? at(written, 'of') : written, context.scales);
  if (question === undefined || scale === undefined) return [];
  const outcome: Outcome = {
    id: key,
    question,
    scale,
    matrix: undefined,
    role: oneOf(at(value, 'role'), ['primary', 'secondary', 'check', 'attention']) ?? 'primary',
    correct: itemsOf(at(value, 'correct')).flatMap((code) => integerOf(code) ?? []),
    askIf: readAskIf(at(value, 'askIf')),
    higher: textOf(at(value, 'higher')),
    wording: wordingOf(value) ?? 'verbatim',
    ask: askedIn(value, context),
    variants: entriesOf(at(value, 'in'))
      .filter((variant) => context.places.has(variant.key))
      .map((variant) => ({
        condition: variant.key,
        question: textOf(at(variant.value, 'question')) ?? question,
        scale: variantScale(scale, at(variant.value, 'scale'), context.scales),
      })),
  };
  if (!isMatrix) return [outcome];
  return entriesOf(at(written, 'items')).flatMap((item) => matrixItem(outcome, item, value) ?? []);
}

/** The conditions in which an outcome is asked, in file order. */
function askedIn(outcome: YamlNode, { conditions, places }: Context): readonly string[] {
  const ask = mapOf(outcome)?.byKey.get('ask')?.value;
  if (ask === undefined) return conditions;
  const asked = [...new Set(textsOf(ask))].filter((id) => places.has(id));
  return asked.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

function readAskIf(node: YamlNode | undefined): AskIf | undefined {
  const is = at(node, 'is');
  const outcome = textOf(at(node, 'outcome'));
  if (outcome !== undefined) {
    return { kind: 'outcome', outcome, is: itemsOf(is).flatMap((code) => integerOf(code) ?? []) };
  }
  const column = textOf(at(node, 'column'));
  return column === undefined ? undefined : { kind: 'column', column, is: textsOf(is) };
}

/** An item of a matrix, which inherits all else; where a condition leaves it out it is not asked. */
function matrixItem(outcome: Outcome, { key, value }: YamlEntry, node: YamlNode): Outcome | undefined {
  const text = textOf(value) ?? textOf(at(value, 'text'));
  if (text === undefined) return undefined;
  const changes = new Map(
    outcome.variants.map(({ condition }) => [
      condition,
      mapOf(at(at(at(at(node, 'in'), condition), 'scale'), 'items'))?.byKey.get(key)?.value,
    ]),
  );
  const leftOut = new Set(
    [...changes].filter(([, change]) => change && textOf(change) === undefined).map(([id]) => id),
  );
  const asked = (question: string, item: string): string => `${question}\n\n${item}`;
  return {
    ...outcome,
    id: `${outcome.id}.${key}`,
    question: asked(outcome.question, text),
    matrix: { outcome: outcome.id, item: key },
    wording: wordingOf(value) ?? outcome.wording,
    ask: leftOut.size === 0 ? outcome.ask : outcome.ask.filter((id) => !leftOut.has(id)),
    variants: outcome.variants.map((variant) => ({
      ...variant,
      question: asked(variant.question, textOf(changes.get(variant.condition)) ?? text),
    })),
  };
}

function scaleAt(node: YamlNode | undefined, scales: ReadonlyMap<string, Scale>): Scale | undefined {
  const named = textOf(node);
  return named === undefined ? readScale(node, scales) : scales.get(named);
}

/** The scale of an outcome in one condition. */
function variantScale(base: Scale, node: YamlNode | undefined, scales: ReadonlyMap<string, Scale>): Scale {
  const named = textOf(node);
  return named === undefined ? mergeScale(base, node) : (scales.get(named) ?? base);
}
