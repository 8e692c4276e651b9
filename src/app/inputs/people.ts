import type { HumanData } from '../../data/types';
import { readSample, type PanelSample } from '../../simulate/panel/sample';
import { hashFile } from '../../workspace/dataFile';
import type { RunManifest } from '../../workspace/types';
import type { Services } from '../services';
import { dataPath, openTable, type DataOptions } from './dataFile';
import { loadHuman } from './humanData';
import type { LoadedStudy } from './loadStudy';

/** Who there is to ask, and whose answers there are. */
export interface Inputs {
  /** Undefined when the study names no human data. */
  readonly human: HumanData | undefined;
  /** The rows of the panel's file; undefined where there is none. */
  readonly sample: PanelSample | undefined;
  /** SHA-256 of the files, null where there is none. */
  readonly hashes: Pick<RunManifest['study'], 'dataHash' | 'sampleHash'>;
}

/**
 * The human answers of a study and the rows of its panel.
 * @throws VignetteError `data/outside-workspace`, `data/format`, and what reading and joining throw.
 */
export async function loadInputs(
  services: Services,
  loaded: LoadedStudy,
  options: DataOptions,
  signal: AbortSignal,
): Promise<Inputs> {
  const human = await loadHuman(services, loaded, options, signal);
  const dataHash = human?.hash ?? null;
  const sample = loaded.study.panel?.sample;
  if (sample === undefined) return { human, sample: undefined, hashes: { dataHash, sampleHash: null } };
  const path = await dataPath(services.files, loaded, sample.file, options);
  const rows = await readSample(sample, await openTable(services.files, path, signal), signal);
  const sampleHash = await hashFile(services.files, path, signal);
  return { human, sample: rows, hashes: { dataHash, sampleHash } };
}

/** Whether the files are those with which a run began. */
export function sameInputs({ hashes }: Inputs, { study }: RunManifest): boolean {
  return hashes.dataHash === study.dataHash && hashes.sampleHash === study.sampleHash;
}
