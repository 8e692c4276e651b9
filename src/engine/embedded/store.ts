import type { Clock } from '../../simulate/ports';
import type { Files } from '../../workspace/files';
import { defaultModel, modelFile } from './defaultModel';
import { sizeOf } from './install/download';
import { fetchModel } from './install/fetchModel';
import { installEngine } from './install/installEngine';
import { engineEntry, engineFolder, releaseFor } from './packages';
import type { EmbeddedStatus, EmbeddedStore } from './types';

/** What lies in the user's storage; looks at two files. */
export async function embeddedStatus(home: string): Promise<EmbeddedStatus> {
  const release = releaseFor(process.platform, process.arch);
  const model = modelFile(home, defaultModel);
  const installed = release !== undefined && (await sizeOf(engineEntry(home, release))) > 0;
  return {
    engine: installed ? 'ready' : 'missing',
    model: (await sizeOf(model)) === defaultModel.bytes ? 'ready' : 'missing',
    paths: { home, engine: release === undefined ? '' : engineFolder(home, release), model },
    bytes: {
      engine: (release?.packages ?? []).reduce((sum, { bytes }) => sum + bytes, 0),
      model: defaultModel.bytes,
    },
  };
}

/** The user's storage, for the use cases. */
export function embeddedStore(
  home: string,
  world: { readonly files: Pick<Files, 'lock'>; readonly clock: Pick<Clock, 'sleep'> },
): EmbeddedStore {
  return {
    status: () => embeddedStatus(home),
    fetch: async (signal, onProgress) => {
      const deps = { ...world, signal, onProgress };
      await installEngine(home, deps);
      await fetchModel(home, deps);
      return embeddedStatus(home);
    },
  };
}
