import type { HumanData, Person } from '../../../data/types';
import type { Study } from '../../../study/types';
import { VignetteError } from '../../../util/errors';
import { cellKey, type CellId } from '../../cellId';
import type { RunSettings, Task } from '../../types';
import { direct } from '../direct';
import type { ModelStrategy } from '../types';
import { admissibleFor, type Admissible } from './admissible';
import { answerBook, oneOf, trainingAnswers, type AnswerBook } from './answers';
import { correlatedOutcomes } from './correlated';
import { answeredCells, rankingOf, textOf } from './ranking';
import type { FewShotWorld, HumanAnswer } from './types';
import { exampleId, exampleText } from './wording';

/**
 * As `direct`, with the k most similar other questions that the person, or somebody equal in `fewShot.by`, answered in
 * reality standing before the question; which of them may is said at `admissibleFor`. Of people who are alike one
 * answers for all, drawn once a question. Who has no such answer is asked as `direct`.
 * @throws VignetteError `strategy/no-examples` without human data, `strategy/unknown-field` for a field in `by` that nobody has.
 */
export function fewShot(
  study: Study,
  human: HumanData | undefined,
  settings: RunSettings,
  { heldOut, vectors }: FewShotWorld = {},
): ModelStrategy {
  const { k, by, similarity } = settings.fewShot;
  if (human === undefined) throw noExamples('The study has no human data.');
  requireFields(by, human.people);
  const answers = trainingAnswers(human, heldOut);
  const book = answerBook(answers, by);
  const admissible = admissibleCells(study, answers);
  const ranking = rankingOf(study, answeredCells(study, answers), similarity, vectors);
  const examplesOf = (task: Task): readonly HumanAnswer[] => {
    const found = candidates(book, admissible(task), task.person, settings.seed);
    // Nothing is compared where there is nothing to choose from: a plan can be made before embeddings are there.
    if (found.length === 0) return [];
    const places = ranking(task);
    const placeOf = (answer: HumanAnswer): number => places.get(cellKey(answer)) ?? Infinity;
    return found.sort((a, b) => placeOf(a) - placeOf(b)).slice(0, k);
  };
  return {
    ...direct(settings),
    name: 'few-shot',
    examples: (task) => {
      const examples = examplesOf(task);
      return { text: exampleText(study, task, examples), shown: examples.map(exampleId) };
    },
    warningsOf: (tasks) => warningsOf(tasks, (task) => hasAny(book, admissible(task), task.person)),
  };
}

/** Every text whose embedding is needed to compare questions: those answered, and those asked. */
export function similarityTexts(study: Study, human: HumanData, asked: readonly CellId[]): readonly string[] {
  const cells = [...answeredCells(study, trainingAnswers(human)), ...asked];
  return [...new Set(cells.map((cell) => textOf(study, cell)))];
}

function admissibleCells(study: Study, answers: readonly HumanAnswer[]): (target: CellId) => Admissible {
  const correlated = correlatedOutcomes(study, answers);
  const known = new Map<string, Admissible>();
  return (target) => {
    const key = cellKey(target);
    const found = known.get(key) ?? admissibleFor(study, target, correlated);
    known.set(key, found);
    return found;
  };
}

/** One answer a cell: the person's own where it may be shown, else that of one who is alike. None for nobody in particular. */
function candidates(book: AnswerBook, admissible: Admissible, person: Person, seed: number): HumanAnswer[] {
  if (person.id === '') return [];
  const found = new Map<string, HumanAnswer>();
  for (const [key, answer] of book.own(person)) if (admissible(answer, true)) found.set(key, answer);
  for (const [key, answers] of book.ofOthers(person)) {
    const [first] = answers;
    if (found.has(key) || first === undefined || !admissible(first, false)) continue;
    const answer = oneOf(answers, person, seed);
    if (answer !== undefined) found.set(key, answer);
  }
  return [...found.values()];
}

function hasAny(book: AnswerBook, admissible: Admissible, person: Person): boolean {
  for (const answer of book.own(person).values()) if (admissible(answer, true)) return true;
  for (const answers of book.ofOthers(person).values())
    if (answers.some((answer) => answer.person.id !== person.id && admissible(answer, false))) return true;
  return false;
}

function warningsOf(tasks: Iterable<Task>, has: (task: Task) => boolean): readonly string[] {
  let total = 0;
  let without = 0;
  for (const task of tasks) {
    total += 1;
    if (!has(task)) without += 1;
  }
  if (total > 0 && without === total) throw noExamples('Nobody has an answer that may be shown.');
  if (without === 0) return [];
  return [`${without} of ${total} answers are asked without examples, since no answer may be shown there.`];
}

function requireFields(by: readonly string[], people: readonly Person[]): void {
  const known = new Set(
    people.flatMap(({ profile }) => profile.flatMap(({ column, field }) => [column, field ?? column])),
  );
  const unknown = by.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new VignetteError({
    code: 'strategy/unknown-field',
    message: `Nobody has the profile field ${unknown} that few-shot is to find people by.`,
    help: `Use one of: ${[...known].slice(0, 20).join(', ') || 'none; the study has no `profile`'}.`,
    audience: 'usage',
  });
}

function noExamples(why: string): VignetteError {
  return new VignetteError({
    code: 'strategy/no-examples',
    message: `The strategy few-shot has nothing to show. ${why}`,
    help: 'Where an effect between groups is predicted only answers of others in a control condition may be shown: name fields under `fewShot: {by: [...]}`, or use the strategy direct.',
    audience: 'usage',
  });
}
