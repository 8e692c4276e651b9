import type { HumanData, Person } from '../data/types';
import type { AnswerRecord } from '../simulate/types';
import { variantOf } from '../study/render';
import { scoredScale, statedRange } from '../study/scales';
import type { Contrast, Outcome, Score, Study } from '../study/types';
import { groupBy } from '../util/group';
import type { Answers } from './answers';
import { evaluateReady } from './cell/cell';
import { isSubstantive, type Levels } from './cell/levels';
import { designOf } from './effects/design';
import { contrasted } from './effects/contrasted';
import { scoredAnswer } from './scored';
import type { EffectRow } from './effects/rows';
import type { CellEvaluation, ScoreEvaluation } from './types';

interface ScoresInput {
  readonly study: Study;
  readonly human: HumanData | undefined;
  readonly records: readonly AnswerRecord[];
  readonly people: readonly Person[];
}

/**
 * The composites of a study, observed and predicted: one value a person (and condition and item) who gave a substantive
 * answer to all of its outcomes, a reversed one counted as min + max − x. Predictions are composed of the drawn answers.
 */
export function evaluateScores(input: ScoresInput): {
  readonly scores: readonly ScoreEvaluation[];
  readonly notes: readonly string[];
} {
  const found = input.study.scores.map((score) => evaluateScore(input, score));
  return {
    scores: found.flatMap(({ evaluation }) => evaluation ?? []),
    notes: found.flatMap(({ notes }) => notes),
  };
}

function evaluateScore(
  input: ScoresInput,
  score: Score,
): { readonly evaluation: ScoreEvaluation | undefined; readonly notes: readonly string[] } {
  const { study, human } = input;
  const outcomes = score.of.flatMap((id) => study.outcomes.find((outcome) => outcome.id === id) ?? []);
  const ranges = outcomes.map(({ scale }) => {
    const scored = scoredScale(scale);
    return scored && statedRange(scored);
  });
  if (ranges.length < score.of.length || ranges.length === 0 || ranges.some((range) => range === undefined)) {
    const note = `evaluate/unsupported: No score ${score.id}: each of its outcomes needs a scale with two ends.`;
    return { evaluation: undefined, notes: [note] };
  }
  const range = rangeOf(
    score,
    ranges.filter((each) => each !== undefined),
  );
  const observed = human && observedScores(human, score, outcomes);
  const predicted = predictedScores(input, score, outcomes);
  const effects = contrastsOf(study, score, predicted).map((contrast) =>
    contrasted(study, human, contrast, {
      outcome: undefined,
      range,
      observed:
        observed &&
        designOf(
          study,
          contrast,
          groupBy(observed, ({ condition }) => condition),
        ),
      predicted: designOf(
        study,
        contrast,
        groupBy(predicted, ({ condition }) => condition),
      ),
    }),
  );
  const evaluation: ScoreEvaluation = {
    ...score,
    cells: cellsOf(study, score, range, observed, predicted),
    effects: effects.map(({ effect }) => effect),
  };
  return { evaluation, notes: effects.flatMap(({ notes }) => notes) };
}

/** The ends of a composite. */
function rangeOf(
  { combine }: Score,
  ranges: readonly (readonly [number, number])[],
): readonly [number, number] {
  const sum = (end: 0 | 1) => ranges.reduce((so, range) => so + range[end], 0);
  const parts = combine === 'mean' ? ranges.length : 1;
  return [sum(0) / parts, sum(1) / parts];
}

/** The composite of one set of answers; undefined where one is missing. */
function compose(
  score: Score,
  outcomes: readonly Outcome[],
  condition: string,
  answerTo: (outcome: string) => number | undefined,
): number | undefined {
  let sum = 0;
  for (const outcome of outcomes) {
    const scale = scoredScale(variantOf(outcome, condition).scale);
    const answer = answerTo(outcome.id);
    if (answer === undefined || scale === undefined || !isSubstantive(scale, answer)) return undefined;
    const [low, high] = statedRange(scale) ?? [0, 0];
    sum += score.reverse.includes(outcome.id) ? low + high - answer : answer;
  }
  // Thirds and the like come out equal however they were summed.
  return Number((score.combine === 'mean' ? sum / outcomes.length : sum).toPrecision(12));
}

