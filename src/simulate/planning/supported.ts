import type { Outcome } from '../../study/types';
import { VignetteError } from '../../util/errors';

/**
 * Refuses conjoints, all of them at once and before anything is asked.
 * @param all every outcome of the study, of which the help names those that can be asked.
 * @throws VignetteError `scale/unsupported`.
 */
export function requireAnswerable(selected: readonly Outcome[], all: readonly Outcome[]): void {
  const refused = selected.filter((outcome) => !isAnswerable(outcome));
  if (refused.length === 0) return;
  const named = refused.map(({ id, scale }) => `${id} (${scale.type})`).join(', ');
  throw new VignetteError({
    code: 'scale/unsupported',
    message: `This version cannot simulate answers on ${refused.length === 1 ? 'the scale' : 'the scales'} of ${named}.`,
    help: othersHelp(all.filter(isAnswerable)),
    audience: 'usage',
  });
}

/** Refuses a filter that this run cannot follow. */
export function filterUnsupported(outcome: Outcome, why: string, help: string): VignetteError {
  return new VignetteError({
    code: 'simulate/unsupported',
    message: `The filter \`askIf\` of ${outcome.id} cannot be followed in this run: ${why}.`,
    help,
    audience: 'usage',
  });
}

function isAnswerable({ scale, variants }: Outcome): boolean {
  return [scale, ...variants.map((variant) => variant.scale)].every(({ type }) => type !== 'choice');
}

function othersHelp(others: readonly Outcome[]): string {
  if (others.length === 0) return 'The study has nothing but conjoints.';
  const ids = others.slice(0, 20).map(({ id }) => id);
  return `Select the others with --outcome: ${ids.join(', ')}${others.length > 20 ? ', …' : ''}.`;
}
