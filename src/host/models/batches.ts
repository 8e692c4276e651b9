import { requireKey } from '../../app/runs/openModel';
import type { Batches } from '../../app/services';
import { batchServer } from '../../engine/batch/server';
import { batchWording } from '../../engine/batch/wording';
import { openaiModel } from '../../engine/openai/model';
import { describeEntry, keyOf, type ProviderDeps } from './modelProvider';

/** Batches of endpoints as this machine reaches them. */
export function batchesOf(deps: ProviderDeps): Batches {
  const { clock, dispatcher } = deps;
  const connections = dispatcher === undefined ? {} : { dispatcher };
  return {
    wording: (entry, dialect) =>
      batchWording(entry, openaiModel(entry, { key: undefined, clock, ...connections }), dialect),
    connect: async (entry) => {
      requireKey(await describeEntry(entry, deps));
      return batchServer(entry, { key: await keyOf(entry, deps), clock, ...connections });
    },
  };
}
