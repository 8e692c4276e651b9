import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { badRequest, completion, text, type Behaviour } from './scriptedReplies';

/** How an endpoint differs from the others: what it refuses and what it leaves out. */
export type ServerDialect = 'openai' | 'llama-server' | 'ollama' | 'vllm';

export interface ScriptedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The raw body. */
  readonly body: string;
  /** The body as JSON; empty when it is none. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface ServerScript {
  readonly dialect?: ServerDialect;
  /** Waits so long before it answers. */
  readonly latencyMs?: number;
  readonly models?: readonly string[];
  /** Keeps no requests, so that hundreds of thousands can be measured. */
  readonly forgetful?: boolean;
  /** What to do with the n-th chat completion, 0 is the first. Without one every answer is "4". */
  readonly answer?: (request: ScriptedRequest, n: number) => Behaviour;
  /** What to do with the n-th request for embeddings; without one there are none. */
  readonly embed?: (request: ScriptedRequest, n: number) => Behaviour;
}

export interface ScriptedServer {
  /** `http://127.0.0.1:PORT/v1`. */
  readonly baseUrl: string;
  readonly origin: string;
  /** Everything that was asked, in order. */
  readonly requests: readonly ScriptedRequest[];
  /** Chat completions alone. */
  chats(): readonly ScriptedRequest[];
  /** The most chat completions that were under way at once. */
  mostInFlight(): number;
  close(): Promise<void>;
}

interface State {
  readonly script: ServerScript;
  readonly requests: ScriptedRequest[];
  chats: number;
  inFlight: number;
  most: number;
}

/** An OpenAI-compatible server on a free port of this machine that does what the script says. */
export async function scriptedServer(script: ServerScript = {}): Promise<ScriptedServer> {
  const state: State = { script, requests: [], chats: 0, inFlight: 0, most: 0 };
  const server = createServer((request, response) => {
    void receive(request).then((received) => serve(state, received, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl: `${origin}/v1`,
    origin,
    requests: state.requests,
    chats: () => state.requests.filter(({ path }) => path === '/v1/chat/completions'),
    mostInFlight: () => state.most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function receive(request: IncomingMessage): Promise<ScriptedRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces).toString('utf8');
  const { method = '', url: path = '', headers } = request;
  return { method, path, headers, body, json: jsonOf(body) };
}

function jsonOf(body: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(body) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function serve(state: State, request: ScriptedRequest, response: ServerResponse): void {
  if (state.script.forgetful !== true) state.requests.push(request);
  if (request.path === '/v1/models') return send(response, 200, modelList(state.script));
  if (request.path === '/v1/embeddings' && state.script.embed !== undefined) {
    const asked = state.requests.filter(({ path }) => path === request.path).length;
    return perform(state.script.embed(request, asked - 1), request, response);
  }
  if (request.path !== '/v1/chat/completions')
    return send(response, 404, '{"error":{"message":"Not found."}}');
  state.inFlight += 1;
  state.most = Math.max(state.most, state.inFlight);
  response.once('close', () => (state.inFlight -= 1));
  const behaviour = behaviourFor(state, request);
  const act = (): void => perform(behaviour, request, response);
  if (state.script.latencyMs === undefined) act();
  else setTimeout(act, state.script.latencyMs);
}

function behaviourFor(state: State, request: ScriptedRequest): Behaviour {
  const { dialect = 'llama-server', answer = () => text('4') } = state.script;
  const refusal = refusalOf(dialect, request.json);
  if (refusal !== undefined) return refusal;
  const behaviour = answer(request, state.chats);
  state.chats += 1;
  // Ollama takes the wish for probabilities and does not fulfil it.
  return dialect === 'ollama' && behaviour.kind === 'tokens'
    ? text(behaviour.tokens[0]?.token ?? '')
    : behaviour;
}

/** What an endpoint of this dialect does not take. Refusals are no answers: they do not count for the script. */
function refusalOf(dialect: ServerDialect, json: Readonly<Record<string, unknown>>): Behaviour | undefined {
  const top = Number(json.top_logprobs ?? 0);
  const unknown = ['top_k', 'min_p', 'repetition_penalty'].find((name) => name in json);
  if (dialect === 'openai' && unknown !== undefined)
    return badRequest(`Unrecognized request argument supplied: ${unknown}`);
  if (dialect === 'openai' && top > 20)
    return badRequest(`Invalid value for 'top_logprobs': must be at most 20.`, 'top_logprobs');
  if (dialect === 'vllm' && top > 20)
    return {
      kind: 'status',
      status: 400,
      body: JSON.stringify({
        object: 'error',
        message: `Requested sample logprobs of ${top}, which is greater than max allowed: 20 (top_logprobs)`,
        type: 'BadRequestError',
        code: 400,
      }),
    };
  return undefined;
}

function perform(behaviour: Behaviour, request: ScriptedRequest, response: ServerResponse): void {
  switch (behaviour.kind) {
    case 'hang':
      return;
    case 'drop':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"choices":[{"mess', () => response.destroy());
      return;
    case 'status':
      return send(response, behaviour.status, behaviour.body ?? '', behaviour.headers);
    case 'body':
      return send(response, 200, behaviour.body);
    default:
      return send(
        response,
        200,
        completion(behaviour, typeof request.json.model === 'string' ? request.json.model : ''),
      );
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
}

function modelList({ models = ['tested-model'] }: ServerScript): string {
  return JSON.stringify({
    object: 'list',
    data: models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'test' })),
  });
}
