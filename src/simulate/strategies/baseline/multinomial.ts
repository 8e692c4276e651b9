import type { Person } from '../../../data/types';
import { multinomialLogit } from '../../../stats/linear/multinomial';
import { codesOf } from '../../../study/scales';
import { cellKey } from '../../cellId';
import type { Task } from '../../types';
import type { Elsewhere, SharesOf } from './types';

/** Penalty on the coefficients, on people of weight 1. */
const ridge = 1;

/**
 * The probabilities that a multinomial logit with a ridge of 1 expects of a profile: an intercept and an indicator for each
 * value of each field, fitted on the answers in the other conditions, weights scaled to a mean of 1. The intercept is the
 * same in every condition. Codes that nobody gave there have probability 0, values that nobody had there say nothing.
 */
export function multinomialBaseline(others: (task: Task) => Elsewhere): SharesOf {
  const byCell = new Map<string, (person: Person) => readonly number[] | undefined>();
  return (task) => {
    const key = cellKey(task);
    const find = byCell.get(key) ?? fitted(others(task), codesOf(task.scale).length);
    byCell.set(key, find);
    return find(task.person);
  };
}

function fitted(
  { people, places }: Elsewhere,
  codes: number,
): (person: Person) => readonly number[] | undefined {
  if (people.length === 0) return () => undefined;
  const present = [...new Set(places)].sort((a, b) => a - b);
  const featureOf = indicators(people);
  const mean = people.reduce((sum, { weight }) => sum + weight, 0) / people.length;
  const data = {
    features: people.map(featureOf),
    answers: places.map((place) => present.indexOf(place)),
    weights: people.map(({ weight }) => weight / mean),
    classes: present.length,
  };
  const fit = multinomialLogit(data, ridge);
  const known = new Map<string, readonly number[]>();
  return (person) => {
    const features = featureOf(person);
    const key = features.join('');
    const found = known.get(key) ?? spread(fit.probabilities(features), present, codes);
    known.set(key, found);
    return found;
  };
}

/** Probabilities of the codes that were given, among those of all. */
function spread(
  probabilities: readonly number[],
  present: readonly number[],
  codes: number,
): readonly number[] {
  const all = new Array<number>(codes).fill(0);
  for (const [i, place] of present.entries()) all[place] = probabilities[i] ?? 0;
  return all;
}

/** One number a value of each field that these people have: 1 where a person has it, else 0. */
function indicators(people: readonly Person[]): (person: Person) => readonly number[] {
  const keyOf = ({ column, value }: Person['profile'][number]): string => JSON.stringify([column, value]);
  const placeOf = new Map<string, number>();
  for (const { profile } of people)
    for (const entry of profile) {
      const key = keyOf(entry);
      if (!placeOf.has(key)) placeOf.set(key, placeOf.size);
    }
  return ({ profile }) => {
    const row = new Array<number>(placeOf.size).fill(0);
    for (const entry of profile) {
      const place = placeOf.get(keyOf(entry));
      if (place !== undefined) row[place] = 1;
    }
    return row;
  };
}
