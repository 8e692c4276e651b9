import { newStudy } from '../../app/authoring/new';
import { defaultTemplate, templates } from '../../app/authoring/templates';
import type { Command } from '../command';
import { placeFrom } from '../output/place';

const ids = templates.map(({ id }) => id);
const listed = templates.map(({ id, label }) => `${id} (${label})`).join(', ');

export const newCommand: Command = {
  name: 'new',
  usage: 'NAME --template T',
  about: 'a study to start from',
  details: `Makes NAME.study.yaml here; nothing is overwritten. Templates: ${listed}.`,
  flags: [
    { name: 'template', value: 'T', about: `one of ${ids.join(', ')}; ${defaultTemplate} when not said` },
  ],
  takes: { least: 1, most: 1, what: 'a name for the study' },
  examples: [
    { line: 'vignette new bus-lane', about: 'an experiment with two texts' },
    { line: 'vignette new flats --template conjoint', about: 'choices between profiles' },
  ],
  run: async ({ services }, args) => {
    const [name = ''] = args.positionals;
    const template = args.choice('template', ids) ?? defaultTemplate;
    const result = await newStudy(services, { name, template });
    const place = placeFrom(services.cwd, result.path);
    return {
      json: result,
      text: () => `${place}\nNext: edit it, then: vignette plan ${place}`,
      status: 0,
    };
  },
};
