import { isParts } from '../../data/parts';
import { scoredScale } from '../../study/scales';
import type { Contrast, Scale } from '../../study/types';

/** Why this version works out no effect of a contrast; undefined where it does. */
export function unsupportedOf(
  { id, outcome, of, share, items, adjust }: Contrast,
  scale: Scale,
): string | undefined {
  const said = (what: string) => `evaluate/unsupported: No effect of ${id}: ${what}`;
  if (of.kind === 'attribute') {
    if (scale.type !== 'choice') return said(`${outcome} is no conjoint, so it has no attribute.`);
    if (share.length > 0 || items !== undefined || adjust.length > 0)
      return said('an attribute is contrasted without `share`, `items` and `adjust`.');
    return undefined;
  }
  if (isParts(scale)) {
    if (share.length > 0) return undefined;
    return said(`${outcome} is answered on several options; name those that are compared with \`share\`.`);
  }
  const scored = scoredScale(scale);
  if (scored === undefined)
    return said(`${outcome} is answered on a ${scale.type} scale, which has no mean.`);
  if (scored.type === 'nominal' && share.length === 0)
    return said(
      `${outcome} is nominal and has no mean; name the answers whose share is compared with \`share\`.`,
    );
  return undefined;
}
