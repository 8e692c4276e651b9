import type { Files } from '../../workspace/files';
import { folderOf } from '../../workspace/paths';
import type { StoredRun } from '../../workspace/runStore';
import { readText } from '../../workspace/text';

const largestResults = 64 * 1024 * 1024;

/** The hashes of answers that the results files beside those of these runs name. */
export async function namedAnswers(files: Files, runs: readonly StoredRun[]): Promise<ReadonlySet<string>> {
  const folders = new Set(runs.map(({ manifest }) => folderOf(manifest.resultsPath)));
  const named = new Set<string>();
  for (const folder of folders)
    for (const name of (await files.list(folder)).filter((each) => each.endsWith('.results.yaml'))) {
      const text = await readText(files, `${folder}/${name}`, largestResults);
      for (const [, hash] of text.matchAll(/\banswers: ["']?([0-9a-f]{64})\b/g))
        if (hash !== undefined) named.add(hash);
    }
  return named;
}
