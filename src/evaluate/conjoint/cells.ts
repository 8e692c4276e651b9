import type { HumanData, Person } from '../../data/types';
import { effectiveSize } from '../../stats/moments/effectiveSize';
import { clusteredMean } from '../../stats/linear/clusteredMean';
import { fewClusters } from '../../stats/linear/robust';
import { outcomeIn } from '../../study/render';
import type { ChoiceScale, Study } from '../../study/types';
import { amceOf, conjointModel, predictedAmce, type ConjointModel } from '../effects/amce';
import type { Sampling } from '../effects/estimate';
import { samplingOf } from '../effects/sampling';
import type { Place } from '../places';
import { humanAlternatives, predictedAlternatives, type ShownAlternative } from './alternatives';
import { sameChoices } from './agreement';
import { conjointFloor, levelDistance, levelsOf } from './floor';
import type { ConjointCell, Estimated, LevelFigures } from './types';

/** What is known of the people beside the records. */
export interface ConjointInput {
  readonly study: Study;
  readonly human: HumanData | undefined;
  readonly people: readonly Person[];
}

/** One side of a conjoint in one condition; those with a weight of 0 are left out. */
interface Side {
  readonly shown: readonly ShownAlternative[];
  readonly model: ConjointModel | undefined;
  /** Respondents, and their effective number. */
  readonly n: number;
  readonly nEff: number;
  readonly tasks: number;
  /** Share of the chosen among the alternatives with each level; NaN of one that was not shown. */
  readonly means: readonly number[];
}

/**
 * The evaluation of every conjoint that was simulated: marginal means and average marginal component effects.
 * @throws VignetteError those of `predictedAlternatives`.
 */
export function evaluateConjoints(input: ConjointInput, places: readonly Place[]): readonly ConjointCell[] {
  const { study, human } = input;
  const people = new Map(input.people.map((person) => [person.id, person]));
  const sampling = { weighted: human?.weighted ?? false, ...(human ? samplingOf(study, human) : byPerson) };
  return places.flatMap((place) => {
    const { scale } = outcomeIn(study, place.outcome.id, place.condition.id, [], place.item);
    if (scale.type !== 'choice') return [];
    const all = place.item === null ? humanAlternatives(human, place.outcome.id) : [];
    const seen = sideOf(
      all.filter(({ row }) => row.condition === place.condition.id),
      scale,
      sampling,
    );
    const pool = sideOf(
      all.filter(({ row }) => row.condition !== place.condition.id),
      scale,
      sampling,
    );
    const shown = predictedAlternatives(place.records, scale, people);
    const answered = sideOf(shown, scale, { ...sampling, ...byPerson });
    return [cellOf(study, place, scale, { seen, answered, pool, sampling })];
  });
}

const byPerson: Pick<Sampling, 'cluster' | 'clusterOf'> = {
  cluster: 'respondent',
  clusterOf: ({ person }) => person,
};

function sideOf(all: readonly ShownAlternative[], scale: ChoiceScale, sampling: Sampling): Side {
  const shown = all.filter(({ row }) => row.weight > 0);
  const weightOf = new Map(shown.map(({ row }) => [row.person, row.weight]));
  const means = levelsOf(scale).map(({ at, id }) => {
    const own = shown.filter(({ levels }) => levels[at] === id);
    const sum = (of: (alternative: ShownAlternative) => number) =>
      own.reduce((so, each) => so + each.row.weight * of(each), 0);
    return sum(({ row }) => row.value) / sum(() => 1);
  });
  return {
    shown,
    model: conjointModel(shown, scale, { ...sampling, weighted: true }),
    n: weightOf.size,
    nEff: weightOf.size === 0 ? 0 : effectiveSize([...weightOf.values()]).nEff,
    tasks: new Set(shown.map(({ row, task }) => `${row.person}\n${task}`)).size,
    means,
  };
}

