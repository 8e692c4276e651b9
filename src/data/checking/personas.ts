import { at, itemsOf, textOf } from '../../study/model/pick';
import { profileFields } from '../../study/profileFields';
import type { ProfileField } from '../../study/types';
import type { ColumnProfile } from '../types';
import { valueKey } from '../values';
import { columnOf, columnPlace, nodeBelow, visibleValues, type FileContext, type Place } from './context';

/** Profile columns that may identify people, were measured too late, or say what a fine-tuned model has never read. */
export function checkPersonas(
  context: FileContext,
  fields: readonly ProfileField[],
  id: string | undefined,
): void {
  for (const [i, entry] of itemsOf(nodeBelow(context, 'profile')).entries()) {
    const place = columnPlace(entry, [context.section, 'profile', i]);
    const name = textOf(at(entry, 'column'));
    const field = fields.find(({ column }) => column === name);
    const column = field && columnOf(context, field.column);
    if (place === undefined || field === undefined) continue;
    if (column !== undefined) {
      checkIdentifying(context, column, place, id);
      checkVocabulary(context, column, field, place);
    }
    if (field.measured === 'post')
      context.problems.add({
        code: 'profile/post-treatment',
        ...place,
        message: `"${field.column}" was measured after the treatment and would tell the model about its effect.`,
      });
  }
}

/** Values told of a field. */
const most = 5;

/** Of the values as they are in the data; what a word of the study stands for is said at that word. */
function checkVocabulary(
  context: FileContext,
  column: ColumnProfile,
  { field, values }: ProfileField,
  place: Place,
): void {
  const words = profileFields.find(({ id }) => id === field)?.values ?? [];
  if (field === undefined || words.length === 0) return;
  const mapped = new Set(values.map(({ data }) => valueKey(data)));
  const odd = visibleValues(context, column).flatMap(({ value }) =>
    words.includes(value) || mapped.has(valueKey(value)) ? [] : [value],
  );
  if (odd.length === 0) return;
  const shown = odd.slice(0, most).map((value) => `"${value}"`);
  context.problems.add({
    code: 'profile/vocabulary',
    ...place,
    message: `${shown.join(', ')}${odd.length > most ? ` and ${odd.length - most} more` : ''} ${odd.length === 1 ? 'is' : 'are'} outside of the vocabulary of \`${field}\`.`,
  });
}

const tellingName =
  /^name$|(?:^|[^a-z])(?:e-?mail|ip|ip_?addr(?:ess)?|(?:worker|prolific|mturk|panelist|participant|respondent|user)_?(?:id|pid)|pid|(?:first|last|full|sur)_?name|ssn|phone_?(?:no|nr|num|number)|latitude|longitude|lat|lon|street|address)(?:$|[^a-z])/i;

const tellingValues: readonly { readonly what: string; readonly form: RegExp }[] = [
  { what: 'e-mail addresses', form: /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i },
  { what: 'IP addresses', form: /^(?:\d{1,3}\.){3}\d{1,3}$|^(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}$/i },
  { what: 'worker ids', form: /^(?:A[0-9A-Z]{11,14}|[0-9a-f]{24}|R_[0-9A-Za-z]{15,17})$/ },
];

/** Share of values that must have the form of an identifier. */
const telling = 0.5;

function checkIdentifying(
  { problems }: FileContext,
  column: ColumnProfile,
  place: Place,
  id: string | undefined,
): void {
  const { distinct, name } = column;
  const byValue = tellingValues.find(
    ({ form }) =>
      distinct.length > 0 &&
      distinct.filter(({ value }) => form.test(value)).length >= telling * distinct.length,
  );
  const isId = id?.trim() === name.trim();
  if (byValue === undefined && !isId && !tellingName.test(name)) return;
  const what = byValue
    ? `holds ${byValue.what}`
    : isId
      ? 'is the respondent id'
      : 'is called like an identifier';
  problems.add({
    code: 'data/identifying',
    ...place,
    message: `"${name}" ${what}, and a persona would send it to the model.`,
  });
}
