import { isParts } from '../../data/parts';
import type { HumanData, Person } from '../../data/types';
import type { AnswerRecord } from '../../simulate/types';
import { variantOf } from '../../study/render';
import { scoredScale } from '../../study/scales';
import type { ChoiceScale, Contrast, Outcome, Study } from '../../study/types';
import { levelsOf } from '../cell/levels';
import { groupBy } from '../../util/group';
import type { EffectEvaluation } from '../types';
import { humanAlternatives, predictedAlternatives } from '../conjoint/alternatives';
import { amceArms, amceOf, conjointModel, predictedAmce, type ConjointModel } from './amce';
import { contrasted, effectOf, samplingFor, type Contrasted } from './contrasted';
import { designOf } from './design';
import type { Sampling } from './estimate';
import { observedOptionRows, predictedOptionRows } from './optionRows';
import { observedRows, predictedRows, type RowsByCondition } from './rows';
import { samplingOf } from './sampling';
import { unsupportedOf } from './unsupported';

/** Effects, and what must be said about them. */
export interface Effects {
  readonly effects: readonly EffectEvaluation[];
  readonly notes: readonly string[];
}

/** Where the rows of an outcome (or of a score) come from. */
export interface RowSource {
  observed(contrast: Contrast): RowsByCondition | undefined;
  predicted(contrast: Contrast): RowsByCondition;
}

export interface EffectsInput {
  readonly study: Study;
  readonly human: HumanData | undefined;
  readonly records: readonly AnswerRecord[];
  readonly people: readonly Person[];
}

/**
 * Every contrast on the outcomes of the study: as observed, as predicted (the estimate alone) and as published, in raw
 * units and points of the stated scale, of a share in points of per cent. What cannot be worked out is null and said in the
 * notes. See `observedEffect` for the intervals.
 */
export function evaluateEffects(input: EffectsInput): Effects {
  const { study, human } = input;
  const known = new Map(study.outcomes.map((outcome) => [outcome.id, outcome]));
  const source = outcomeRows(input, known);
  const conjoints = conjointModels(input);
  const found = study.contrasts.flatMap((contrast): Contrasted[] => {
    const outcome = known.get(contrast.outcome);
    if (outcome === undefined) return [];
    const { scale } = variantOf(outcome, contrast.treatment);
    const reason = unsupportedOf(contrast, scale);
    if (reason !== undefined) {
      const { effect } = effectOf({ ...contrast, published: undefined }, outcome, human, nothing);
      return [{ effect, notes: [reason] }];
    }
    if (scale.type === 'choice') return [attributeEffect(input, contrast, outcome, scale, conjoints)];
    const scored = scoredScale(scale);
    const plain = scored === undefined ? null : levelsOf(scored, []).range;
    const rows = source.observed(contrast);
    const designs = {
      outcome,
      range: contrast.share.length > 0 ? ([0, 1] as const) : plain,
      observed: rows && designOf(study, contrast, rows),
      predicted: designOf(study, contrast, source.predicted(contrast)),
    };
    return [contrasted(study, human, contrast, designs)];
  });
  return {
    effects: found.map(({ effect }) => effect),
    notes: [
      ...found.flatMap(({ notes }) => notes),
      ...(human === undefined ? [] : unseen(found)),
      ...(human === undefined || found.length === 0 ? [] : samplingOf(study, human).notes),
    ],
  };
}

const nothing = { observed: undefined, range: null, arms: undefined };

/** The contrasts that the human data do not determine. */
function unseen(found: readonly Contrasted[]): readonly string[] {
  const ids = found.flatMap(({ effect, notes }) =>
    effect.observed === null && notes.length === 0 ? [effect.id] : [],
  );
  if (ids.length === 0) return [];
  const more = ids.length > 3 ? ` and ${ids.length - 3} more` : '';
  const why = 'an arm has no human answers, or they do not tell the levels apart';
  return [`No observed effect of ${ids.slice(0, 3).join(', ')}${more}: ${why}.`];
}

