import { at, textOf } from '../../study/model/pick';
import { labelledOptions } from '../../study/scales';
import { nodeAtPath } from '../../study/tree/lookup';
import type { Option, Outcome, Study } from '../../study/types';
import { isStudy } from '../format';
import type { Place } from './place';
import type { Proposal } from './proposal';

/** More codes than this are numbers to be typed, not chosen. */
const MOST_CODES = 101;

/** The codes of the scale that a place is about, with their labels. */
export function codesAt(place: Place): readonly Proposal[] {
  return optionsAt(place).map(({ code, label }) => ({
    label: String(code),
    kind: 'value',
    insert: String(code),
    ...(label === undefined ? {} : { detail: label }),
  }));
}

/** The options of the outcome that a place is about: its own, or the one that it names. */
function optionsAt(place: Place): readonly Option[] {
  const study = isStudy(place.document) ? place.document.study : undefined;
  const name = outcomeAt(place);
  const outcome = study && name !== undefined ? outcomeCalled(name, study) : undefined;
  const options = outcome ? labelledOptions(outcome.scale) : [];
  return options.length > MOST_CODES ? [] : options;
}

function outcomeCalled(name: string, { outcomes }: Study): Outcome | undefined {
  return outcomes.find(({ id, matrix }) => id === name || matrix?.outcome === name);
}

function outcomeAt({ path, root }: Place): string | undefined {
  const [section, second, third] = path;
  const beside = (depth: number): string | undefined =>
    textOf(at(nodeAtPath(root, path.slice(0, depth)), 'outcome'));
  switch (section) {
    case 'contrasts':
      return third === 'share' ? beside(2) : undefined;
    case 'outcomes':
      if (third === 'askIf') return beside(3);
      return third === 'in' || third === 'correct' ? String(second) : undefined;
    case 'respondents':
      return second === 'outcomes' && third !== undefined ? String(third) : undefined;
    default:
      return undefined;
  }
}
