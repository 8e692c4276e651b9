import { performance } from 'node:perf_hooks';
import { window, type ExtensionContext } from 'vscode';
import { contributions } from './vscode/contributions';
import { createEditorServices } from './vscode/editorServices';
import { createLog } from './vscode/log';
import type { ActiveRun } from './vscode/run/runs';

/** What other extensions and tests can read of ours. */
export interface Exports {
  /** How long activation took, in milliseconds. */
  readonly activationMs: number;
  /** The process that runs simulations; undefined while there is none. */
  readonly runProcess: () => number | undefined;
  /** The runs that go on now, oldest first. */
  readonly runs: () => readonly ActiveRun[];
}

/** The editor's door: builds the services and registers the features. No file is read and nothing is asked here. */
export function activate(context: ExtensionContext): Exports {
  const began = performance.now();
  const log = createLog();
  context.subscriptions.push(log);
  try {
    const services = createEditorServices(context, log);
    for (const contribution of contributions) context.subscriptions.push(contribution.register(services));
    const activationMs = performance.now() - began;
    log.info(`Activated in ${activationMs.toFixed(1)} ms.`);
    return {
      activationMs,
      runProcess: () => services.runProcess.pid,
      runs: () => services.runs.active,
    };
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    const text = 'Vignette could not start. Please report it with its log.';
    void window.showErrorMessage(text, 'Show Log').then((chosen) => chosen && log.show());
    throw error;
  }
}
