import { stimulusOf } from '../../render';
import { templatesIn } from '../../template';
import type { Outcome, Scale, Study } from '../../types';

/**
 * Conditions in which a respondent reads the same as in an earlier one: texts, questions and options together. Takes
 * time in proportion to what the file writes out, not to conditions times outcomes: what an outcome reads like
 * everywhere is told by the levels of the factors that it names.
 */
export function sameStimuli(study: Study): readonly { readonly id: string; readonly same: string }[] {
  const sourceOf = sources();
  const own = ownReadings(study, sourceOf);
  const shared = sharedFactors(study, sourceOf);
  const first = new Map<string, string>();
  return study.conditions.flatMap((condition) => {
    const { id, levels } = condition;
    const reading = JSON.stringify([
      stimulusOf(study, condition),
      levels.filter(({ factor }) => shared.has(factor)),
      own.get(id) ?? [],
    ]);
    const same = first.get(reading);
    if (same !== undefined) return [{ id, same }];
    first.set(reading, id);
    return [];
  });
}

/** What outcomes say in some conditions alone. */
function ownReadings(study: Study, sourceOf: Sources): ReadonlyMap<string, readonly unknown[]> {
  const levels = new Map(study.conditions.map((condition) => [condition.id, condition.levels]));
  const readings = new Map<string, unknown[]>();
  const read = (condition: string, outcome: string, { question, scale }: Asked): void => {
    const source = sourceOf(scale);
    const named = new Set([...factorsIn(question), ...source.factors]);
    const told = named.size > 0 ? levels.get(condition)?.filter(({ factor }) => named.has(factor)) : [];
    const reading = [outcome, question, source.text, told];
    const before = readings.get(condition);
    if (before) before.push(reading);
    else readings.set(condition, [reading]);
  };
  for (const outcome of study.outcomes) {
    const variants = new Map(outcome.variants.map((variant) => [variant.condition, variant]));
    const asked = isEverywhere(outcome, study) ? variants.keys() : outcome.ask;
    for (const condition of asked) read(condition, outcome.id, variants.get(condition) ?? outcome);
  }
  return readings;
}

interface Asked {
  readonly question: string;
  readonly scale: Scale;
}

/** The factors in the questions and options of what is asked in every condition. */
function sharedFactors(study: Study, sourceOf: Sources): ReadonlySet<string> {
  const everywhere = study.outcomes.filter((outcome) => isEverywhere(outcome, study));
  return new Set(
    everywhere.flatMap(({ question, scale }) => [...factorsIn(question), ...sourceOf(scale).factors]),
  );
}

function isEverywhere({ ask }: Outcome, { conditions }: Study): boolean {
  return ask.length === conditions.length;
}

type Sources = (scale: Scale) => { readonly text: string; readonly factors: readonly string[] };

/** Many outcomes share a scale, which is written out once. */
function sources(): Sources {
  const known = new Map<Scale, ReturnType<Sources>>();
  return (scale) => {
    const found = known.get(scale);
    if (found) return found;
    const text = JSON.stringify(scale);
    const source = { text, factors: factorsIn(text) };
    known.set(scale, source);
    return source;
  };
}

function factorsIn(text: string): readonly string[] {
  return text.includes('{{') ? templatesIn(text).map(({ name }) => name) : [];
}
