import { workspace, type TextDocument } from 'vscode';
import type { RunFacts } from '../../app/authoring/modelDiagnostics';
import type { Wanted } from '../../data/profiling/types';
import { wantedOf } from '../../data/profiling/wanted';
import type { Environment } from '../../language/types';
import type { Study } from '../../study/types';
import type { Log } from '../log';
import type { Projects } from '../models/projects';
import type { Secrets } from '../models/secrets';
import type { ResultsFiles } from '../results/resultsFiles';
import type { RunProcess } from '../run/runProcess';
import type { Runs } from '../run/runs';
import { pathOf } from '../workspaceFiles';
import { estimateOf } from './estimate';
import { filesBeside, kinds, modelPlaces, profileOf, resultsOf, type VersionedProfile } from './parts';
import { isStudy, type StudyDocuments } from './studyDocuments';

/** Whom to ask about a study. */
export interface KnowledgeSources {
  readonly log: Log;
  readonly projects: Projects;
  readonly secrets: Secrets;
  readonly studies: StudyDocuments;
  readonly results: ResultsFiles;
  readonly runProcess: RunProcess;
  readonly runs: Runs;
}

/** What has been found out, part by part. */
export interface Gathered {
  profile: VersionedProfile | undefined;
  panelProfile: VersionedProfile | undefined;
  project: RunFacts['project'] | undefined;
  planned: Planned | undefined;
}

/** What a plan said of the endpoint and the size of a run, while the study asks for the same. */
interface Planned extends Pick<RunFacts, 'endpoint' | 'estimate'> {
  readonly about: string;
}

type Set = (part: Partial<Environment>) => void;

/** What is asked of the world depends on this part of the text only; the wording may change freely. */
export function aboutOf({ studies }: KnowledgeSources, document: TextDocument): string {
  if (!isStudy(document)) return 'project';
  const { study } = studies.read(document);
  return [study.id, study.respondents?.data ?? '', study.panel?.sample?.file ?? ''].join('\n');
}

/** What `vignette.yaml` may name: model files beside it. */
export async function gatherProject(document: TextDocument, set: Set): Promise<void> {
  set({ otherFiles: await filesBeside(pathOf(document.uri), kinds.model) });
}

export async function gatherStudy(
  sources: KnowledgeSources,
  document: TextDocument,
  found: Gathered,
  set: Set,
): Promise<void> {
  const { projects, studies, results, runProcess } = sources;
  const path = pathOf(document.uri);
  const { study, diagnostics } = studies.read(document);
  const project = await projects.of(path);
  found.project = project;
  set({
    models: [...new Set(['local', 'embedded', ...project.models.map(({ name }) => name)])],
    modelPlaces: await modelPlaces(project.file),
    dataFiles: await filesBeside(path, kinds.data),
    otherFiles: await filesBeside(path, kinds.media),
    results: await resultsOf(results, path, study),
  });
  const profile = (shown: string | undefined, before: VersionedProfile | undefined, wanted?: Wanted) =>
    profileOf(runProcess, { study: path, shown, before, wanted, trusted: workspace.isTrusted });
  found.profile = await profile(study.respondents?.data, found.profile, wantedOf(study));
  found.panelProfile = await profile(study.panel?.sample?.file, found.panelProfile);
  set({ data: found.profile?.profile, panelData: found.panelProfile?.profile });
  const sound = diagnostics.every(({ severity }) => severity !== 'error');
  if (!workspace.isTrusted || document.isDirty || !sound) return;
  await gatherPlan(sources, path, study, found, set);
}

/** Nothing where the study cannot be planned; its diagnostics say why. */
async function gatherPlan(
  { runProcess, secrets }: KnowledgeSources,
  path: string,
  study: Study,
  found: Gathered,
  set: Set,
): Promise<void> {
  const plan = await runProcess.ask({ type: 'plan', options: { study: path } }).catch(() => undefined);
  const endpoint = plan?.endpoint ?? undefined;
  // The run process knows no keys before a run: one that was entered for these hosts may go there.
  const entered =
    endpoint?.key === 'untrusted' &&
    (await Promise.all(endpoint.where.map((origin) => secrets.has(origin)))).every(Boolean);
  found.planned = plan && {
    about: simulateOf(study),
    endpoint: endpoint && entered ? { ...endpoint, key: 'ready' } : endpoint,
    estimate: plan,
  };
  set({ plan: plan && estimateOf(plan) });
}

/** What is known of the model and the size of a run; undefined before the project was read. */
export function runFacts(study: Study, { project, planned }: Gathered): RunFacts | undefined {
  if (project === undefined) return undefined;
  const fits = planned?.about === simulateOf(study);
  return fits ? { project, endpoint: planned.endpoint, estimate: planned.estimate } : { project };
}

function simulateOf({ simulate }: Study): string {
  return JSON.stringify(simulate);
}
