/** Longest line that is kept; a longer one is no line of ours. */
const MAX_LINE_BYTES = 32 * 1024 * 1024;
const NEWLINE = 10;

/**
 * Hands over the finished lines of a stream, without their newline, and where each begins. What follows the last newline
 * is cut off, as a killed process leaves it; of a line over 32 MB nothing is handed over but its place.
 * @param onLine must not keep `bytes`: they may be used again.
 * @returns bytes up to and including the last newline.
 */
export async function scanLines(
  chunks: AsyncIterable<Uint8Array>,
  onLine: (bytes: Uint8Array, begin: number) => void,
): Promise<number> {
  const lines = splitter(onLine);
  for await (const chunk of chunks) lines.push(chunk);
  return lines.begin();
}

/** The finished lines of a stream as texts, one after the other; a line over 32 MB reads as an empty one. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const found: string[] = [];
  const decoder = new TextDecoder();
  const lines = splitter((bytes) => found.push(decoder.decode(bytes)));
  for await (const chunk of chunks) {
    lines.push(chunk);
    yield* found.splice(0);
  }
}

/** Cuts pieces of a stream into its finished lines; `begin` is where the unfinished one begins. */
function splitter(onLine: (bytes: Uint8Array, begin: number) => void): {
  push(chunk: Uint8Array): void;
  begin(): number;
} {
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  let begin = 0;
  return {
    begin: () => begin,
    push: (chunk) => {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        const bytes = restBytes + at - from;
        const piece = chunk.subarray(from, at);
        if (bytes > MAX_LINE_BYTES) onLine(new Uint8Array(), begin);
        else onLine(rest.length === 0 ? piece : joined([...rest, piece]), begin);
        begin += bytes + 1;
        rest = [];
        restBytes = 0;
        from = at + 1;
      }
      restBytes += chunk.length - from;
      if (restBytes > MAX_LINE_BYTES) rest = [];
      else if (from < chunk.length) rest.push(chunk.slice(from));
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
