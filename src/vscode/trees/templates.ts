/** A study to start from; its file is in syntaxes/templates and is valid as it stands. */
export interface Template {
  readonly id: string;
  readonly file: string;
  readonly label: string;
  readonly detail: string;
}

export const templates: readonly Template[] = [
  {
    id: 'experiment',
    file: 'experiment.study.yaml',
    label: 'Text experiment with two groups',
    detail: 'Everybody reads one of two texts and answers the same question.',
  },
  {
    id: 'survey',
    file: 'survey.study.yaml',
    label: 'Plain survey',
    detail: 'Everybody answers the same questions; nothing is varied.',
  },
];

/** The template's text under the user's own id. */
export function studyFromTemplate(text: string, id: string): string {
  return text.replace(/^id: .*$/m, () => `id: ${id}`);
}

/** What is wrong with a name that is to be an id and a file name; undefined when nothing is. */
export function nameProblem(name: string): string | undefined {
  if (/^[a-z][a-z0-9-]{0,59}$/.test(name)) return undefined;
  return 'Small letters, digits and hyphens, beginning with a letter; at most 60.';
}
