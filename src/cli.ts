import { createInterface } from 'node:readline/promises';
import type { Sink, Stdio } from './cli/command';
import { main } from './cli/main';
import { createServices } from './host/services';
import { version } from './host/version';

const lingerMs = 500;
const stop = new AbortController();
const force = new AbortController();

/** The first interrupt is graceful, the second forced, the third ends the process. */
function onInterrupt(): void {
  if (force.signal.aborted) process.exit(130);
  if (stop.signal.aborted) force.abort();
  stop.abort();
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY === true };
}

async function readLine(prompt: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(prompt);
  } catch {
    // Interrupted at the question: that is no, and the person wants out.
    onInterrupt();
    return '';
  } finally {
    lines.close();
  }
}

const stdio: Stdio = {
  out: sinkOf(process.stdout),
  err: sinkOf(process.stderr),
  readLine: process.stdin.isTTY === true && process.stderr.isTTY === true ? readLine : undefined,
  cwd: process.cwd(),
  signals: { stop: stop.signal, force: force.signal },
};

process.on('SIGINT', onInterrupt);
process.on('SIGTERM', onInterrupt);
// A reader such as `head` that went away has seen enough.
process.stdout.on('error', () => process.exit(0));
void main({ version, services: createServices }, process.argv.slice(2), stdio, process.env).then((status) => {
  process.exitCode = status;
  // Connections that linger must not hold the terminal; what was written has its time to go out.
  setTimeout(() => process.exit(status), lingerMs).unref();
});
