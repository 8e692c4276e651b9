import { Uri, workspace } from 'vscode';
import { eventually, fileAt, ourExtension } from './support';

/** How many people each of these studies asks. */
export const PEOPLE = 12;

export interface Asked {
  readonly model: string;
  /** Whether the model is told of the people; one that is not on this machine needs consent for it. */
  readonly profile: boolean;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const study = (id: string, { model, profile }: Asked): string => `vignette: 1
id: ${id}
title: ${id}
conditions:
  only: {control: true, text: A town may build a park or a library.}
outcomes:
  support: {question: How much do you support the park in ${id}?, scale: {type: ordinal, points: 7}}
respondents:
  data: people.csv
  id: id
  condition: arm
  outcomes: {support: support}
${profile ? '  profile: [{column: age, label: Age}]\n' : ''}simulate: {model: ${model}, strategy: direct}
`;

const people = [
  'id,arm,age,support',
  ...Array.from({ length: PEOPLE }, (_, i) => `p${i},only,${20 + i},${1 + (i % 7)}`),
];

/** A folder of the workspace with a project file, and a study for each id. */
export async function aProject(
  folder: string,
  project: string,
  asked: Asked,
  ...ids: readonly string[]
): Promise<readonly Uri[]> {
  await workspace.fs.writeFile(fileAt(folder, 'vignette.yaml'), encode(project));
  await workspace.fs.writeFile(fileAt(folder, 'people.csv'), encode(`${people.join('\n')}\n`));
  const uris = ids.map((id) => fileAt(folder, `${id}.study.yaml`));
  for (const [i, uri] of uris.entries())
    await workspace.fs.writeFile(uri, encode(study(ids[i] ?? '', asked)));
  return uris;
}

/** What is known of the run of a study that goes on now. */
export function going({ fsPath }: Uri) {
  return ourExtension()
    .exports.runs()
    .find((run) => run.study === fsPath);
}

export interface Manifest {
  readonly state: string;
  readonly why: string | null;
  readonly counts: { readonly answers: number } | null;
  readonly results: string | null;
}

/** The newest run of a folder, once no run goes on any more. */
export async function ended(folder: string): Promise<Manifest> {
  await eventually(
    'The end of the runs',
    () => ourExtension().exports.runs(),
    (runs) => runs.length === 0,
  );
  const runs = fileAt(folder, '.vignette', 'runs');
  const entries = await workspace.fs.readDirectory(runs);
  const manifests = await Promise.all(
    entries.map(async ([name]) => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(runs, name, 'run.json'));
      return JSON.parse(new TextDecoder().decode(bytes)) as Manifest & { readonly createdMs: number };
    }),
  );
  const newest = manifests.sort((a, b) => b.createdMs - a.createdMs)[0];
  if (newest === undefined) throw new Error(`No run was begun in ${folder}.`);
  return newest;
}
