import { baselineNames, strategyNames } from '../simulate/settings';
import type { Flag } from './command';

/** Every command has these. */
export const commonFlags: readonly Flag[] = [
  { name: 'json', about: 'one JSON document on standard output, and nothing else there' },
  { name: 'quiet', about: 'nothing on standard error but errors' },
  { name: 'no-progress', about: 'no progress' },
  { name: 'help', about: 'this help' },
];

export const yesFlag: Flag = {
  name: 'yes',
  about: 'yes to what would be asked: profiles to another host, data or results outside the workspace',
};

/** What is asked, of whom and how: the flags of plan, prompt and simulate. */
export const settingFlags: readonly Flag[] = [
  {
    name: 'model',
    value: 'NAME',
    about: `a model of vignette.yaml, \`local\` or \`embedded\`; of a baseline ${baselineNames.join(', ')}`,
  },
  {
    name: 'strategy',
    value: 'S',
    about: strategyNames.join(', '),
  },
  { name: 'respondents', value: 'N', about: 'so many, drawn by the seed; all by default' },
  { name: 'assign', value: 'A', about: 'data: as in the human data; all: everybody everything' },
  { name: 'seed', value: 'N', about: 'of everything that is drawn' },
  { name: 'temperature', value: 'T', about: '0 to 2' },
  { name: 'draws', value: 'N', about: 'answers of each person to each question' },
  {
    name: 'orders',
    value: 'O',
    about: 'of options: forward, reversed, both or permuted',
  },
  { name: 'frames', value: 'N', about: 'so many wordings of the instruction in turn, 1 to 5' },
  { name: 'person', value: 'P', about: 'grammatical person of the instruction: 1, 2 or 3' },
  {
    name: 'persona',
    value: 'WHAT',
    about: 'full, demographics, none, only:FIELD,… or without:FIELD,…',
  },
  { name: 'randomised', about: 'say that chance decided which version of the survey is seen' },
  { name: 'base-url', value: 'URL', about: 'an endpoint by hand, with --api-model' },
  { name: 'api-model', value: 'NAME', about: 'its name of the model' },
  { name: 'key-env', value: 'VAR', about: 'the variable with its key; typing it approves that host' },
];

export const cellFlags: readonly Flag[] = [
  { name: 'condition', value: 'ID', many: true, about: 'only this one; may be repeated' },
  { name: 'outcome', value: 'ID', many: true, about: 'only this one; may be repeated' },
  { name: 'item', value: 'ID', many: true, about: 'only this one; may be repeated' },
];
