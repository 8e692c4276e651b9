/** The answers of a cell in the order of the plan: round after round, in each every person. */
export interface Slots {
  readonly count: number;
  /** @param nth 0 … count − 1. */
  at(nth: number): { readonly person: number; readonly draw: number };
}

/** Every person answers `draws` times. */
export function evenSlots(who: Uint32Array, draws: number): Slots {
  return {
    count: who.length * draws,
    at: (nth) => ({ person: who[nth % who.length] ?? 0, draw: Math.floor(nth / who.length) }),
  };
}

/**
 * Each person answers as many tasks a round as `tasksOf` says. Rounds are `tasks` apart, so that `draw % tasks` is
 * the task.
 */
export function unevenSlots(
  who: Uint32Array,
  rounds: number,
  tasks: number,
  tasksOf: (person: number) => number,
): Slots {
  const people: number[] = [];
  const draws: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (let task = 0; task < tasks; task += 1)
      for (const person of who)
        if (tasksOf(person) > task) {
          people.push(person);
          draws.push(round * tasks + task);
        }
  return {
    count: people.length,
    at: (nth) => ({ person: people[nth] ?? 0, draw: draws[nth] ?? 0 }),
  };
}
