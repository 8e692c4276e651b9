import { VignetteError } from '../../util/errors';
import { readText } from '../../workspace/text';
import type { Services } from '../services';
import { defaultTemplate, nameProblem, studyFromTemplate, templates } from './templates';

export interface NewOptions {
  /** Becomes the id and, with `.study.yaml`, the name of the file. */
  readonly name: string;
  /** The id of a template; the two-arm experiment when there is none. */
  readonly template?: string;
}

/** What `new` made. */
export interface NewResult {
  /** The id of the study. */
  readonly study: string;
  readonly template: string;
  /** Absolute path of the file. */
  readonly path: string;
}

/**
 * Makes a study from a template in the current folder. Nothing is ever overwritten.
 * @throws VignetteError `new/name`, `new/template`, `new/exists`, and those of reading and writing.
 */
export async function newStudy(services: Services, options: NewOptions): Promise<NewResult> {
  const study = options.name.replace(/\.study\.ya?ml$/, '');
  const problem = nameProblem(study);
  if (problem !== undefined) throw badName(options.name, problem);
  const template = templates.find(({ id }) => id === (options.template ?? defaultTemplate));
  if (template === undefined) throw unknownTemplate(options.template ?? '');
  const path = `${services.cwd}/${study}.study.yaml`;
  if ((await services.files.stat(path)) !== undefined) throw exists(path);
  const text = await readText(services.files, `${services.templates}/${template.file}`);
  await services.files.write(path, studyFromTemplate(text, study));
  return { study, template: template.id, path };
}

function badName(name: string, help: string): VignetteError {
  const message = `${JSON.stringify(name)} cannot be the name of a study.`;
  return new VignetteError({ code: 'new/name', message, help, audience: 'usage' });
}

function unknownTemplate(name: string): VignetteError {
  return new VignetteError({
    code: 'new/template',
    message: `There is no template called ${name}.`,
    help: `There are: ${templates.map(({ id }) => id).join(', ')}.`,
    audience: 'usage',
  });
}

function exists(path: string): VignetteError {
  return new VignetteError({
    code: 'new/exists',
    message: `${path} is there already.`,
    help: 'Choose another name, or remove that file first.',
    audience: 'usage',
  });
}
