import { hashParts } from '../util/hash';
import { promptHash } from './messages';
import type { ModelCall, ModelIdentity } from './types';

/**
 * The name under which a reply is kept: 64 hexadecimal digits that follow from the model, every parameter, the exact
 * messages and the draw, and from nothing else. `draw` is k for the k-th respondent with these messages, and 0 for
 * calls that return probabilities. `prompt` saves hashing the messages again.
 */
export function cacheKey(
  identity: ModelIdentity,
  call: ModelCall,
  draw: number,
  prompt: string = promptHash(call.messages),
): string {
  const { engine, model, where } = identity;
  return hashParts(['reply 1', engine, model, where, ...parametersOf(call), draw, prompt]);
}

function parametersOf(call: ModelCall): readonly (string | number)[] {
  if (call.kind === 'options') return ['options', call.codes.join(' ')];
  const { temperature, topK, topP, minP, maxTokens, seed } = call.sampling;
  return ['text', temperature, topK, topP, minP, maxTokens, seed];
}
