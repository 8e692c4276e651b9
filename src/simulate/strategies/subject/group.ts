import type { Study } from '../../../study/types';
import { VignetteError } from '../../../util/errors';
import type { RunSettings } from '../../types';
import { groupFields } from './fields';
import { groupTemplates } from './templates';
import type { ModelStrategy } from '../types';

/**
 * Another strategy, asked about a group in place of each person: the messages say only what `group.by` names, so that people
 * of one group have equal messages. Strategies that read probabilities are asked once a group.
 * @throws VignetteError `strategy/group-by` when no field makes the groups, `strategy/unknown-field`, `strategy/person-text`.
 */
export function group(study: Study, settings: RunSettings, asked: ModelStrategy): ModelStrategy {
  if (settings.group.by.length === 0) throw noFields();
  const fields = groupFields(study, settings, 'group');
  const templates = asked.subject?.templates ?? groupTemplates;
  return { ...asked, name: 'group', subject: { fields, templates } };
}

function noFields(): VignetteError {
  return new VignetteError({
    code: 'strategy/group-by',
    message: 'The strategy group needs to know which fields of the profile make a group.',
    help: 'Name them in the study: `simulate: { strategy: group, group: { by: [age, gender] } }`.',
    audience: 'usage',
  });
}
