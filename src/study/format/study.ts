import { contentKeys } from './conditions';
import { contrastKeys } from './contrasts';
import { headKeys } from './head';
import { panelKeys } from './panel';
import { respondentKeys } from './respondents';
import { simulateKeys } from './simulate';
import type { KeySpec, MapShape } from '../schema/shape';

const tailKeys: readonly KeySpec[] = [
  {
    name: 'respondents',
    help: 'The human answers: where they are and how to read them.',
    shape: { kind: 'map', keys: respondentKeys },
  },
  {
    name: 'panel',
    help: 'The personas of a run where there are no human answers, or instead of those people.',
    shape: { kind: 'map', keys: panelKeys },
  },
  {
    name: 'smallestEffect',
    help: 'The smallest effect of interest, in per cent of the range of the scale; 2 unless said otherwise.',
    shape: { kind: 'number', min: 0, max: 100 },
  },
  ...contrastKeys,
  {
    name: 'simulate',
    help: 'Defaults of a run; each can be changed when it is started.',
    shape: { kind: 'map', keys: simulateKeys },
  },
];

/** The shape of a study file. */
export const studyShape: MapShape = {
  kind: 'map',
  keys: [...headKeys, ...contentKeys, ...tailKeys],
};
