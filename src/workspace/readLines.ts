/** Longest line that is kept; a longer one is no line of ours. */
const MAX_LINE_BYTES = 32 * 1024 * 1024;
const NEWLINE = 10;

export interface Line {
  /** Without the newline; '' for a line over the limit. */
  readonly text: string;
  /** Bytes of the file up to and including this line's newline. */
  readonly end: number;
}

/** The finished lines of a stream. What follows the last newline is cut off, as a killed process leaves it. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Line> {
  const decoder = new TextDecoder();
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  let end = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const bytes = restBytes + at - from;
      end += bytes + 1;
      const whole = bytes <= MAX_LINE_BYTES;
      yield { text: whole ? decoder.decode(joined([...rest, chunk.subarray(from, at)])) : '', end };
      rest = [];
      restBytes = 0;
      from = at + 1;
    }
    restBytes += chunk.length - from;
    if (restBytes > MAX_LINE_BYTES) rest = [];
    else rest.push(chunk.slice(from));
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
