import type { Person } from '../../data/types';
import type { Study } from '../../study/types';
import { messageWriter, promptHash } from '../messages';
import { namedProfile } from '../prompting/cellTexts';
import { shownProfile } from '../prompting/persona';
import type { Strategy } from '../strategies';
import type { RunSettings } from '../types';
import { plainTask, type PlanCell } from './cells';

/** What the messages say of each person, as keys: fields that are not shown do not count, but those that a text names. */
export function personaKeys(
  study: Study,
  people: readonly Person[],
  { persona }: RunSettings,
  strategy: Strategy,
): readonly string[] {
  const subject = strategy.kind === 'model' ? strategy.subject : undefined;
  const named = subject === undefined && persona.kind !== 'full' ? namedProfile(study) : [];
  return people.map((person) =>
    JSON.stringify([
      ...shownProfile(person, persona, subject).map(({ column, label, value }) => [column, label, value]),
      ...person.profile
        .filter(({ column, field }) => named.includes(column) || named.includes(field ?? column))
        .map(({ column, value }) => [column, value]),
    ]),
  );
}

/** A number a cell, equal for cells in which the same person reads the same messages. */
export function sameMessages(
  study: Study,
  cells: readonly PlanCell[],
  settings: RunSettings,
  strategy: Strategy,
): readonly number[] {
  if (strategy.kind === 'host') return cells.map((_, i) => i);
  const write = messageWriter(study, settings, strategy);
  const profile = namedProfile(study).map((name) => ({
    column: name,
    field: undefined,
    label: name,
    value: `{{ profile.${name} }}`,
  }));
  const nobody = { id: '', weight: 1, profile };
  const groups = new Map<string, number>();
  return cells.map((cell, i) => {
    const hash = promptHash(write(plainTask(0, nobody, cell)));
    const group = groups.get(hash) ?? i;
    groups.set(hash, group);
    return group;
  });
}
