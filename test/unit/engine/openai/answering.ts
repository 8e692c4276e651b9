import type { Model, ModelReply } from '../../../../src/simulate/types';
import { openaiModel, type OpenaiDeps } from '../../../../src/engine/openai/model';
import type { VignetteError } from '../../../../src/util/errors';
import { fakeClock } from '../../../fakes/fakeClock';
import { rejection } from '../../../fakes/rejection';
import { scriptedServer, type ScriptedServer, type ServerScript } from '../../../fakes/scriptedServer';
import { anEntry, aTextCall, type OpenaiEntry } from '../builders';

export interface Asking {
  readonly server: ScriptedServer;
  readonly model: Model;
  readonly clock: ReturnType<typeof fakeClock>;
}

export const never = new AbortController().signal;

/** A model of a scripted server, for the length of `work`. Waits take no time. */
export async function withModel<T>(
  script: ServerScript,
  work: (asking: Asking) => Promise<T>,
  given: { readonly entry?: Partial<OpenaiEntry>; readonly deps?: Partial<OpenaiDeps> } = {},
): Promise<T> {
  const server = await scriptedServer(script);
  const clock = fakeClock({ auto: true });
  const entry = anEntry({ baseUrl: [server.baseUrl], ...given.entry });
  const model = openaiModel(entry, { key: undefined, clock, ...given.deps });
  try {
    return await work({ server, model, clock });
  } finally {
    await model.dispose();
    await server.close();
  }
}

export function reply(script: ServerScript, call = aTextCall()): Promise<ModelReply> {
  return withModel(script, ({ model }) => model.ask(call, never));
}

export function refusal(script: ServerScript, call = aTextCall()): Promise<VignetteError> {
  return withModel(script, ({ model }) => rejection(model.ask(call, never)));
}
