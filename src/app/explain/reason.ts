import type { AnswerSource, KeyDifference, WhyResult } from './types';

const partWords: Readonly<Record<KeyDifference['part'], string>> = {
  model: 'the model',
  parameters: 'the parameters',
  prompt: 'the text of the prompt',
  draw: 'the draw',
  version: 'the version of Vignette',
};

/** One or two sentences that say why an answer was or was not taken from the cache. */
export function reasonFor(about: {
  readonly source: AnswerSource;
  /** The run left the cache aside. */
  readonly fresh: boolean;
  /** The cache has the reply now. */
  readonly cached: boolean;
  readonly nearest: NonNullable<WhyResult['nearest']> | undefined;
}): string {
  const { source, fresh, cached } = about;
  if (source === 'cache')
    return 'Taken from the cache: the model, the parameters, the prompt and the draw were those of an earlier call.';
  if (source === 'merged')
    return 'Not taken from the cache: another respondent of this run has the same prompt, and both draw from one reply.';
  if (source === 'open')
    return cached
      ? 'Not answered yet; the cache has the reply, so it will not be asked.'
      : `Not answered yet, and not in the cache. ${missed(about.nearest)}`;
  if (fresh) return 'Asked, though the cache may have had it: the run was started with --fresh.';
  return `Asked, since the cache did not have it. ${missed(about.nearest)}`;
}

function missed(nearest: NonNullable<WhyResult['nearest']> | undefined): string {
  if (nearest === undefined)
    return 'No earlier run of the study on this machine asked this respondent the same.';
  const { run, differs } = nearest;
  if (differs.length === 0)
    return `${run} asked the same: its draw among equal respondents was another, or its reply was cleaned away or never kept.`;
  const parts = differs.map(({ part }) => partWords[part]);
  const all =
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
  return `Against ${run}, the nearest earlier run, ${all} ${parts.length === 1 ? 'is' : 'are'} different.`;
}
