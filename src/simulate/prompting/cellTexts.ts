import type { ProfileEntry } from '../../data/types';
import { outcomeIn, renderStimulus } from '../../study/render';
import type { Scale, Study } from '../../study/types';
import { cellKey, type CellId } from '../cellId';

/** What a cell says, templates filled. */
export interface CellText {
  readonly stimulus: string;
  readonly question: string;
  readonly scale: Scale;
  readonly population: string;
}

/** The texts of cells, rendered once a cell where they do not speak of the respondent. */
export function cellTexts(study: Study): (cell: CellId, profile: readonly ProfileEntry[]) => CellText {
  const personal = namedProfile(study).length > 0;
  const known = new Map<string, CellText>();
  return ({ condition, outcome, item }, profile) => {
    const key = cellKey({ condition, outcome, item });
    const earlier = personal ? undefined : known.get(key);
    if (earlier) return earlier;
    const text = {
      ...outcomeIn(study, outcome, condition, profile, item),
      stimulus: renderStimulus(study, condition, profile, item),
      population: (study.population ?? '').replace(/\.\s*$/, ''),
    };
    known.set(key, text);
    return text;
  };
}

/** The fields and columns of the profile that any text that is shown names: `{{ profile.age }}`. */
export function namedProfile({ intro, conditions, factors, items, outcomes }: Study): readonly string[] {
  const shown = JSON.stringify([intro, conditions, factors, items, outcomes]);
  return [...new Set([...shown.matchAll(/\{\{\s*profile\.([^{}]*?)\s*\}\}/g)].map(([, name = '']) => name))];
}
