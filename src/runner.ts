import { runProcess } from './host/runProcess';
import { createServices } from './host/services';

const graceMs = 5_000;

const running = runProcess({
  send: (reply) => void process.send?.(reply),
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
process.send?.({ type: 'ready', pid: process.pid });
