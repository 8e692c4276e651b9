import { isFields, type Fields } from '../util/fields';
import type { LmReply } from './run';

/** Longest reply of a model that is taken, in UTF-16 units: answers have a few, traces some thousands. */
const mostText = 1_000_000;
const mostModels = 1000;
const mostName = 500;
const troubles: readonly unknown[] = ['not-allowed', 'not-found', 'blocked', 'trouble'];
const roles: readonly unknown[] = ['system', 'user'];

/** Whether a value is an answer of the editor about its models. Providers are other people's code. */
export function isLmReply(value: unknown): value is LmReply {
  if (!isFields(value)) return false;
  switch (value['kind']) {
    case 'models':
      return isListOf(value['models'], mostModels, ({ id, vendor, family, name }) =>
        [id, vendor, family, name].every((text) => isText(text, mostName)),
      );
    case 'text':
      return isText(value['text'], mostText);
    case 'failed':
      return troubles.includes(value['why']) && isText(value['message'], mostText);
    default:
      return false;
  }
}

/** Whether a message of the run process, of this type, asks something of the models of the editor. */
export const lmCallShapes = {
  lmModels: ({ call, name, asLocal }: Fields): boolean =>
    isCall(call) && (name === undefined || isText(name, mostName)) && typeof asLocal === 'boolean',
  lmRequest: ({ call, model, messages }: Fields): boolean =>
    isCall(call) &&
    isText(model, mostName) &&
    isListOf(
      messages,
      mostModels,
      ({ role, content }) => roles.includes(role) && typeof content === 'string',
    ),
  lmCancel: ({ call }: Fields): boolean => isCall(call),
} as const;

export function isCall(value: unknown): boolean {
  return Number.isSafeInteger(value);
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length <= most;
}

function isListOf(value: unknown, most: number, isOne: (one: Fields) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every((one) => isFields(one) && isOne(one));
}
