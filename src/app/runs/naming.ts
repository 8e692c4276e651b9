import { runSettings, withoutPlain } from '../../simulate/settings';
import type { RunSettings } from '../../simulate/types';
import type { Study } from '../../study/types';
import { VignetteError } from '../../util/errors';
import { hashParts } from '../../util/hash';
import type { RunManifest } from '../../workspace/types';
import { modifierNames } from './modifiers';

/**
 * The name of a run that nobody named: what tells it apart from a run with the study's own defaults. A second
 * run with equal settings has the same name, so that git shows what changed in its results.
 */
export function runName(study: Study, settings: RunSettings): string {
  const { simulate } = study;
  const parts = [settings.model, settings.strategy];
  if (settings.conditions.length > 0) parts.push(settings.conditions.join('+'));
  if (settings.outcomes.length > 0) parts.push(settings.outcomes.join('+'));
  if (settings.items.length > 0) parts.push(settings.items.join('+'));
  if (settings.respondents !== undefined && settings.respondents !== simulate.respondents)
    parts.push(`n${settings.respondents}`);
  if (settings.seed !== simulate.seed) parts.push(`s${settings.seed}`);
  if (settings.assign !== simulate.assign) parts.push(settings.assign);
  const { temperature } = runSettings(study, { strategy: 'direct', prompts: settings.prompts });
  if (settings.temperature !== temperature) parts.push(`t${settings.temperature}`);
  parts.push(...modifierNames(settings, simulate));
  return safe(parts.join('.')).slice(0, 80);
}

/** `study.model.strategy.3f2a`: the last part is made from everything that the answers depend on. */
export function runId(
  study: Study,
  studyHash: string,
  { dataHash, sampleHash }: Pick<RunManifest['study'], 'dataHash' | 'sampleHash'>,
  settings: RunSettings,
): string {
  const { prompts, items, ...rest } = withoutPlain(settings);
  const hash = hashParts([
    studyHash,
    dataHash ?? '',
    ...(sampleHash === null ? [] : [sampleHash]),
    JSON.stringify({
      ...rest,
      prompts: [prompts.name, prompts.system, prompts.persona, prompts.ask],
      ...(items.length === 0 ? {} : { items }),
    }),
  ]);
  return `${safe([study.id, settings.model, settings.strategy].join('.')).slice(0, 80)}.${hash.slice(0, 4)}`;
}

/** @throws VignetteError `usage/run-name` for a name that could not be a file name. */
export function checkedName(name: string): string {
  if (name === safe(name) && name.length <= 100) return name;
  throw new VignetteError({
    code: 'usage/run-name',
    message: `A run cannot be called ${JSON.stringify(name)}.`,
    help: 'Use letters, digits, dots, dashes, plus signs and underscores; begin with a letter or a digit.',
    audience: 'usage',
  });
}

function safe(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}._+-]+/gu, '-').replace(/^[.+-]+/, '') || 'run';
}
