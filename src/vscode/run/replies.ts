import { lmCallShapes } from '../../protocol/lm';
import type { RunReply } from '../../protocol/run';
import { isFields, type Fields } from '../../util/fields';

const shapes: Readonly<Record<RunReply['type'], (message: Fields) => boolean>> = {
  ready: (message) => typeof message['pid'] === 'number',
  started: (message) => typeof message['run'] === 'string' && typeof message['total'] === 'number',
  status: (message) => typeof message['text'] === 'string',
  progress: (message) => isFields(message['progress']),
  question: (message) =>
    typeof message['question'] === 'number' &&
    ['message', 'detail', 'yes'].every((field) => typeof message[field] === 'string'),
  ...lmCallShapes,
  done: (message) => isFields(message['result']),
  failed: (message) =>
    isFields(message['error']) &&
    ['code', 'message', 'help'].every((field) => typeof (message['error'] as Fields)[field] === 'string'),
};

/** Whether a message of the run process is one of the protocol's. */
export function isRunReply(message: unknown): message is RunReply {
  if (!isFields(message) || typeof message['type'] !== 'string') return false;
  if (!Object.hasOwn(shapes, message['type'])) return false;
  if (message['type'] !== 'ready' && typeof message['id'] !== 'number') return false;
  return shapes[message['type'] as RunReply['type']](message);
}
