import type { ModelEntry } from '../../workspace/types';
import { chooseModel, embeddedEntry } from '../inputs/chooseModel';
import type { Services } from '../services';
import type { ModelsResult } from '../types';
import { projectHere } from './projectHere';

/** The endpoints of the project here, what `local` means, which of them answer, and what they can do. */
export async function models(services: Services, signal: AbortSignal): Promise<ModelsResult> {
  const project = await projectHere(services);
  const wish = { model: 'local', strategy: 'direct', endpoint: undefined } as const;
  const local = await chooseModel(services, project, wish, signal);
  const entries = [...project.models];
  for (const entry of [local, embeddedEntry])
    if (entry !== undefined && !entries.some(({ name }) => name === entry.name)) entries.push(entry);
  const context = { root: project.root, signal };
  return {
    project: project.file ?? null,
    models: await Promise.all(entries.map((entry) => services.models.probe(entry, context))),
    local: local?.name === 'local' ? whereOf(local) : (local?.name ?? ''),
  };
}

function whereOf(entry: ModelEntry): string {
  if (entry.kind === 'openai') return entry.baseUrl.join(', ');
  return entry.kind === 'embedded' ? 'embedded' : `editor ${entry.model ?? ''}`.trim();
}
