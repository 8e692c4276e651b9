/** What the scripted server does with one request. */
export type Behaviour =
  | { readonly kind: 'text'; readonly text: string; readonly usage?: ScriptedUsage | null }
  /** A reply of one token with these alternatives; natural logarithms are taken here. */
  | { readonly kind: 'tokens'; readonly tokens: readonly ScriptedToken[] }
  /** A reply of these tokens one after the other. */
  | { readonly kind: 'written'; readonly tokens: readonly string[] }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | { readonly kind: 'body'; readonly body: string }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Breaks the connection in the middle of the body. */
  | { readonly kind: 'drop' };

export interface ScriptedUsage {
  readonly in: number;
  readonly out: number;
  readonly cachedIn: number;
}

export interface ScriptedToken {
  readonly token: string;
  readonly probability: number;
}

export const text = (said: string): Behaviour => ({ kind: 'text', text: said });

export const tokens = (probabilities: Readonly<Record<string, number>>): Behaviour => ({
  kind: 'tokens',
  tokens: Object.entries(probabilities).map(([token, probability]) => ({ token, probability })),
});

export function rateLimited(headers: Readonly<Record<string, string>> = {}): Behaviour {
  return failing(
    429,
    { message: 'Rate limit reached.', type: 'requests', code: 'rate_limit_exceeded' },
    headers,
  );
}

export function quotaExhausted(): Behaviour {
  return failing(429, {
    message: 'You exceeded your current quota, please check your plan and billing details.',
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  });
}

export function unauthorised(message = 'Incorrect API key provided.'): Behaviour {
  return failing(401, { message, type: 'invalid_request_error', code: 'invalid_api_key' });
}

export function forbidden(): Behaviour {
  return failing(403, { message: 'Not allowed for this project.', type: 'permission_error' });
}

export function serverError(status: 500 | 502 | 503 = 500): Behaviour {
  return failing(status, { message: 'The server had an error.', type: 'server_error' });
}

export function badRequest(message: string, param: string | null = null): Behaviour {
  return failing(400, { message, type: 'invalid_request_error', param });
}

export function redirect(to: string): Behaviour {
  return { kind: 'status', status: 307, headers: { location: to } };
}

function failing(
  status: number,
  error: Readonly<Record<string, string | null>>,
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  return { kind: 'status', status, headers, body: JSON.stringify({ error }) };
}

/** The body of a chat completion. */
export function completion(behaviour: Behaviour, model: string): string {
  const usage = behaviour.kind === 'text' ? behaviour.usage : undefined;
  const said = behaviour.kind === 'text' ? behaviour.text : undefined;
  const logprobs = logprobsOf(behaviour);
  const content = said ?? logprobs?.content.map(({ token }) => token).join('') ?? '';
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content },
        logprobs: logprobs ?? null,
        finish_reason: 'stop',
      },
    ],
    ...(usage !== null && { usage: usageOf(usage ?? { in: 200, out: 1, cachedIn: 0 }) }),
  });
}

function logprobsOf(behaviour: Behaviour) {
  if (behaviour.kind === 'written')
    return {
      content: behaviour.tokens.map((token) => ({ ...entry(token, 1), top_logprobs: [entry(token, 1)] })),
    };
  if (behaviour.kind !== 'tokens') return undefined;
  const sorted = [...behaviour.tokens].sort((a, b) => b.probability - a.probability);
  const listed = sorted.map(({ token, probability }) => entry(token, probability));
  return { content: [{ ...(listed[0] ?? entry('', 1)), top_logprobs: listed }] };
}

function entry(token: string, probability: number) {
  return { token, logprob: Math.log(probability), bytes: [...Buffer.from(token)] };
}

function usageOf(usage: ScriptedUsage) {
  return {
    prompt_tokens: usage.in,
    completion_tokens: usage.out,
    total_tokens: usage.in + usage.out,
    prompt_tokens_details: { cached_tokens: usage.cachedIn },
  };
}
