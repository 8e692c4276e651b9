import { asVignetteError } from '../util/errors';
import { findStudies } from '../workspace/discovery';
import type { Project } from '../workspace/types';
import { projectHere } from './models/projectHere';
import type { Services } from './services';
import type { DoctorResult } from './types';

type Check = DoctorResult['checks'][number];

const oldestNode = [20, 19] as const;

/** What is missing on this machine, each with the command that mends it. Never throws for what it finds. */
export async function doctor(services: Services, signal: AbortSignal): Promise<DoctorResult> {
  const project = await projectHere(services);
  const checks = [
    nodeCheck(services.machine.node),
    await storageCheck(services),
    ...(await embeddedChecks(services)),
    await serverCheck(services, signal),
    projectCheck(project),
    await studiesCheck(services),
    await ignoreCheck(services, project),
  ];
  return { checks, ok: checks.every(({ ok }) => ok) };
}

function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return {
    name: 'Node',
    ok,
    found: version,
    mend: ok ? null : `Install Node ${oldestNode.join('.')} or newer.`,
  };
}

async function storageCheck({ machine, storage }: Services): Promise<Check> {
  const ok = await machine.writable(storage);
  return {
    name: 'Storage',
    ok,
    found: `${storage} ${ok ? 'can' : 'cannot'} be written`,
    mend: ok ? null : 'export VIGNETTE_HOME=FOLDER with a folder that can be written',
  };
}

async function embeddedChecks({ embedded }: Services): Promise<readonly Check[]> {
  const status = await embedded.status();
  return (['engine', 'model'] as const).map((part) => {
    const ready = status[part] === 'ready';
    const megabytes = Math.round(status.bytes[part] / 1e6);
    return {
      name: `Embedded ${part}`,
      ok: ready,
      found: ready ? status.paths[part] : `not installed (${megabytes} MB to get)`,
      mend: ready ? null : 'vignette models get embedded',
    };
  });
}

/** That no server listens is no fault: the embedded engine is there. */
async function serverCheck({ models }: Services, signal: AbortSignal): Promise<Check> {
  const found = await models.localServer(signal);
  const server = found?.kind === 'openai' ? `${found.model} at ${found.baseUrl.join(', ')}` : undefined;
  return { name: 'Local server', ok: true, found: server ?? 'none answers on the usual ports', mend: null };
}

function projectCheck({ file, diagnostics }: Project): Check {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const found = file ?? 'no vignette.yaml here or above; the defaults are used';
  return errors.length === 0
    ? { name: 'Project file', ok: true, found, mend: null }
    : {
        name: 'Project file',
        ok: false,
        found: `${file ?? ''}: ${errors[0]?.message ?? ''}`,
        mend: `vignette validate ${file ?? ''}`,
      };
}

async function studiesCheck({ files, cwd }: Services): Promise<Check> {
  const studies = await findStudies(files, cwd);
  const found = studies.length === 0 ? 'none below this folder' : `${studies.length} below this folder`;
  return { name: 'Studies', ok: true, found, mend: null };
}

async function ignoreCheck({ git, files }: Services, { root }: Project): Promise<Check> {
  const name = 'Git';
  const store = `${root}/.vignette`;
  if ((await files.stat(store)) === undefined)
    return { name, ok: true, found: 'no runs here yet; the first one keeps them out of git', mend: null };
  const ignored = await git.ignores(root, `${store}/runs`).catch(problemOf);
  if (ignored === undefined) return { name, ok: true, found: 'not a repository', mend: null };
  if (typeof ignored === 'string') return { name, ok: false, found: ignored, mend: 'git status' };
  return ignored
    ? { name, ok: true, found: '.vignette is ignored', mend: null }
    : { name, ok: false, found: '.vignette is not ignored', mend: "echo '.vignette/' >> .gitignore" };
}

function problemOf(error: unknown): string {
  return asVignetteError(error).message;
}
