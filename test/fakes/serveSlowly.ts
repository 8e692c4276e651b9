// A scripted server in a process of its own, for measurements: the latency in ms as argument, its base URL on stdout.
import { scriptedServer } from './scriptedServer';

void scriptedServer({ latencyMs: Number(process.argv[2] ?? '50') }).then(({ baseUrl }) => {
  process.stdout.write(`${baseUrl}\n`);
});
