import type { StudyDocument } from '../../study/document';
import { readStudy } from '../../study/read';
import type { Study } from '../../study/types';
import type { Diagnostic } from '../../util/diagnostic';
import { VignetteError } from '../../util/errors';
import { sha256Hex } from '../../util/hash';
import { findStudies } from '../../workspace/discovery';
import { nameOf, relativeTo, resolvePath } from '../../workspace/paths';
import { loadProject } from '../../workspace/project';
import { readText } from '../../workspace/text';
import type { Project } from '../../workspace/types';
import type { Services } from '../services';

/** A study file with the project it belongs to. */
export interface LoadedStudy {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the text. */
  readonly hash: string;
  readonly document: StudyDocument;
  readonly study: Study;
  readonly project: Project;
}

/**
 * Reads a study and its project; what is wrong inside the study stands in its diagnostics.
 * @throws VignetteError `file/missing`, `usage/folder`, `file/encoding`, `file/too-large`.
 */
export async function loadStudy(services: Services, path: string): Promise<LoadedStudy> {
  const absolute = resolvePath(services.cwd, path);
  await refuseFolder(services, absolute);
  return studyFrom(services, absolute, await readText(services.files, absolute));
}

/** The same for text at hand, as if it lay at `path`: a run keeps the text that it began with. */
export async function studyFrom(services: Services, path: string, text: string): Promise<LoadedStudy> {
  const document = readStudy(text);
  const project = await loadProject(services.files, path);
  return { path, text, hash: sha256Hex(text), document, study: document.study, project };
}

/** @throws VignetteError `study/invalid` naming the first errors, when there are any. */
export function requireValid(path: string, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const shown = errors.slice(0, 3).map(sentence).join(' ');
  const more = errors.length > 3 ? ` And ${errors.length - 3} more.` : '';
  throw new VignetteError({
    code: 'study/invalid',
    message: `${nameOf(path)} has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}. ${shown}${more}`,
    help: `${errors[0]?.help ?? ''} \`vignette validate\` lists everything.`.trim(),
    audience: 'invalid',
  });
}

function sentence({ code, message, range }: Diagnostic): string {
  return `Line ${range.start.line + 1}: ${message} (${code})`;
}

async function refuseFolder(services: Services, path: string): Promise<void> {
  if ((await services.files.stat(path))?.kind !== 'folder') return;
  const inside = (await findStudies(services.files, path))
    .slice(0, 3)
    .map((study) => relativeTo(path, study));
  throw new VignetteError({
    code: 'usage/folder',
    message: `${path} is a folder; a study file is needed.`,
    help: inside.length === 0 ? 'There is no *.study.yaml in it.' : `For example: ${inside.join(', ')}.`,
    audience: 'usage',
  });
}
