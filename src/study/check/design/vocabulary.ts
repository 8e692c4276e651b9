import { nearest } from '../../../util/nearest';
import type { Path } from '../../../util/range';
import { at, entriesOf, itemsOf, textOf } from '../../model/pick';
import { profileFields } from '../../profileFields';
import { rename, type Problems } from '../../problems';
import type { Span } from '../../tree/types';
import { written } from '../edits';

const VOCABULARIES: ReadonlyMap<string, readonly string[]> = new Map(
  profileFields.filter(({ values }) => values.length > 0).map(({ id, values }) => [id, values]),
);

/** Adds words for a profile field that are not of its vocabulary, where that is known. */
export function checkVocabulary(problems: Problems): void {
  const { root } = problems.yaml;
  for (const section of ['respondents', 'panel']) {
    for (const [i, entry] of itemsOf(at(at(root, section), 'profile')).entries()) {
      const field = textOf(at(entry, 'field'));
      for (const { key, value } of entriesOf(at(entry, 'values'))) {
        const path = [section, 'profile', i, 'values', key];
        checkWord(field, textOf(value), value.span, path, problems);
      }
    }
  }
  for (const { key: field, value: shares } of entriesOf(at(at(root, 'panel'), 'margins'))) {
    for (const { key, keySpan } of entriesOf(shares)) {
      checkWord(field, key, keySpan, ['panel', 'margins', field, key], problems);
    }
  }
}

function checkWord(
  field: string | undefined,
  word: string | undefined,
  at: Span,
  path: Path,
  problems: Problems,
): void {
  const words = VOCABULARIES.get(field ?? '');
  if (!words || word === undefined || words.includes(word)) return;
  const close = nearest(word, words);
  const shown = words.map((one) => `"${one}"`).join(', ');
  problems.add({
    code: 'profile/vocabulary',
    at,
    path,
    message: `"${word.slice(0, 40)}" is no word that fine-tuned models know for \`${field}\`.`,
    help: close ? `Did you mean "${close}"?` : `They know ${shown}.`,
    fixes: close ? [rename(at, written(close))] : [],
  });
}
