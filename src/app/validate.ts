import { readProjectFile } from '../study/project';
import type { Diagnostic } from '../util/diagnostic';
import { VignetteError } from '../util/errors';
import { findStudies } from '../workspace/discovery';
import { nameOf, relativeTo, resolvePath } from '../workspace/paths';
import { readText } from '../workspace/text';
import { modelDiagnostics } from './authoring/modelDiagnostics';
import { diagnose } from './inputs/humanData';
import { studyFrom, type LoadedStudy } from './inputs/loadStudy';
import type { ModelDescription, Services } from './services';
import type { ValidateResult } from './types';

export interface ValidateOptions {
  /** Studies, project files, or folders with studies. */
  readonly paths: readonly string[];
  /** Data files outside the workspace may be read. */
  readonly yes?: boolean;
}

type ValidatedFile = ValidateResult['files'][number];

/**
 * The diagnostics of studies with their data, and of the project files they belong to.
 * @throws VignetteError `file/missing`, `usage/no-studies`, `file/encoding`.
 */
export async function validate(
  services: Services,
  options: ValidateOptions,
  signal: AbortSignal,
): Promise<ValidateResult> {
  const files = new Map<string, ValidatedFile>();
  for (const path of await expand(services, options.paths)) {
    const absolute = resolvePath(services.cwd, path);
    if (files.has(absolute)) continue;
    const text = await readText(services.files, absolute);
    if (nameOf(absolute) === 'vignette.yaml') {
      files.set(absolute, { path, kind: 'project', diagnostics: readProjectFile(text).diagnostics });
      continue;
    }
    const loaded = await studyFrom(services, absolute, text);
    files.set(absolute, {
      path,
      kind: 'study',
      diagnostics: await diagnoseStudy(services, loaded, { outside: options.yes ?? false }, signal),
    });
    addProject(files, loaded, services.cwd);
  }
  const all = [...files.values()];
  return { files: all, errors: count(all, 'error'), warnings: count(all, 'warning') };
}

async function expand(services: Services, paths: readonly string[]): Promise<readonly string[]> {
  const expanded: string[] = [];
  for (const path of paths) {
    const absolute = resolvePath(services.cwd, path);
    if ((await services.files.stat(absolute))?.kind !== 'folder') {
      expanded.push(path);
      continue;
    }
    const inside = await findStudies(services.files, absolute);
    if (inside.length === 0) throw noStudies(path);
    expanded.push(...inside.map((study) => relativeTo(services.cwd, study)));
  }
  return expanded;
}

/** Everything about one study: itself, its data, and the model it names. */
async function diagnoseStudy(
  services: Services,
  loaded: LoadedStudy,
  options: { readonly outside: boolean },
  signal: AbortSignal,
): Promise<readonly Diagnostic[]> {
  const endpoint = await endpointOf(services, loaded);
  const own = modelDiagnostics(loaded.document, { project: loaded.project, endpoint });
  try {
    return [...(await diagnose(services, loaded, options, signal)), ...own];
  } catch (error) {
    // What is wrong with the data file as a whole stands where the study names it.
    if (!(error instanceof VignetteError) || error.audience === 'incomplete') throw error;
    return [...loaded.document.diagnostics, ...own, dataProblem(loaded, error)];
  }
}

function dataProblem({ document }: LoadedStudy, { code, message, help }: VignetteError): Diagnostic {
  const path = ['respondents', 'data'];
  return { code, severity: 'error', message, help, range: rangeOf(document, path), path, fixes: [] };
}

/** The endpoint that the study names, where the project has it; what is wrong with its address is said of the project. */
async function endpointOf(
  services: Services,
  { study, project }: LoadedStudy,
): Promise<ModelDescription | undefined> {
  const entry = project.models.find(({ name }) => name === study.simulate.model);
  try {
    return entry && (await services.models.describe(entry));
  } catch (error) {
    if (!(error instanceof VignetteError)) throw error;
    return undefined;
  }
}

function rangeOf(document: LoadedStudy['document'], path: readonly string[]): Diagnostic['range'] {
  const start = { line: 0, character: 0 };
  return document.ranges(path)?.value ?? { start, end: start };
}

function addProject(files: Map<string, ValidatedFile>, { project }: LoadedStudy, cwd: string): void {
  if (project.file === undefined || files.has(project.file)) return;
  files.set(project.file, {
    path: relativeTo(cwd, project.file),
    kind: 'project',
    diagnostics: project.diagnostics,
  });
}

function count(files: readonly ValidatedFile[], severity: Diagnostic['severity']): number {
  return files.flatMap(({ diagnostics }) => diagnostics).filter((found) => found.severity === severity)
    .length;
}

function noStudies(path: string): VignetteError {
  return new VignetteError({
    code: 'usage/no-studies',
    message: `There is no *.study.yaml in ${path}.`,
    help: 'Name a study file, or a folder that holds some.',
    audience: 'usage',
  });
}
