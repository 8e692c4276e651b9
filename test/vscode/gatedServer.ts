import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An OpenAI-compatible server whose replies wait until they are let through. */
export interface GatedServer {
  readonly baseUrl: string;
  /** Chat completions that came so far. */
  readonly asked: () => number;
  /** Lets so many more replies through, those that wait first. */
  let(replies: number): void;
  close(): void;
}

const reply = JSON.stringify({
  id: 'c',
  object: 'chat.completion',
  model: 'gated',
  choices: [{ index: 0, message: { role: 'assistant', content: '4' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 50, completion_tokens: 1, total_tokens: 51 },
});

export async function gatedServer(): Promise<GatedServer> {
  const waiting: ServerResponse[] = [];
  let asked = 0;
  let free = 0;
  const pass = (): void => {
    while (free > 0 && waiting.length > 0) {
      free -= 1;
      waiting.shift()?.writeHead(200, { 'content-type': 'application/json' }).end(reply);
    }
  };
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.method !== 'POST') return response.writeHead(404).end('{}');
      asked += 1;
      waiting.push(response);
      pass();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: () => asked,
    let: (replies) => {
      free += replies;
      pass();
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
