import type {
  AllocateScale,
  ChoiceScale,
  MultiselectScale,
  Option,
  RankScale,
  TextScale,
} from '../../src/study/types';

/** Small builders of the scales that are answered with more than one number, or in words. */

function someOptionsOf(count: number): readonly Option[] {
  return Array.from({ length: count }, (_, i) => ({ code: i + 1, label: `Option ${i + 1}` }));
}

export function aMultiselectScale(change: Partial<MultiselectScale> = {}): MultiselectScale {
  const options = change.options ?? someOptionsOf(4);
  return { type: 'multiselect', options, min: 0, max: options.length, dontKnow: undefined, ...change };
}

export function aRankScale(change: Partial<RankScale> = {}): RankScale {
  const options = change.options ?? someOptionsOf(4);
  return { type: 'rank', options, top: options.length, dontKnow: undefined, ...change };
}

export function anAllocateScale(change: Partial<AllocateScale> = {}): AllocateScale {
  return { type: 'allocate', options: someOptionsOf(3), total: 100, dontKnow: undefined, ...change };
}

export function aTextScale(change: Partial<TextScale> = {}): TextScale {
  return { type: 'text', maxWords: undefined, rubric: undefined, ...change };
}

/** Two alternatives of two attributes, with two and three levels. */
export function aChoiceScale(change: Partial<ChoiceScale> = {}): ChoiceScale {
  const levels = (...ids: readonly string[]) => ids.map((id) => ({ id, text: `text of ${id}` }));
  return {
    type: 'choice',
    tasks: 2,
    alternatives: 2,
    attributes: [
      { id: 'price', label: 'Price', levels: levels('low', 'high') },
      { id: 'colour', label: 'Colour', levels: levels('red', 'green', 'blue') },
    ],
    restrict: [],
    ...change,
  };
}
