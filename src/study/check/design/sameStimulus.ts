import { stimulusOf } from '../../render';
import { templatesIn } from '../../template';
import type { Outcome, Study } from '../../types';

/** A condition, and an earlier one in which a respondent reads the same. */
export interface Same {
  readonly id: string;
  readonly as: string;
}

/**
 * Conditions in which a respondent reads the same as in an earlier one: texts, items, questions and options together.
 * Those that differ in a factor which no text uses (`used` are the names in templates) are left out: that factor is the
 * mistake. Takes time in proportion to what the file writes out, not to conditions times outcomes: what is the same
 * text everywhere is told by the levels of the factors in it.
 */
export function sameStimuli(study: Study, used: ReadonlySet<string>): readonly Same[] {
  const texts = textsIn(study);
  const own = ownReadings(study, texts);
  const told = new Set(texts.flatMap(({ everywhere, factors }) => (everywhere ? factors : [])));
  for (const { id } of study.factors) if (!used.has(id)) told.add(id);
  const first = new Map<string, string>();
  return study.conditions.flatMap((condition) => {
    const { id, levels } = condition;
    const reading = JSON.stringify([
      stimulusOf(study, condition),
      levels.filter(({ factor }) => told.has(factor)),
      own.get(id) ?? [],
    ]);
    const as = first.get(reading);
    if (as !== undefined) return [{ id, as }];
    first.set(reading, id);
    return [];
  });
}

/** What respondents read beside the condition's own text: the question and options of an outcome, or an item. */
interface Text {
  readonly source: string;
  readonly factors: readonly string[];
  readonly everywhere: boolean;
  /** Where it is read, when not everywhere. */
  readonly conditions: readonly string[];
  readonly variants: ReadonlyMap<string, { readonly source: string; readonly factors: readonly string[] }>;
}

function textsIn(study: Study): readonly Text[] {
  const sourceOf = sources();
  const read = ({ question, scale }: Pick<Outcome, 'question' | 'scale'>): Source => {
    const { source, factors } = sourceOf(scale);
    return { source: `${question}\n${source}`, factors: [...factorsIn(question), ...factors] };
  };
  const outcomes = study.outcomes.map((outcome) => ({
    ...read(outcome),
    everywhere: outcome.ask.length === study.conditions.length,
    conditions: outcome.ask,
    variants: new Map(outcome.variants.map((variant) => [variant.condition, read(variant)])),
  }));
  const items = study.items.map((item) => ({
    ...sourceOf([item.text, item.fields]),
    everywhere: true,
    conditions: [],
    variants: new Map(
      item.variants.map(({ condition, text, fields }) => [condition, sourceOf([text, fields])]),
    ),
  }));
  return [...outcomes, ...items];
}

/** What is read in some conditions alone. */
function ownReadings(study: Study, texts: readonly Text[]): ReadonlyMap<string, readonly unknown[]> {
  const levels = new Map(study.conditions.map((condition) => [condition.id, condition.levels]));
  const readings = new Map<string, unknown[]>();
  for (const [place, text] of texts.entries()) {
    for (const condition of text.everywhere ? text.variants.keys() : text.conditions) {
      const { source, factors } = text.variants.get(condition) ?? text;
      const named = new Set(factors);
      const told = named.size > 0 ? levels.get(condition)?.filter(({ factor }) => named.has(factor)) : [];
      const before = readings.get(condition);
      if (before) before.push([place, source, told]);
      else readings.set(condition, [[place, source, told]]);
    }
  }
  return readings;
}

interface Source {
  readonly source: string;
  readonly factors: readonly string[];
}

/** Many outcomes share a scale, which is written out once. */
function sources(): (value: object) => Source {
  const known = new Map<object, Source>();
  return (value) => {
    const found = known.get(value);
    if (found) return found;
    const source = JSON.stringify(value);
    const made = { source, factors: factorsIn(source) };
    known.set(value, made);
    return made;
  };
}

function factorsIn(text: string): readonly string[] {
  return text.includes('{{') ? templatesIn(text).map(({ name }) => name) : [];
}
