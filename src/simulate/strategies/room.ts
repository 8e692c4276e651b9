import type { Option, Scale } from '../../study/types';
import type { ModelCall } from '../types';

/** Room for a number and for the beginning of a sentence that says why there is none. */
export const numberRoom = 16;

/** Tokens that a word may have in languages with long words or rare letters. */
const perWord = 4;

/** Room for words where the scale does not limit them. */
const essay = 1024;

/** Digits and a decimal point that amounts may have beyond those of the total. */
const decimals = 4;

/** Tokens that an answer on a scale may take, in the form that its answer sentence asks for. */
export function replyRoom(scale: Scale): number {
  switch (scale.type) {
    case 'multiselect':
    case 'rank':
      return numberRoom + listed(scale.options, (code) => String(code).length);
    case 'allocate':
      return numberRoom + listed(scale.options, () => String(scale.total).length + decimals);
    case 'text':
      return scale.maxWords === undefined ? essay : numberRoom + perWord * scale.maxWords;
    default:
      return numberRoom;
  }
}

/** Most tokens that the reply to a call may have. */
export function mostTokens(call: ModelCall): number {
  return call.kind === 'text' ? call.sampling.maxTokens : 1;
}

/** As if every character were a token; with a comma and a space between. */
function listed(options: readonly Option[], width: (code: number) => number): number {
  return options.reduce((sum, { code }) => sum + width(code) + 2, 0);
}
