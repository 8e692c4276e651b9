import type { YamlNode } from '../../tree/types';
import type { Margin, Panel } from '../../types';
import { at, entriesOf, integerOf, numberOf, textOf } from '../pick';
import { readProfile } from './readProfile';

/** The personas of a run, where the file has any; undefined without a size. */
export function readPanel(root: YamlNode): Panel | undefined {
  const node = at(root, 'panel');
  const size = integerOf(at(node, 'size'));
  if (size === undefined || size < 1) return undefined;
  const file = textOf(at(node, 'sample'));
  return {
    size,
    sample: file
      ? { file, profile: readProfile(at(node, 'profile')), weight: textOf(at(node, 'weight')) }
      : undefined,
    margins: entriesOf(at(node, 'margins')).flatMap(({ key, value }) => readMargin(key, value) ?? []),
  };
}

/** The shares of a field, scaled to sum to 1; undefined where they are all 0. */
function readMargin(field: string, node: YamlNode): Margin | undefined {
  const shares = entriesOf(node).flatMap(({ key, value }) => {
    const share = numberOf(value);
    return share === undefined || share < 0 ? [] : [{ value: key, share }];
  });
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  if (total <= 0) return undefined;
  return { field, shares: shares.map(({ value, share }) => ({ value, share: share / total })) };
}
