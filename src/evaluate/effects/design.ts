import type { Condition, Contrast, Item, ItemSelection, Study } from '../../study/types';
import { groupBy } from '../../util/group';
import { covariatesOf } from './covariates';
import type { EffectRow, RowsByCondition } from './rows';

/** An effect as a linear combination of terms over rows of answers. */
export interface Design {
  readonly rows: readonly EffectRow[];
  /** The terms of each row. */
  readonly terms: readonly (readonly number[])[];
  readonly combination: readonly number[];
  /** Which arm, on which side of the items, each row stands in; undefined of rows of other levels. */
  readonly arms: readonly (string | undefined)[];
  /** The terms are the groups themselves, so that the effect is a combination of their means. */
  readonly groups: boolean;
  /** Rows left out because a covariate is missing. */
  readonly incomplete: number;
}

/** A set of rows whose mean counts `coefficient` times. */
interface Group {
  readonly coefficient: number;
  readonly arm: string;
  readonly rows: readonly EffectRow[];
}

/** Part of the items, and whether it counts for or against. */
interface Side {
  readonly sign: 1 | -1;
  readonly has: (row: EffectRow) => boolean;
}

/** The design of a contrast; undefined where an arm has no answers, or the levels never meet. */
export function designOf(study: Study, contrast: Contrast, rows: RowsByCondition): Design | undefined {
  const sides = sidesOf(study, contrast);
  if (contrast.of.kind === 'factor' && contrast.of.estimator === 'additive')
    return additive(study, contrast, contrast.of.factor, sides, rows);
  const pairs = sides.map((side) => pairsOf(study, contrast, rows, side));
  if (pairs.some((pair) => pair.length === 0)) return undefined;
  const groups = pairs.flat();
  return withCovariates(contrast.adjust, {
    rows: groups.flatMap((group) => group.rows),
    terms: groups.flatMap((group, at) =>
      group.rows.map(() => groups.map((_, place) => Number(place === at))),
    ),
    combination: groups.map(({ coefficient }) => coefficient),
    arms: groups.flatMap((group) => group.rows.map(() => group.arm)),
    groups: true,
    incomplete: 0,
  });
}

/** Treatment and control of one side: two conditions, or the cells of the other factors in which both levels occur; none without answers. */
function pairsOf(study: Study, contrast: Contrast, rows: RowsByCondition, side: Side): readonly Group[] {
  const of = (conditions: readonly string[]) =>
    conditions.flatMap((condition) => (rows.get(condition) ?? []).filter(side.has));
  const pairs = cellsOf(study, contrast)
    .map(({ treatment, control }) => [of(treatment), of(control)] as const)
    .filter(([treatment, control]) => treatment.length > 0 && control.length > 0);
  const part = side.sign / pairs.length;
  return pairs.flatMap(([treatment, control]) => [
    { coefficient: part, arm: `treatment ${side.sign}`, rows: treatment },
    { coefficient: -part, arm: `control ${side.sign}`, rows: control },
  ]);
}

function cellsOf(
  study: Study,
  { of, treatment, control }: Contrast,
): readonly { readonly treatment: readonly string[]; readonly control: readonly string[] }[] {
  if (of.kind !== 'factor') return [{ treatment: [treatment], control: [control] }];
  const { factor } = of;
  const others = ({ levels }: Condition) =>
    levels
      .flatMap((level) => (level.factor === factor ? [] : [`${level.factor}=${level.level}`]))
      .sort()
      .join('\n');
  return [...groupBy(study.conditions, others).values()].map((conditions) => {
    const at = (level: string) =>
      conditions.filter((each) => levelOf(each, factor) === level).map(({ id }) => id);
    return { treatment: at(treatment), control: at(control) };
  });
}

