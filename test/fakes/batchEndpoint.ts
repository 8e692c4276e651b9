import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rng } from '../../src/util/rng';
import { completion, text, type Behaviour } from './scriptedReplies';

export interface CallLine {
  readonly custom_id: string;
  readonly method: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface BatchScript {
  /** What a chat completion is answered with, one by one or in a batch; follows from the body by default. */
  readonly answer?: (body: CallLine['body'], n: number) => Behaviour;
  /** How a finished batch ends; `completed` by default. `keep` of its lines (0 … 1) were worked on. */
  readonly ends?: (n: number) => {
    readonly status: 'completed' | 'failed' | 'expired' | 'cancelled';
    readonly keep: number;
    /** What the endpoint says was wrong with the file. */
    readonly problem?: string;
  };
  /** What becomes of the lines of an output file; they come in another order than they were sent in. */
  readonly lines?: (lines: readonly string[]) => readonly string[];
  /** Batches come back without the metadata that they were made with. */
  readonly forgetful?: boolean;
  /** Instead of serving a request; undefined serves it. */
  readonly instead?: (method: string, path: string, n: number) => Instead | undefined;
}

/** `lost`: served, and the connection is broken before the reply. */
export type Instead =
  { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> } | 'lost';

export interface BatchEndpoint {
  readonly baseUrl: string;
  readonly origin: string;
  /** `METHOD path` of everything that was asked. */
  readonly requests: readonly string[];
  /** Bodies of chat completions that were asked one by one. */
  readonly chats: readonly CallLine['body'][];
  readonly authorisations: readonly (string | undefined)[];
  /** Uploaded files by id, as they arrived. */
  readonly files: ReadonlyMap<string, string>;
  readonly batches: readonly StoredBatch[];
  /** Every batch that has not ended is said to be here now. */
  say(status: 'validating' | 'in_progress' | 'finalizing' | 'cancelling'): void;
  /** Works through every batch that has not ended. */
  finish(): void;
  close(): Promise<void>;
}

interface StoredBatch {
  readonly id: string;
  readonly input: string;
  readonly metadata: unknown;
  status: string;
  output: string | null;
  errors: string | null;
  problem: string | null;
  counts: { total: number; completed: number; failed: number };
}

interface State {
  readonly script: BatchScript;
  readonly requests: string[];
  readonly chats: CallLine['body'][];
  readonly authorisations: (string | undefined)[];
  readonly files: Map<string, string>;
  readonly batches: StoredBatch[];
  answered: number;
}

/** An endpoint with chat completions, files and batches on a free port of this machine. */
export async function batchEndpoint(script: BatchScript = {}): Promise<BatchEndpoint> {
  const state: State = {
    script,
    requests: [],
    chats: [],
    authorisations: [],
    files: new Map(),
    batches: [],
    answered: 0,
  };
  const server = createServer((request, response) => void serve(state, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...state,
    baseUrl: `${origin}/v1`,
    origin,
    say: (status) => running(state).forEach((batch) => (batch.status = status)),
    finish: () => state.batches.forEach((batch, n) => finish(state, batch, n)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The calls in a file of lines. */
export function callsOf(file: string): readonly CallLine[] {
  return file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CallLine);
}

/** What an engine writes for calls, in their order. */
export function outputOf(
  calls: readonly CallLine[],
  answer: (body: CallLine['body'], n: number) => Behaviour = bySeed,
): string {
  return calls.map((call, n) => `${outputLine(call, answer(call.body, n))}\n`).join('');
}

/** 0 or 1, from the messages and the seed. */
export function bySeed(body: CallLine['body']): Behaviour {
  return text(String(rng(JSON.stringify(body.messages), Number(body.seed)).below(2)));
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces).toString('utf8');
  const { method = '', url = '' } = request;
  state.authorisations.push(request.headers.authorization);
  const n = state.requests.push(`${method} ${url}`) - 1;
  const instead = state.script.instead?.(method, url, n);
  if (instead !== undefined && instead !== 'lost') {
    response.writeHead(instead.status, instead.headers);
    return void response.end(instead.body ?? '{}');
  }
  const reply = replyTo(state, method, url, body);
  if (instead === 'lost') return void response.destroy();
  response.writeHead(reply === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(reply ?? '{"error":{"message":"Not found."}}');
}

function replyTo(state: State, method: string, url: string, body: string): string | undefined {
  const [, what = '', id, part] =
    /^\/v1\/(files|batches|embeddings|chat\/completions)(?:\/([\w-]+))?(\/content)?/.exec(url) ?? [];
  if (what === 'chat/completions') return chat(state, JSON.parse(body) as CallLine['body']);
  if (what === 'embeddings') return embeddings(JSON.parse(body) as { input: readonly string[] });
  if (what === 'files' && method === 'POST') return upload(state, body);
  if (what === 'files' && part !== undefined) return state.files.get(id ?? '');
  if (what === 'batches' && method === 'POST') return create(state, JSON.parse(body) as Created);
  if (what !== 'batches') return undefined;
  if (id === undefined)
    return JSON.stringify({
      object: 'list',
      data: state.batches.map((batch) => told(state, batch)).reverse(),
    });
  const batch = state.batches.find((known) => known.id === id);
  return batch && JSON.stringify(told(state, batch));
}

function chat(state: State, body: CallLine['body']): string {
  state.chats.push(body);
  return completion(answerTo(state, body), String(body.model));
}

/** Texts of like lengths are alike. */
function embeddings({ input }: { readonly input: readonly string[] }): string {
  const data = input.map((said, index) => ({ index, embedding: [said.length, 100] }));
  return JSON.stringify({ object: 'list', data, usage: { prompt_tokens: 10, total_tokens: 10 } });
}

function answerTo(state: State, body: CallLine['body']): Behaviour {
  return (state.script.answer ?? bySeed)(body, state.answered++);
}

/** The one file of a form. */
function upload(state: State, form: string): string {
  const id = `file-${state.files.size + 1}`;
  const start = form.indexOf('\r\n\r\n', form.indexOf('filename="')) + 4;
  const boundary = form.slice(0, form.indexOf('\r\n'));
  state.files.set(id, form.slice(start, form.indexOf(`\r\n${boundary}`, start)));
  return JSON.stringify({ id, object: 'file', purpose: 'batch' });
}

interface Created {
  readonly input_file_id: string;
  readonly metadata?: unknown;
}

function create(state: State, { input_file_id: input, metadata }: Created): string {
  const batch: StoredBatch = {
    id: `batch_${state.batches.length + 1}`,
    input,
    metadata,
    status: 'validating',
    output: null,
    errors: null,
    problem: null,
    counts: { total: callsOf(state.files.get(input) ?? '').length, completed: 0, failed: 0 },
  };
  state.batches.push(batch);
  return JSON.stringify(told(state, batch));
}

const ended = ['completed', 'failed', 'expired', 'cancelled'];

function running({ batches }: State): readonly StoredBatch[] {
  return batches.filter(({ status }) => !ended.includes(status));
}

function finish(state: State, batch: StoredBatch, n: number): void {
  if (ended.includes(batch.status)) return;
  const { status, keep, problem } = state.script.ends?.(n) ?? { status: 'completed', keep: 1 };
  batch.problem = problem ?? null;
  const calls = callsOf(state.files.get(batch.input) ?? '');
  const done = calls.slice(0, Math.floor(calls.length * keep));
  const outcomes = done.map((call) => [call, answerTo(state, call.body)] as const);
  const good = outcomes.filter(([, { kind }]) => kind !== 'status');
  const bad = outcomes.filter(([, { kind }]) => kind === 'status');
  const lines = (some: typeof outcomes): string => {
    const shuffled = [...some].reverse().map(([call, behaviour]) => outputLine(call, behaviour));
    return (state.script.lines?.(shuffled) ?? shuffled).map((line) => `${line}\n`).join('');
  };
  batch.status = status;
  batch.counts = { ...batch.counts, completed: good.length, failed: bad.length };
  batch.output = good.length > 0 ? keepFile(state, `${batch.id}-output`, lines(good)) : null;
  batch.errors = bad.length > 0 ? keepFile(state, `${batch.id}-errors`, lines(bad)) : null;
}

function keepFile(state: State, id: string, content: string): string {
  state.files.set(id, content);
  return id;
}

function outputLine({ custom_id, body }: CallLine, behaviour: Behaviour): string {
  const failed = behaviour.kind === 'status';
  const said = failed ? (behaviour.body ?? '{}') : completion(behaviour, String(body.model));
  const response = {
    status_code: failed ? behaviour.status : 200,
    request_id: 'request-1',
    body: JSON.parse(said) as unknown,
  };
  return JSON.stringify({ id: 'batch_req_1', custom_id, response, error: null });
}

function told({ script }: State, batch: StoredBatch): object {
  return { ...shown(batch), ...(script.forgetful === true && { metadata: null }) };
}

function shown(batch: StoredBatch): object {
  const { id, input, metadata, status, output, errors, counts, problem } = batch;
  return {
    id,
    object: 'batch',
    endpoint: '/v1/chat/completions',
    input_file_id: input,
    completion_window: '24h',
    status,
    output_file_id: output,
    error_file_id: errors,
    errors: problem === null ? null : { object: 'list', data: [{ code: 'invalid', message: problem }] },
    request_counts: counts,
    metadata,
  };
}
