import type { YamlNode } from '../tree/types';
import type {
  Condition,
  Contrast,
  EffectUnit,
  Outcome,
  PublishedEffect,
  SimulateDefaults,
  Study,
} from '../types';
import { at, defined, integerOf, itemsOf, numberOf, oneOf, textOf } from './pick';
import { readConditions, readFactors, readOutcomes, readScales } from './readContent';
import { readRespondents } from './readRespondents';

/** The model of all that can be read; what is wrong is left out or replaced by its default. */
export function readStudyModel(root: YamlNode): Study {
  const conditions = readConditions(root);
  const outcomes = readOutcomes(
    root,
    readScales(root),
    conditions.map(({ id }) => id),
  );
  const id = textOf(at(root, 'id')) || 'study';
  return {
    version: 1,
    id,
    title: textOf(at(root, 'title')) ?? id,
    source: readSource(at(root, 'source')),
    population: textOf(at(root, 'population')),
    fielded: undefined,
    assignment: { unit: 'respondent', probabilities: [], blocks: [] },
    language: textOf(at(root, 'language')) ?? 'en',
    design: oneOf(at(root, 'design'), ['between', 'within', 'mixed']) ?? 'between',
    intro: textOf(at(root, 'intro')) ?? '',
    factors: readFactors(root),
    conditions,
    crossed: false,
    items: [],
    outcomes,
    respondents: readRespondents(
      root,
      outcomes.map((outcome) => outcome.id),
    ),
    panel: undefined,
    smallestEffect: numberOf(at(root, 'smallestEffect')) ?? 2,
    contrasts: readContrasts(at(root, 'contrasts'), conditions, outcomes),
    scores: [],
    expectations: [],
    simulate: readSimulate(root),
  };
}

function readSource(node: YamlNode | undefined): Study['source'] {
  if (node === undefined) return undefined;
  return defined({
    citation: textOf(at(node, 'citation')),
    url: textOf(at(node, 'url')),
    licence: textOf(at(node, 'licence')),
    year: integerOf(at(node, 'year')),
  });
}

function readSimulate(root: YamlNode): SimulateDefaults {
  const node = at(root, 'simulate');
  const respondents = integerOf(at(node, 'respondents'));
  return {
    model: textOf(at(node, 'model')) ?? 'local',
    strategy: oneOf(at(node, 'strategy'), ['direct', 'logprob', 'baseline']) ?? 'direct',
    respondents: respondents !== undefined && respondents > 0 ? respondents : undefined,
    assign: oneOf(at(node, 'assign'), ['data', 'all']) ?? (at(root, 'respondents') ? 'data' : 'all'),
    seed: integerOf(at(node, 'seed')) ?? 1,
  };
}

function readContrasts(
  node: YamlNode | undefined,
  conditions: readonly Condition[],
  outcomes: readonly Outcome[],
): readonly Contrast[] {
  const control = conditions.find((condition) => condition.control)?.id;
  if (node === undefined) return defaultContrasts(control, outcomes);
  const known = new Set(conditions.map(({ id }) => id));
  const asked = new Set(outcomes.map(({ id }) => id));
  return itemsOf(node).flatMap((item) => readContrast(item, control, known, asked) ?? []);
}

function readContrast(
  node: YamlNode,
  standard: string | undefined,
  conditions: ReadonlySet<string>,
  outcomes: ReadonlySet<string>,
): Contrast | undefined {
  const outcome = textOf(at(node, 'outcome'));
  const treatment = textOf(at(node, 'treatment'));
  const control = textOf(at(node, 'control')) ?? standard;
  if (outcome === undefined || treatment === undefined || control === undefined) return undefined;
  if (!outcomes.has(outcome) || !conditions.has(treatment) || !conditions.has(control)) return undefined;
  const id = textOf(at(node, 'id')) ?? `${treatment}-${control}`;
  return { ...PLAIN, id, outcome, treatment, control, published: readPublished(at(node, 'published')) };
}

/** A contrast of the means of two conditions. */
const PLAIN = {
  of: { kind: 'condition' },
  share: [],
  items: undefined,
  adjust: [],
  weighted: true,
} as const;

function readPublished(node: YamlNode | undefined): PublishedEffect | undefined {
  const estimate = numberOf(at(node, 'estimate'));
  if (estimate === undefined) return undefined;
  const [low, high] = itemsOf(at(node, 'ci')).map(numberOf);
  return {
    estimate,
    se: numberOf(at(node, 'se')),
    ci: low !== undefined && high !== undefined ? [low, high] : undefined,
    unit: readUnit(at(node, 'unit')),
  };
}

function readUnit(node: YamlNode | undefined): EffectUnit {
  const sd = numberOf(at(node, 'sd'));
  if (sd !== undefined && sd > 0) return { sd };
  return oneOf(node, ['raw', 'points', 'd', 'logit'] as const) ?? 'raw';
}

/** Every condition against the control, for every outcome asked in both. */
function defaultContrasts(control: string | undefined, outcomes: readonly Outcome[]): readonly Contrast[] {
  if (control === undefined) return [];
  return outcomes
    .filter(({ ask }) => ask.includes(control))
    .flatMap(({ id: outcome, ask }) =>
      ask
        .filter((treatment) => treatment !== control)
        .map((treatment) => ({
          ...PLAIN,
          id: `${treatment}-${control}`,
          outcome,
          treatment,
          control,
          published: undefined,
        })),
    );
}