/** The effect of an attribute on being chosen; all contrasts of a conjoint share one model a side. */
function attributeEffect(
  { study, human }: EffectsInput,
  contrast: Contrast,
  outcome: Outcome,
  scale: ChoiceScale,
  models: ConjointModels,
): Contrasted {
  const { of } = contrast;
  const attribute = of.kind === 'attribute' ? of.attribute : '';
  const sampling = human && samplingFor(study, human, contrast);
  const seen = sampling && models.observed(outcome.id, scale, sampling);
  const answered = models.predicted(outcome.id, scale, contrast.weighted);
  const arms = seen && amceArms(seen, scale, attribute, contrast);
  const observed = arms && amceOf(seen, attribute, contrast, sampling?.cluster ?? '');
  const known = { observed, range: [0, 1] as const, arms };
  const { effect, notes } = effectOf(contrast, outcome, human, known);
  const shown = answered && amceArms(answered, scale, attribute, contrast) !== undefined;
  const predicted = shown ? (predictedAmce(answered, attribute, contrast) ?? null) : null;
  return { effect: { ...effect, predicted }, notes };
}

/** The models of the conjoints of a study, each fitted once. */
interface ConjointModels {
  observed(outcome: string, scale: ChoiceScale, sampling: Sampling): ConjointModel | undefined;
  predicted(outcome: string, scale: ChoiceScale, weighted: boolean): ConjointModel | undefined;
}

function conjointModels({ human, records, people }: EffectsInput): ConjointModels {
  const made = new Map<string, ConjointModel | undefined>();
  const once = (key: string, make: () => ConjointModel | undefined): ConjointModel | undefined => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key);
  };
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    observed: (outcome, scale, sampling) =>
      once(`observed ${outcome} ${sampling.weighted}`, () =>
        conjointModel(humanAlternatives(human, outcome), scale, sampling),
      ),
    predicted: (outcome, scale, weighted) =>
      once(`predicted ${outcome} ${weighted}`, () => {
        const own = records.filter((record) => record.outcome === outcome);
        const shown = predictedAlternatives(own, scale, byId);
        return conjointModel(shown, scale, { weighted, clusterOf: ({ person }) => person });
      }),
  };
}

/** The rows of each outcome and share, sorted out once. */
function outcomeRows(
  { human, records, people }: EffectsInput,
  known: ReadonlyMap<string, Outcome>,
): RowSource {
  const byId = new Map(people.map((person) => [person.id, person]));
  const observed = new Map<string, RowsByCondition>();
  const predicted = new Map<string, RowsByCondition>();
  let byOutcome: ReadonlyMap<string, readonly AnswerRecord[]> | undefined;
  const recordsOf = ({ id }: Outcome): readonly AnswerRecord[] =>
    (byOutcome ??= groupBy(records, (record) => record.outcome)).get(id) ?? [];
  const once = (
    into: Map<string, RowsByCondition>,
    { outcome: id, share }: Contrast,
    make: (outcome: Outcome) => RowsByCondition,
  ): RowsByCondition => {
    const key = [id, ...share].join('\n');
    const outcome = known.get(id);
    const rows = into.get(key) ?? (outcome === undefined ? new Map() : make(outcome));
    into.set(key, rows);
    return rows;
  };
  return {
    observed: (contrast) =>
      human &&
      once(observed, contrast, (outcome) =>
        isParts(outcome.scale)
          ? observedOptionRows(human, outcome, contrast.share)
          : observedRows(human, outcome, contrast.share),
      ),
    predicted: (contrast) =>
      once(predicted, contrast, (outcome) =>
        isParts(outcome.scale)
          ? predictedOptionRows(recordsOf(outcome), outcome, contrast.share, byId)
          : predictedRows(recordsOf(outcome), outcome, contrast.share, byId),
      ),
  };
}