function observedScores(human: HumanData, score: Score, outcomes: readonly Outcome[]): readonly EffectRow[] {
  return human.rows.flatMap((row) => {
    const { person, condition, item } = row;
    const value = compose(score, outcomes, condition, (outcome) => scoredAnswer(row, outcome));
    if (value === undefined) return [];
    const { id, weight, profile } = person;
    return [{ person: id, weight, profile, condition, item, value, mass: 1 }];
  });
}

function predictedScores(
  { records, people }: ScoresInput,
  score: Score,
  outcomes: readonly Outcome[],
): readonly EffectRow[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const wanted = records.filter(({ outcome }) => score.of.includes(outcome));
  const sheets = groupBy(wanted, ({ person, condition, item, draw }) =>
    [person, condition, item ?? '', draw].join('\n'),
  );
  return [...sheets.values()].flatMap((sheet) => {
    const [first] = sheet;
    const answers = new Map(
      sheet.flatMap(({ outcome, result }) => (result.kind === 'answer' ? [[outcome, result.code]] : [])),
    );
    const value = first && compose(score, outcomes, first.condition, (outcome) => answers.get(outcome));
    if (first === undefined || value === undefined) return [];
    const { weight, profile } = byId.get(first.person) ?? { weight: 1, profile: [] };
    return [
      { person: first.person, weight, profile, condition: first.condition, item: first.item, value, mass: 1 },
    ];
  });
}

/** The contrasts that name the score; else every condition with predictions against the control. */
function contrastsOf(study: Study, { id }: Score, predicted: readonly EffectRow[]): readonly Contrast[] {
  const own = study.contrasts.filter(({ outcome }) => outcome === id);
  const control = study.conditions.find((condition) => condition.control)?.id;
  if (own.length > 0 || control === undefined) return own;
  const present = new Set(predicted.map(({ condition }) => condition));
  return study.conditions
    .filter((condition) => condition.id !== control && present.has(condition.id))
    .map((condition) => ({
      id: `${condition.id}-${control}`,
      outcome: id,
      of: { kind: 'condition' },
      treatment: condition.id,
      control,
      share: [],
      items: undefined,
      adjust: [],
      weighted: true,
      published: undefined,
    }));
}

function cellsOf(
  study: Study,
  score: Score,
  range: readonly [number, number],
  observed: readonly EffectRow[] | undefined,
  predicted: readonly EffectRow[],
): readonly CellEvaluation[] {
  const keyOf = ({ condition, item }: Pick<EffectRow, 'condition' | 'item'>) => `${condition}\n${item ?? ''}`;
  const seen = observed && groupBy(observed, keyOf);
  const answered = groupBy(predicted, keyOf);
  const items = study.items.length === 0 ? [null] : study.items.map(({ id }) => id);
  return study.conditions.flatMap((condition) =>
    items.flatMap((item) => {
      const at = (id: string) => keyOf({ condition: id, item });
      const own = answersOf(answered.get(at(condition.id)) ?? []);
      if (own.values.length === 0) return [];
      const human = seen && answersOf(seen.get(at(condition.id)) ?? []);
      const others = study.conditions.filter(({ id }) => id !== condition.id);
      const cell = evaluateReady({
        about: { condition: condition.id, conditionLabel: condition.label, outcome: score.id, item },
        levels: levelsOf(range, [...own.values, ...(human?.values ?? [])]),
        seen: human,
        answered: { answers: own, vectors: undefined, asked: own.values.length, failed: 0, mass: null },
        pool: () => answersOf(others.flatMap(({ id }) => seen?.get(at(id)) ?? [])),
        correct: [],
        key: [study.id, score.id, condition.id, ...(item === null ? [] : [item])],
        sensitivity: null,
      });
      return [cell];
    }),
  );
}

function answersOf(rows: readonly EffectRow[]): Answers {
  const weighted = rows.filter(({ weight }) => weight > 0);
  return {
    values: weighted.map(({ value }) => value),
    weights: weighted.map(({ weight }) => weight),
    people: weighted.map(({ person }) => person),
  };
}

/** The values that occur, on the range of the composite. */
function levelsOf(range: readonly [number, number], values: readonly number[]): Levels {
  const codes = [...new Set(values)].sort((a, b) => a - b);
  return {
    type: 'numeric',
    codes,
    scaleCodes: [],
    labels: codes.map(() => null),
    range,
    transform: null,
    closed: false,
  };
}
