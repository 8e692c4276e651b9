import { runProcess } from './host/runProcess';
import { createServices } from './host/services';
import type { RunReply } from './protocol/run';

const graceMs = 5_000;

/** Once the editor is gone nobody listens, and the work still ends in order. */
function send(reply: RunReply): void {
  if (process.connected) process.send?.(reply, undefined, {}, () => undefined);
}

const running = runProcess({
  send,
  services: (world) => createServices({ env: process.env, ...world }),
  cwd: process.cwd(),
});

function leave(): void {
  setTimeout(() => process.exit(1), graceMs).unref();
  void running.stopAll().finally(() => process.exit(0));
}

process.on('message', (message) => running.receive(message));
// The editor went away: what is in flight finishes, and what was answered is kept.
process.on('disconnect', leave);
process.on('SIGTERM', leave);
send({ type: 'ready', pid: process.pid });
