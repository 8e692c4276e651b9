import type { YamlNode } from '../../tree/types';
import type { Contrast, EffectUnit, ItemSelection, PublishedEffect, Scale } from '../../types';
import { outcomesByName } from './readScores';
import { defaultContrasts, perOption, shareId, type Compared } from './defaultContrasts';
import { at, booleanOf, entriesOf, integerOf, itemsOf, numberOf, oneOf, textOf, textsOf } from '../pick';

/** The contrasts of the file, else those made by default. What names nothing is left out. Of a matrix each item is compared, of nominal answers the share of each option. */
export function readContrasts(root: YamlNode, compared: Compared): readonly Contrast[] {
  const node = at(root, 'contrasts');
  if (node === undefined) return defaultContrasts(compared);
  const known = knownNames(root, compared);
  return itemsOf(node).flatMap((item) => readContrast(item, known));
}

/** What a contrast can name. */
interface Known {
  /** Outcomes that a name stands for: itself, the items of a matrix. */
  outcomesOf(name: string): readonly string[];
  readonly scales: ReadonlyMap<string, Scale>;
  readonly conditions: ReadonlySet<string>;
  readonly control: string | undefined;
  readonly controlLevels: ReadonlyMap<string, string>;
  /** Levels by factor and by attribute. */
  readonly factors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
}

function knownNames(root: YamlNode, { conditions, factors, outcomes }: Compared): Known {
  const control = conditions.find((condition) => condition.control);
  const scores = new Set(entriesOf(at(root, 'scores')).map(({ key }) => key));
  const named = outcomesByName(outcomes);
  const attributes = outcomes.flatMap(({ scale }) => (scale.type === 'choice' ? scale.attributes : []));
  return {
    outcomesOf: (name) => named.get(name) ?? (scores.has(name) ? [name] : []),
    scales: new Map(outcomes.map(({ id, scale }) => [id, scale])),
    conditions: new Set(conditions.map(({ id }) => id)),
    control: control?.id,
    controlLevels: new Map(control?.levels.map(({ factor, level }) => [factor, level])),
    factors: new Map(factors.map(({ id, levels }) => [id, new Set(levels.map((level) => level.id))])),
    attributes: new Map(attributes.map(({ id, levels }) => [id, new Set(levels.map((level) => level.id))])),
  };
}

function readContrast(node: YamlNode, known: Known): readonly Contrast[] {
  const arms = readArms(node, known);
  if (arms === undefined) return [];
  const share = itemsOf(at(node, 'share')).flatMap((code) => integerOf(code) ?? []);
  const shared = {
    id: textOf(at(node, 'id')) ?? shareId(arms.id, share),
    of: arms.of,
    treatment: arms.treatment,
    control: arms.control,
    share,
    items: readItems(at(node, 'items')),
    adjust: textsOf(at(node, 'adjust')),
    weighted: booleanOf(at(node, 'weighted')) ?? true,
    published: readPublished(at(node, 'published')),
  };
  const outcomes = known.outcomesOf(textOf(at(node, 'outcome')) ?? '');
  return outcomes.flatMap((outcome) => {
    const contrast = { ...shared, outcome };
    const whole = share.length > 0 || shared.published !== undefined;
    return whole ? [contrast] : perOption(contrast, known.scales.get(outcome));
  });
}

interface Arms extends Pick<Contrast, 'of' | 'treatment' | 'control'> {
  /** Of the contrast, where the file gives none. */
  readonly id: string;
}

/** What is compared; undefined where one side is missing or names nothing. */
function readArms(node: YamlNode, known: Known): Arms | undefined {
  const treatment = textOf(at(node, 'treatment'));
  const written = textOf(at(node, 'control'));
  const factor = textOf(at(node, 'factor'));
  const attribute = textOf(at(node, 'attribute'));
  const [of, names, standard, prefix] =
    factor !== undefined
      ? ([
          ofFactor(factor, node),
          known.factors.get(factor),
          known.controlLevels.get(factor),
          `${factor}:`,
        ] as const)
      : attribute !== undefined
        ? ([
            { kind: 'attribute', attribute },
            known.attributes.get(attribute),
            undefined,
            `${attribute}:`,
          ] as const)
        : ([{ kind: 'condition' }, known.conditions, known.control, ''] as const);
  const control = written ?? standard;
  if (treatment === undefined || control === undefined) return undefined;
  if (!names?.has(treatment) || !names.has(control)) return undefined;
  return { of, treatment, control, id: `${prefix}${treatment}-${control}` };
}

function ofFactor(factor: string, node: YamlNode): Contrast['of'] {
  const estimator = oneOf(at(node, 'estimator'), ['cells', 'additive'] as const) ?? 'cells';
  return { kind: 'factor', factor, estimator };
}

function readItems(node: YamlNode | undefined): Contrast['items'] {
  const plus = readSelection(at(node, 'plus'));
  return plus && { plus, minus: readSelection(at(node, 'minus')) };
}

function readSelection(node: YamlNode | undefined): ItemSelection | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.map(({ key, value }) => ({ field: key, values: textsOf(value) }));
}

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
