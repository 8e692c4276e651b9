import type { HumanData, Person } from '../../data/types';
import type { Outcome, Study } from '../../study/types';
import { cellKey } from '../cellId';
import { filterOf, type Filter } from './filters';
import type { CellName } from './selection';

/**
 * Who is asked in each cell, as ascending places in `people`. A person of the human data is asked what that person answered in
 * reality; a cell that nobody of the data answered (a new condition, a new question) is asked of everyone whom `askIf` lets.
 * @param human undefined where everyone is asked everything.
 * @throws VignetteError `simulate/unsupported` for an `askIf` that cannot be followed.
 */
export function askedPeople(
  study: Study,
  human: HumanData | undefined,
  people: readonly Person[],
  cells: readonly CellName[],
): readonly Uint32Array[] {
  const everyone = Uint32Array.from(people, (_, place) => place);
  const real = human === undefined ? undefined : answeredPeople(human, people, cells);
  const filters = new Map<Outcome, Filter | undefined>();
  return cells.map((cell) => {
    const { outcome, condition } = cell;
    const answered = real?.get(keyOf(cell));
    if (answered !== undefined) return answered;
    if (!filters.has(outcome)) filters.set(outcome, filterOf(study, outcome, human));
    const filter = filters.get(outcome);
    if (filter === undefined) return everyone;
    return everyone.filter((place) => filter(people[place] as Person, condition));
  });
}

/** Who of `people` answered each cell that anybody of the data answered. */
function answeredPeople(
  human: HumanData,
  people: readonly Person[],
  cells: readonly CellName[],
): ReadonlyMap<string, Uint32Array> {
  const places = new Map(people.map((person, place) => [person, place]));
  const wanted = new Set(cells.map(keyOf));
  const answered = new Map<string, Set<number>>();
  for (const { person, condition, item, answers, parts, texts } of human.rows) {
    const place = places.get(person);
    for (const outcome of [...answers.keys(), ...parts.keys(), ...texts.keys()]) {
      const key = cellKey({ condition, outcome, item });
      if (!wanted.has(key)) continue;
      const own = answered.get(key) ?? new Set<number>();
      answered.set(key, own);
      if (place !== undefined) own.add(place);
    }
  }
  for (const { person, condition, outcome } of human.choices) {
    const place = places.get(person);
    for (const cell of cells.filter((its) => its.outcome.id === outcome && its.condition === condition)) {
      const own = answered.get(keyOf(cell)) ?? new Set<number>();
      answered.set(keyOf(cell), own);
      if (place !== undefined) own.add(place);
    }
  }
  return new Map([...answered].map(([key, own]) => [key, Uint32Array.from(own).sort()]));
}

function keyOf({ condition, outcome, item }: CellName): string {
  return cellKey({ condition, outcome: outcome.id, item });
}
