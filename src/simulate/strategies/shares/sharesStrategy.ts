import { askingPhrases, type AskingPhrases } from '../../../study/answer/asking';
import type { Scale, Study } from '../../../study/types';
import { callSeed } from '../../draw';
import { failure, unreadable } from '../../parsing/failure';
import { readShares } from '../../parsing/shares';
import type { AnswerResult, ModelReply, RunSettings, Task } from '../../types';
import { drawnAnswer } from '../drawn';
import { listedCodes, offeredCodes } from '../levels';
import type { ModelStrategy } from '../types';

/** Room for one entry of the object, `"100": 0.0125,` with space around, and for a code fence around all. */
const tokensPerLevel = 16;
const tokensAround = 32;

/** Codes that the form names one by one; of more, only the first two and the last. */
const mostNamed = 12;

/** Equal messages have equal replies whatever the outcome is called, so no id is part of the seed. */
const anywhere = { outcome: '', item: null };

/** A strategy that asks for the share of each answer as JSON, once for equal messages; the answers are drawn here. */
export function sharesStrategy(
  about: Pick<ModelStrategy, 'name' | 'subject'> & {
    readonly ask: (phrases: AskingPhrases) => (form: string) => string;
  },
  study: Study,
  settings: RunSettings,
): ModelStrategy {
  const { ask, name, ...subject } = about;
  const { seed, temperature } = settings;
  const nucleus = { topK: 0, topP: 1, minP: 0 };
  return {
    kind: 'model',
    name,
    ...subject,
    merges: true,
    retries: 3,
    maxTokens: Math.max(...scalesOf(study).map(roomFor)),
    requireScale: (scale, outcome) => void listedCodes(scale, name, outcome),
    instruction: (task, language) => ask(askingPhrases(language))(formOf(shownCodes(task))),
    call: ({ task, messages, persona, attempt }) => ({
      kind: 'text',
      messages,
      sampling: {
        temperature,
        ...nucleus,
        maxTokens: roomFor(task.scale),
        seed: callSeed(seed, anywhere, { persona, replicate: 0 }, attempt),
      },
      schema: schemaOf(offeredCodes(task.scale)),
    }),
    answer: (reply, task) => drawn(reply, task, seed),
  };
}

function drawn(reply: ModelReply, task: Task, seed: number): AnswerResult {
  const text = reply.kind === 'text' ? reply.text : '';
  if (text.trim() === '') return failure('empty', text);
  const read = readShares(text, offeredCodes(task.scale));
  if (read.kind === 'shares') return drawnAnswer(task, read.shares, undefined, seed);
  return unreadable(text).reason === 'refusal' ? failure('refusal', text) : failure('malformed', text);
}

function scalesOf({ outcomes }: Study): readonly Scale[] {
  return outcomes.flatMap(({ scale, variants }) => [scale, ...variants.map((variant) => variant.scale)]);
}

/** Most tokens that a reply may have. Scales that cannot be listed are refused before anything is asked. */
function roomFor(scale: Scale): number {
  return tokensAround + tokensPerLevel * Math.min(offeredCodes(scale).length, 102);
}

/** "Don't know" stands last where the order does not name it. */
function shownCodes({ scale, order = [] }: Task): readonly number[] {
  const offered = offeredCodes(scale);
  const first = order.filter((code) => offered.includes(code));
  return [...first, ...offered.filter((code) => !first.includes(code))];
}

function formOf(codes: readonly number[]): string {
  const named = codes.length <= mostNamed ? codes : [...codes.slice(0, 2), undefined, ...codes.slice(-1)];
  return `{${named.map((code) => (code === undefined ? '…' : `"${code}": …`)).join(', ')}}`;
}

/** The JSON Schema of the object, in the part that all endpoints with structured replies know. */
function schemaOf(codes: readonly number[]): Readonly<Record<string, unknown>> {
  return {
    type: 'object',
    properties: Object.fromEntries(codes.map((code) => [String(code), { type: 'number' }])),
    required: codes.map(String),
    additionalProperties: false,
  };
}
