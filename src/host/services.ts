import type { Dispatcher } from 'undici';
import type { Ask, Services } from '../app/services';
import { openCache } from '../engine/cache';
import type { EditorModels } from '../simulate/ports';
import { embeddedStore } from '../engine/embedded/store';
import { openJournal } from '../engine/journal';
import { hashWith } from '../util/hash';
import { batchesOf } from './models/batches';
import { fileApprovals } from './models/approvals';
import { systemGit } from './git';
import { thisMachine } from './machine';
import { modelProvider } from './models/modelProvider';
import { nodeFiles, slashes } from './nodeFiles';
import { nodeSha256 } from './nodeHash';
import { storageFolder } from './storage';
import { systemClock } from './systemClock';
import { templatesFolder } from './templates';
import { version } from './version';

/** What a door knows of its surroundings. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths are relative to. */
  readonly cwd: string;
  /** Undefined: there is nobody to ask, and the answer is no. */
  readonly ask?: Ask;
  /** Keys that the user entered for these origins. */
  readonly keys?: Readonly<Record<string, string>>;
  /** The models of the editor; absent where there is none. */
  readonly editor?: EditorModels;
  /** Connections of another kind, for tests. */
  readonly dispatcher?: Dispatcher;
}

const nobody: Ask = { confirm: () => Promise.resolve(false) };

/** The services of this machine. VIGNETTE_LOCAL_SERVERS=off looks for no server on the usual ports. */
export function createServices({ env, cwd, ask, keys, editor, dispatcher }: Surroundings): Services {
  hashWith(nodeSha256);
  const storage = storageFolder(env);
  const approvals = fileApprovals(nodeFiles, storage);
  const provider = {
    approvals,
    clock: systemClock,
    storage,
    keys: { byVariable: (name: string) => env[name], byOrigin: keys ?? {} },
    lookForServers: env['VIGNETTE_LOCAL_SERVERS'] !== 'off',
    editor,
    dispatcher,
  };
  return {
    files: nodeFiles,
    clock: systemClock,
    approvals,
    stores: {
      cache: (folder, onProblem) => openCache(nodeFiles, folder, systemClock, onProblem),
      journal: (folder) => openJournal(nodeFiles, folder, systemClock),
    },
    models: modelProvider(provider),
    batches: batchesOf(provider),
    embedded: embeddedStore(storage, { files: nodeFiles, clock: systemClock }),
    ask: ask ?? nobody,
    git: systemGit,
    machine: thisMachine(nodeFiles),
    cwd: slashes(cwd),
    storage,
    templates: templatesFolder(),
    version,
  };
}
