import { at, entriesOf, itemsOf, textOf } from '../../model/pick';
import type { YamlNode } from '../../tree/types';
import type { ScalePlace } from './scales';

/** Longer searches are given up: then some alternative is taken to be left. */
const MOST_STEPS = 100_000;

/** Adds restrictions that leave no alternative. */
export function checkConjoint({ node, path, problems }: ScalePlace): void {
  const restrict = node.byKey.get('restrict');
  const attributes = attributesOf(at(node, 'attributes'));
  const restrictions = itemsOf(restrict?.value).map(restrictionOf);
  const known = restrictions.every((one) => [...one.keys()].every((name) => attributes.has(name)));
  if (!restrict || !known || [...attributes.values()].some(({ length }) => length === 0)) return;
  if (isAlternativeLeft(attributes, restrictions)) return;
  problems.add({
    code: 'scale/levels',
    at: restrict.keySpan,
    path: [...path, 'restrict'],
    message: 'The restrictions leave no alternative that could be shown.',
    help: 'Take one of them out, or name fewer levels.',
  });
}

type Attributes = ReadonlyMap<string, readonly string[]>;
type Restriction = ReadonlyMap<string, ReadonlySet<string>>;

function attributesOf(node: YamlNode | undefined): Attributes {
  return new Map(
    entriesOf(node).map(({ key, value }) => [key, entriesOf(at(value, 'levels')).map((level) => level.key)]),
  );
}

function restrictionOf(node: YamlNode): Restriction {
  return new Map(
    entriesOf(node).map(({ key, value }) => {
      const single = textOf(value);
      const levels = single === undefined ? itemsOf(value).flatMap((item) => textOf(item) ?? []) : [single];
      return [key, new Set(levels)];
    }),
  );
}

/** Goes through the levels of the attributes that are restricted, one attribute after the other, until one way is free. */
function isAlternativeLeft(attributes: Attributes, restrictions: readonly Restriction[]): boolean {
  const names = [...new Set(restrictions.flatMap((one) => [...one.keys()]))];
  let steps = 0;
  /** `open`: the restrictions that all levels chosen so far fall under. */
  const isFree = (place: number, open: readonly Restriction[]): boolean => {
    const name = names[place];
    if (open.length === 0 || name === undefined) return open.length === 0;
    return (attributes.get(name) ?? []).some((level) => {
      if (++steps > MOST_STEPS) return true;
      const left = open.filter((one) => one.get(name)?.has(level) ?? true);
      const closed = left.some((one) => [...one.keys()].every((other) => names.indexOf(other) <= place));
      return !closed && isFree(place + 1, left);
    });
  };
  return isFree(
    0,
    restrictions.filter((one) => one.size > 0),
  );
}