function cellOf(
  study: Study,
  { outcome, condition, item, records }: Place,
  scale: ChoiceScale,
  sides: {
    readonly seen: Side;
    readonly answered: Side;
    readonly pool: Side;
    readonly sampling: Sampling;
  },
): ConjointCell {
  const { seen, answered, pool, sampling } = sides;
  const usable = records.flatMap(({ result }) => (result.kind === 'answer' ? [result] : []));
  const masses = usable.flatMap(({ mass }) => mass ?? []);
  const certain = usable.every(({ probabilities }) => probabilities !== undefined);
  const distance = levelDistance(seen.means, answered.means);
  const uniform = levelDistance(
    seen.means,
    seen.means.map(() => 1 / scale.alternatives),
  );
  const pooled = levelDistance(seen.means, pool.means);
  const key = [study.id, outcome.id, condition.id, ...(item === null ? [] : [item])];
  const clusters = new Set(seen.shown.map(({ row }) => sampling.clusterOf(row))).size;
  const sizes = [seen.nEff, certain ? Infinity : answered.nEff] as const;
  return {
    condition: condition.id,
    conditionLabel: condition.label,
    outcome: outcome.id,
    item,
    nObserved: seen.n,
    nPredicted: answered.n,
    tasks: { observed: seen.tasks, predicted: answered.tasks },
    levels: levelFigures(scale, sides, clusters),
    distance,
    floor: distance === null ? null : conjointFloor(seen.shown, scale, sizes, distance, key),
    baselines: {
      ...(uniform === null ? {} : { uniform: { distance: uniform, sees: 'nothing' } as const }),
      ...(pooled === null
        ? {}
        : { pooled: { distance: pooled, sees: 'other conditions of this outcome' } as const }),
    },
    method:
      seen.n === 0
        ? ''
        : `${clusters < fewClusters ? 'CR2' : 'CR1'} by ${sampling.cluster}, ${clusters} clusters`,
    parseRate: records.length === 0 ? 1 : usable.length / records.length,
    mass: masses.length === 0 ? null : masses.reduce((sum, mass) => sum + mass, 0) / masses.length,
    agreement: sameChoices(seen.shown, answered.shown),
  };
}

function levelFigures(
  { attributes }: ChoiceScale,
  { seen, answered, sampling }: { readonly seen: Side; readonly answered: Side; readonly sampling: Sampling },
  clusters: number,
): readonly LevelFigures[] {
  let nth = -1;
  return attributes.flatMap((attribute, at) =>
    attribute.levels.map((level): LevelFigures => {
      nth += 1;
      const having = ({ shown }: Side) => shown.filter(({ levels }) => levels[at] === level.id);
      const [own, predicted] = [having(seen), having(answered)];
      const contrast = { treatment: level.id, control: attribute.levels[0]?.id ?? '' };
      const amce =
        own.length > 0 && seen.model && amceOf(seen.model, attribute.id, contrast, sampling.cluster);
      const alone =
        predicted.length > 0 && answered.model && predictedAmce(answered.model, attribute.id, contrast);
      return {
        attribute: attribute.id,
        attributeLabel: attribute.label,
        level: level.id,
        label: level.text,
        shownObserved: own.length,
        shownPredicted: predicted.length,
        mean: {
          observed: own.length === 0 ? null : marginalMean(own, sampling, clusters),
          predicted: predicted.length === 0 ? null : (answered.means[nth] ?? null),
        },
        amce:
          level.id === contrast.control
            ? null
            : {
                observed: amce
                  ? { estimate: amce.effect.estimate, se: amce.effect.se, ci: amce.effect.ci }
                  : null,
                predicted: alone ? alone.estimate : null,
              },
      };
    }),
  );
}

/** Leeper, Hobolt & Tilley 2020: the mean of the choices over the alternatives that have the level, by respondent. */
function marginalMean(
  own: readonly ShownAlternative[],
  { clusterOf }: Sampling,
  clusters: number,
): Estimated {
  const { mean, se, ci } = clusteredMean(
    own.map(({ row }) => row.value),
    own.map(({ row }) => row.weight),
    own.map(({ row }) => clusterOf(row)),
    clusters,
  );
  return { estimate: mean, se, ci };
}