/** Main effects of all factors and nothing else, on each side of the items. */
function additive(
  study: Study,
  { treatment, control, adjust }: Contrast,
  factor: string,
  sides: readonly Side[],
  byCondition: RowsByCondition,
): Design | undefined {
  const known = study.conditions.filter(({ levels }) => levels.some((level) => level.factor === factor));
  const factors = [...new Set(known.flatMap(({ levels }) => levels.map((level) => level.factor)))];
  const dummies = factors.flatMap((each) => {
    const first = each === factor ? control : levelOf(known[0], each);
    const levels = new Set(known.flatMap((condition) => levelOf(condition, each) ?? []));
    return [...levels].filter((level) => level !== first).map((level) => ({ factor: each, level }));
  });
  const of = (condition: Condition) => [
    1,
    ...dummies.map((dummy) => Number(levelOf(condition, dummy.factor) === dummy.level)),
  ];
  const width = dummies.length + 1;
  const entries = known.flatMap((condition) =>
    (byCondition.get(condition.id) ?? []).flatMap((row) => {
      const at = sides.findIndex((side) => side.has(row));
      if (at < 0) return [];
      const terms = sides.flatMap((_, place) =>
        place === at ? of(condition) : new Array<number>(width).fill(0),
      );
      const level = levelOf(condition, factor);
      const arm = level === treatment ? 'treatment' : level === control ? 'control' : undefined;
      return [{ row, terms, arm: arm && `${arm} ${sides[at]?.sign ?? 1}` }];
    }),
  );
  const arms = new Set(entries.map(({ arm }) => arm));
  if (!sides.every(({ sign }) => arms.has(`treatment ${sign}`) && arms.has(`control ${sign}`)))
    return undefined;
  return withCovariates(adjust, {
    rows: entries.map(({ row }) => row),
    terms: entries.map(({ terms }) => terms),
    combination: sides.flatMap(({ sign }) => [
      0,
      ...dummies.map((dummy) => (dummy.factor === factor && dummy.level === treatment ? sign : 0)),
    ]),
    arms: entries.map(({ arm }) => arm),
    groups: false,
    incomplete: 0,
  });
}

/** The same with the covariates as further terms, of the rows that have all of them. */
function withCovariates(columns: readonly string[], design: Design): Design | undefined {
  if (columns.length === 0) return design;
  const covariates = covariatesOf(design.rows, columns);
  const kept = [...design.rows.keys()].filter((row) => covariates.terms[row] !== undefined);
  if (kept.length === 0) return undefined;
  return {
    rows: kept.flatMap((row) => design.rows[row] ?? []),
    terms: kept.map((row) => [...(design.terms[row] ?? []), ...(covariates.terms[row] ?? [])]),
    combination: [...design.combination, ...new Array<number>(covariates.width).fill(0)],
    arms: kept.map((row) => design.arms[row]),
    groups: false,
    incomplete: design.rows.length - kept.length,
  };
}

function sidesOf(study: Study, { items }: Contrast): readonly Side[] {
  if (items === undefined) return [{ sign: 1, has: () => true }];
  const has = (selection: ItemSelection) => {
    const byId = new Map(study.items.map((item) => [item.id, item]));
    return ({ item: id, condition }: EffectRow) => {
      const item = id === null ? undefined : byId.get(id);
      return item !== undefined && selected(item, condition, selection);
    };
  };
  const plus: Side = { sign: 1, has: has(items.plus) };
  return items.minus === undefined ? [plus] : [plus, { sign: -1, has: has(items.minus) }];
}

/** Whether an item, as a condition has it, has of each field named one of the values. */
function selected(item: Item, condition: string, selection: ItemSelection): boolean {
  const variant = item.variants.find((each) => each.condition === condition);
  const fields = variant?.fields ?? item.fields;
  return selection.every(({ field, values }) => {
    const value = fields.find(({ name }) => name === field)?.value;
    return value !== undefined && values.includes(value);
  });
}

function levelOf(condition: Condition | undefined, factor: string): string | undefined {
  return condition?.levels.find((level) => level.factor === factor)?.level;
}
