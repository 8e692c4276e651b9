import { strategyNames } from '../simulate/settings';
import { isFields, type Fields } from '../util/fields';
import { isCall, isLmReply } from './lm';
import type { RunRequest } from './run';

const isText = (value: unknown): boolean => typeof value === 'string';

const shapes: Readonly<Record<RunRequest['type'], (message: Fields) => boolean>> = {
  simulate: ({ options, keys }) => isOptions(options) && isKeys(keys),
  resume: ({ run, root, keys }) => isText(run) && isText(root) && isKeys(keys),
  profile: ({ path, shown, wanted }) =>
    isText(path) && isText(shown) && (wanted === undefined || isWanted(wanted)),
  plan: ({ options }) => isOptions(options),
  prompt: ({ study, condition, outcome, respondent }) =>
    [study, condition, outcome].every(isText) && (respondent === undefined || isText(respondent)),
  compare: ({ root, a, b }) => [root, a, b].every(isText),
  doctor: ({ root }) => isText(root),
  models: ({ root, keys }) => isText(root) && isKeys(keys),
  getModel: () => true,
  trustModel: ({ root, model }) => isText(root) && isText(model),
  answer: ({ question, yes }) => typeof question === 'number' && typeof yes === 'boolean',
  lmReply: ({ call, reply }) => isCall(call) && isLmReply(reply),
  stop: ({ forced }) => typeof forced === 'boolean',
};

/** Whether a message is a request of the protocol; what the options mean is checked where they are used. */
export function isRunRequest(message: unknown): message is RunRequest {
  if (!isFields(message) || typeof message['type'] !== 'string' || typeof message['id'] !== 'number')
    return false;
  if (!Object.hasOwn(shapes, message['type'])) return false;
  return shapes[message['type'] as RunRequest['type']](message);
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const isListOf = (value: unknown, isOne: (one: Fields) => boolean): boolean =>
  Array.isArray(value) && value.every((one) => isFields(one) && isOne(one));

function isWanted(value: unknown): boolean {
  if (!isFields(value) || !isFields(value['cells'])) return false;
  const { where, cells, pairs } = value;
  const optional = (texts: unknown): boolean => texts === undefined || isTexts(texts);
  const bound = (number: unknown): boolean => number === undefined || Number.isFinite(number);
  return (
    isListOf(
      where,
      ({ column, anyOf, not, min, max }) =>
        isText(column) && [anyOf, not].every(optional) && [min, max].every(bound),
    ) &&
    isTexts(cells['columns']) &&
    isListOf(
      cells['answers'],
      ({ outcome, columns, missing }) => isText(outcome) && [columns, missing].every(isTexts),
    ) &&
    Array.isArray(pairs) &&
    pairs.every((pair) => isTexts(pair) && (pair as readonly unknown[]).length === 2)
  );
}

function isOptions(value: unknown): boolean {
  if (!isFields(value) || !isText(value['study'])) return false;
  const { conditions, outcomes, items, model, strategy, respondents, assign, seed, temperature, name, out } =
    value;
  return (
    [conditions, outcomes, items].every(
      (ids) => ids === undefined || (Array.isArray(ids) && ids.every(isText)),
    ) &&
    [model, name, out].every((text) => text === undefined || isText(text)) &&
    [respondents, seed, temperature].every((number) => number === undefined || Number.isFinite(number)) &&
    [undefined, ...strategyNames].includes(strategy as never) &&
    [undefined, 'data', 'all'].includes(assign as string | undefined)
  );
}

function isKeys(value: unknown): boolean {
  return isFields(value) && Object.values(value).every(isText);
}
