// A scripted server in a process of its own, for measurements. Arguments: the latency in ms and, for one that fails, the
// requests a second that it allows (0 is any number) and "faults" or "calm". Its base URL comes on stdout, then what failed
// as a line of JSON for each line on stdin.
import { faults, manyFaults, noFaults, steadyAnswer } from './faults';
import { scriptedServer } from './scriptedServer';

const [latencyMs = '50', allowed = '0', mood = 'calm'] = process.argv.slice(2);
const failing = faults({
  seed: 7,
  shares: mood === 'faults' ? manyFaults : noFaults,
  retryAfterMs: 1000,
  ...(allowed === '0' ? {} : { allowed: Number(allowed) }),
  answer: steadyAnswer([1, 2, 3, 4, 5, 6, 7]),
});
const isPlain = allowed === '0' && mood === 'calm';
const script = { latencyMs: Number(latencyMs), forgetful: true };

void scriptedServer(isPlain ? script : { ...script, answer: failing.answer }).then(({ baseUrl }) => {
  process.stdout.write(`${baseUrl}\n`);
});
process.stdin.on('data', () => process.stdout.write(`${JSON.stringify(failing.counts)}\n`));
