import { armOf } from '../../stats/difference/arm';
import { normalQuantile } from '../../stats/distribution/normal';
import type { PublishedEffect } from '../../study/types';
import { groupBy } from '../../util/group';
import type { EffectEstimate } from '../types';
import type { Design } from './design';
import { estimateOf, type Range } from './estimate';

/**
 * A published effect in raw units: points need a stated range, `d` the pooled SD of the human data, `{sd}` has its own; a
 * log-odds ratio has no raw unit. Null where the conversion cannot be made.
 */
export function publishedEffect(
  published: PublishedEffect,
  range: Range | null,
  design: Pick<Design, 'rows' | 'arms'> | undefined,
): EffectEstimate | null {
  const unit = unitInRaw(published, range, design);
  if (unit === null) return null;
  const half = published.se === undefined ? null : normalQuantile(0.975) * published.se;
  const estimate = published.estimate;
  const ci = published.ci ?? (half === null ? null : ([estimate - half, estimate + half] as const));
  const se = published.se ?? (ci === null ? null : (ci[1] - ci[0]) / (2 * normalQuantile(0.975)));
  return estimateOf(
    estimate * unit,
    se === null ? null : se * unit,
    ci === null ? null : [ci[0] * unit, ci[1] * unit],
    range,
  );
}

function unitInRaw(
  { unit }: PublishedEffect,
  range: Range | null,
  design: Pick<Design, 'rows' | 'arms'> | undefined,
): number | null {
  if (typeof unit === 'object') return unit.sd;
  switch (unit) {
    case 'raw':
      return 1;
    case 'points':
      return range === null ? null : (range[1] - range[0]) / 100;
    case 'd':
      return design === undefined ? null : pooledSd(design);
    case 'logit':
      return null;
  }
}

/** √(Σ(n − 1)s² / Σ(n − 1)) over the arms of a design (Cohen 1988), unweighted; null where nothing varies. */
function pooledSd({ rows, arms }: Pick<Design, 'rows' | 'arms'>): number | null {
  const groups = groupBy(rows.keys(), (row) => arms[row]);
  let squares = 0;
  let freedom = 0;
  for (const [arm, own] of groups) {
    if (arm === undefined) continue;
    const { n, variance } = armOf(own.map((row) => rows[row]?.value ?? NaN));
    squares += (n - 1) * (variance ?? 0);
    freedom += n - 1;
  }
  return squares > 0 ? Math.sqrt(squares / freedom) : null;
}
