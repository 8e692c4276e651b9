import type { Model } from '../../simulate/types';
import { VignetteError } from '../../util/errors';
import type { ModelEntry } from '../../workspace/types';
import type { ModelDescription, Report, Services, Signals } from '../services';

export interface Opening {
  readonly root: string;
  /** The person named this key and host for this run, which approves them. */
  readonly given: boolean;
  /** Asks for what consent is missing; throws when it is refused. */
  readonly consent: (description: ModelDescription) => Promise<void>;
  readonly signals: Signals;
  readonly report: Report;
}

/**
 * Opens a model once its key may go to its host and the profiles may too: all of that is settled before
 * anything is sent anywhere.
 * @throws VignetteError `model/untrusted-key`, `model/missing-key`, `consent/refused`, and those of opening.
 */
export async function openModel(services: Services, entry: ModelEntry, opening: Opening): Promise<Model> {
  if (opening.given) await approve(services, entry);
  const description = await services.models.describe(entry);
  requireKey(description);
  await opening.consent(description);
  return services.models.open(entry, {
    root: opening.root,
    signal: opening.signals.stop,
    onProgress: (text, share) => opening.report.status(text, share),
  });
}

/** Typing a key's variable beside a host lets the key go there. */
export async function approve(services: Services, entry: ModelEntry): Promise<void> {
  const { keyEnv, where } = await services.models.describe(entry);
  if (keyEnv === null) return;
  for (const origin of where)
    if (!(await services.approvals.keyAllowed(keyEnv, origin)))
      await services.approvals.allowKey(keyEnv, origin);
}

/** @throws VignetteError `model/untrusted-key`, `model/missing-key`, both before anything is sent. */
export function requireKey(description: ModelDescription): void {
  if (description.key === 'untrusted') throw untrustedKey(description);
  if (description.key === 'missing') throw missingKey(description);
}

function untrustedKey({ name, keyEnv, where }: ModelDescription): VignetteError {
  return new VignetteError({
    code: 'model/untrusted-key',
    message: `The project file wants to send the key in ${keyEnv ?? ''} to ${where.join(', ')}, which you have not approved.`,
    help: `If that is right: vignette models trust ${name}`,
    audience: 'endpoint',
  });
}

function missingKey({ name, keyEnv }: ModelDescription): VignetteError {
  return new VignetteError({
    code: 'model/missing-key',
    message: `The model ${name} needs a key, and ${keyEnv ?? ''} is not set.`,
    help: `Set the environment variable ${keyEnv ?? ''}, or the key in the editor.`,
    audience: 'endpoint',
  });
}
