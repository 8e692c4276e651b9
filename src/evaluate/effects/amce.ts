import type { HumanData } from '../../data/types';
import type { ChoiceScale, Contrast } from '../../study/types';
import type { Design } from './design';
import type { EffectRow } from './rows';

/**
 * The average marginal component effect of two levels of an attribute (Hainmueller, Hopkins & Yamamoto 2014): one row an
 * alternative, 1 where it was chosen, on 0/1 terms for the levels of all attributes. Undefined where a level was never shown.
 */
export function amceDesign(human: HumanData, contrast: Contrast, scale: ChoiceScale): Design | undefined {
  if (contrast.of.kind !== 'attribute') return undefined;
  const { attribute } = contrast.of;
  const at = scale.attributes.findIndex(({ id }) => id === attribute);
  const dummies = scale.attributes.flatMap(({ id, levels }, place) => {
    const first = place === at ? contrast.control : levels[0]?.id;
    return levels.filter((level) => level.id !== first).map((level) => ({ id, place, level: level.id }));
  });
  const shown = human.choices
    .filter(({ outcome }) => outcome === contrast.outcome)
    .flatMap(({ person: { id, weight, profile }, condition, alternatives }) =>
      alternatives.map(({ levels, chosen }) => {
        const row: EffectRow = {
          person: id,
          weight,
          profile,
          condition,
          item: null,
          value: Number(chosen),
          mass: 1,
        };
        return { row, levels };
      }),
    );
  const arms = shown.map(({ levels }) => {
    const level = levels[at];
    return level === contrast.treatment ? 'treatment' : level === contrast.control ? 'control' : undefined;
  });
  if (!arms.includes('treatment') || !arms.includes('control')) return undefined;
  return {
    rows: shown.map(({ row }) => row),
    terms: shown.map(({ levels }) => [
      1,
      ...dummies.map(({ place, level }) => Number(levels[place] === level)),
    ]),
    combination: [
      0,
      ...dummies.map(({ id, level }) => Number(id === attribute && level === contrast.treatment)),
    ],
    arms,
    groups: false,
    incomplete: 0,
  };
}
