import { isFields, objectOf, type Fields } from '../../util/fields';

/** A line of an output or error file: a completion, a refusal, or neither. */
export type OutputLine =
  | { readonly kind: 'reply'; readonly id: string; readonly body: unknown }
  | {
      readonly kind: 'failed';
      readonly id: string;
      readonly status: number | null;
      readonly message: string;
    }
  | { readonly kind: 'garbage' };

const longest = 500;
const garbage = { kind: 'garbage' } as const;

/** What a line of OpenAI's, vLLM's or the recipe's output says. */
export function outputLine(text: string): OutputLine {
  const line = objectOf(text);
  const id = line?.custom_id;
  if (line === undefined || typeof id !== 'string') return garbage;
  const response = isFields(line.response) ? line.response : undefined;
  const status = typeof response?.status_code === 'number' ? response.status_code : null;
  if (line.error == null && response !== undefined && (status ?? 200) === 200)
    return { kind: 'reply', id, body: response.body };
  if (line.error == null && response === undefined) return garbage;
  return { kind: 'failed', id, status, message: messageOf(line, response).slice(0, longest) };
}

function messageOf(line: Fields, response: Fields | undefined): string {
  const body = isFields(response?.body) ? response.body : {};
  // vLLM puts an error into an error.
  const inner = isFields(line.error) ? line.error.error : undefined;
  const said = [line.error, inner, body.error, body].map((error) =>
    isFields(error) ? (error.message ?? error.code) : error,
  );
  return said.find((text) => typeof text === 'string' && text !== '')?.toString() ?? 'no reason given';
}
