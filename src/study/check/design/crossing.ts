import { CONDITION_LIMIT } from '../../format/conditions';
import {
  crossedCount,
  crossedId,
  crossedLevels,
  isCrossed,
  readFactors,
  readLevels,
} from '../../model/crossing';
import { at, mapOf } from '../../model/pick';
import type { Problems } from '../../problems';
import type { Span } from '../../tree/types';
import type { Study } from '../../types';

/** Adds what is wrong with `crossed` as a whole: nothing to cross, too much, or conditions beside it. */
export function checkCrossing(study: Study, problems: Problems): void {
  const { root } = problems.yaml;
  const entry = mapOf(root)?.byKey.get('crossed');
  if (!entry || problems.yaml.hasBroken(['factors'])) return;
  const add = (
    code: 'study/type' | 'study/limit',
    message: string,
    help: string,
    at: Span = entry.keySpan,
  ): void => problems.add({ code, at, path: ['crossed'], message, help });
  if (!isCrossed(root)) {
    if (mapOf(root)?.byKey.has('conditions')) {
      add('study/type', '`conditions` and `crossed` both say what the conditions are.', 'Keep one of them.');
    }
    return;
  }
  const count = crossedCount(readFactors(root));
  if (count === 0) {
    add('study/type', 'There are no factors to cross.', 'Add `factors`, each with its levels.');
  } else if (count > CONDITION_LIMIT) {
    const many = Number.isSafeInteger(count) ? count.toLocaleString('en') : 'countless';
    const message = `Crossing makes ${many} conditions; at most ${CONDITION_LIMIT.toLocaleString('en')} are possible.`;
    add('study/limit', message, 'Take factors or levels out.');
  } else {
    checkResult(study, problems, entry.keySpan);
    checkParts(study, problems);
  }
}

/** What is left after `omit`, and whether the ids that the levels make tell the conditions apart. */
function checkResult({ factors }: Study, problems: Problems, at: Span): void {
  const crossed = mapOf(problems.yaml.root)?.byKey.get('crossed')?.value;
  const ids = crossedLevels(factors, crossed).map(crossedId);
  const seen = new Set<string>();
  const twice = ids.find((id) => seen.has(id) || !seen.add(id));
  const add = (message: string, help: string): void =>
    problems.add({ code: 'study/type', at, path: ['crossed'], message, help });
  if (ids.length === 0) add('`omit` leaves no condition.', 'Leave fewer combinations out.');
  if (twice !== undefined)
    add(
      `Two combinations of levels are both called \`${twice}\`.`,
      'Rename a level, so that the levels joined by dots tell the conditions apart.',
    );
}

function checkParts(study: Study, problems: Problems): void {
  const crossed = at(problems.yaml.root, 'crossed');
  const control = mapOf(crossed)?.byKey.get('control');
  const levels = readLevels(control?.value);
  const known = levels.every(({ factor, level }) =>
    study.factors.some(({ id, levels: all }) => id === factor && all.some((one) => one.id === level)),
  );
  if (!control || !known || study.conditions.some((condition) => condition.control)) return;
  const missing = study.factors.filter(({ id }) => !levels.some(({ factor }) => factor === id));
  problems.add({
    code: 'study/type',
    at: control.keySpan,
    path: ['crossed', 'control'],
    message:
      missing.length > 0
        ? `\`control\` does not say the level of ${missing.map(({ id }) => `\`${id}\``).join(', ')}.`
        : '`control` is a combination that `omit` leaves out.',
    help: 'Name one level of each factor, of a condition that is there.',
  });
}
