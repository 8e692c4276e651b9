import type { Study } from '../../../study/types';
import type { RunSettings } from '../../types';
import { groupFields } from '../subject/fields';
import { marginalTemplates } from '../subject/templates';
import { sharesStrategy } from './sharesStrategy';
import type { ModelStrategy } from '../types';

/**
 * The share of the respondents that gives each answer: one call a cell, or one for each group of people who are equal in
 * the fields of `group.by` or of a persona selection. No person is described; the answers are drawn here.
 * @throws VignetteError `strategy/unknown-field`, `strategy/person-text`.
 */
export function marginal(study: Study, settings: RunSettings): ModelStrategy {
  const fields = groupFields(study, settings, 'marginal');
  return sharesStrategy(
    { name: 'marginal', ask: ({ shares }) => shares, subject: { fields, templates: marginalTemplates } },
    study,
    settings,
  );
}
