/** A study to start from; its file is in syntaxes/templates and is valid as it stands. */
export interface Template {
  readonly id: string;
  readonly file: string;
  readonly label: string;
  readonly detail: string;
}

/** What `template` is when nobody says which; the first of the list. */
export const defaultTemplate = 'experiment';

export const templates: readonly Template[] = [
  aTemplate('experiment', 'Text experiment with two groups', 'Everybody reads one of two texts.'),
  aTemplate('factorial', '2 × 2 factorial', 'Two factors are crossed; effects of each and of both.'),
  aTemplate('battery', 'Likert battery', 'Several statements rated on one scale, and a score of them.'),
  aTemplate('items', 'Repeated items', 'Everybody judges several stimuli, in one of two groups.'),
  aTemplate('survey', 'Plain survey', 'Everybody answers the same questions; nothing is varied.'),
  aTemplate('conjoint', 'Conjoint', 'Choices between two profiles whose attributes are drawn at random.'),
];

function aTemplate(id: string, label: string, detail: string): Template {
  return { id, file: `${id}.study.yaml`, label, detail };
}

/** The template's text under the user's own id. */
export function studyFromTemplate(text: string, id: string): string {
  return text.replace(/^id: .*$/m, () => `id: ${id}`);
}

/** What is wrong with a name that is to be an id and a file name; undefined when nothing is. */
export function nameProblem(name: string): string | undefined {
  if (/^[a-z][a-z0-9-]{0,59}$/.test(name)) return undefined;
  return 'Small letters, digits and hyphens, beginning with a letter; at most 60.';
}

/** Where the title of a study stands in its text, from its first to behind its last character; undefined: nowhere. */
export function titlePlace(text: string): { readonly start: number; readonly end: number } | undefined {
  const found = /^title: (.*)$/m.exec(text);
  if (found === null) return undefined;
  const end = found.index + found[0].trimEnd().length;
  return { start: end - (found[1] ?? '').trimEnd().length, end };
}
