import type { Path } from '../../../util/range';
import { at, entriesOf, mapOf, numberOf } from '../../model/pick';
import type { Problems } from '../../problems';
import type { Span, YamlEntry } from '../../tree/types';
import type { Study } from '../../types';

/** Of a sum of rounded shares. */
const TOLERANCE = 0.01 + 1e-9;

/** Adds shares that do not add up: of the conditions, and of the values in the margins of a panel. */
export function checkShares(study: Study, problems: Problems): void {
  const { yaml } = problems;
  for (const { key, keySpan, value } of entriesOf(at(at(yaml.root, 'panel'), 'margins'))) {
    checkSum(entriesOf(value), keySpan, ['panel', 'margins', key], problems);
  }
  const entry = mapOf(at(yaml.root, 'assignment'))?.byKey.get('probabilities');
  const path = ['assignment', 'probabilities'];
  if (!entry || yaml.hasBroken(['conditions']) || yaml.hasBroken(path)) return;
  const named = mapOf(entry.value)?.byKey;
  const missing = named ? study.conditions.filter(({ id }) => !named.has(id)) : [];
  const [first] = missing;
  checkSum(entriesOf(entry.value), entry.keySpan, path, problems);
  if (!first) return;
  const more = missing.length === 1 ? '' : ` and ${missing.length - 1} more`;
  problems.add({
    code: 'shares/sum',
    severity: 'warning',
    at: entry.keySpan,
    path,
    message: `No share is given for \`${first.id}\`${more}.`,
    help: 'Give the share of every condition; 0 for one that nobody was assigned to.',
  });
}

/** A value that is no number is its own problem. */
function checkSum(entries: readonly YamlEntry[], at: Span, path: Path, problems: Problems): void {
  const shares = entries.map(({ value }) => numberOf(value));
  const sum = shares.reduce<number>((total, share) => total + (share ?? NaN), 0);
  if (shares.length === 0 || Number.isNaN(sum) || Math.abs(sum - 1) <= TOLERANCE) return;
  const isPercent = Math.abs(sum - 100) <= 1;
  problems.add({
    code: 'shares/sum',
    at,
    path,
    message: `The shares add up to ${Number(sum.toPrecision(4))} instead of 1.`,
    help: isPercent
      ? 'Write shares from 0 to 1 in place of per cent.'
      : 'Correct them, so that they add up to 1.',
  });
}
