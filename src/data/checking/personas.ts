import { at, itemsOf, textOf } from '../../study/model/pick';
import type { YamlNode } from '../../study/tree/types';
import type { ProfileField } from '../../study/types';
import type { ColumnProfile } from '../types';
import { columnOf, columnPlace, nodeBelow, type Context, type Place } from './context';

/** Profile columns that may identify people or were measured too late. */
export function checkPersonas(context: Context): void {
  for (const [i, entry] of itemsOf(nodeBelow(context, 'profile')).entries()) {
    const place = columnPlace(entry, ['respondents', 'profile', i]);
    const field = fieldOf(context, entry);
    const column = field && columnOf(context, field.column);
    if (place === undefined || field === undefined) continue;
    if (column !== undefined) checkIdentifying(context, column, place);
    if (field.measured === 'post')
      context.problems.add({
        code: 'profile/post-treatment',
        ...place,
        message: `"${field.column}" was measured after the treatment and would tell the model about its effect.`,
      });
  }
}

function fieldOf({ respondents }: Context, entry: YamlNode): ProfileField | undefined {
  const column = textOf(at(entry, 'column'));
  return respondents.profile.find((field) => field.column === column);
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

function checkIdentifying({ respondents, problems }: Context, column: ColumnProfile, place: Place): void {
  const { distinct, name } = column;
  const byValue = tellingValues.find(
    ({ form }) =>
      distinct.length > 0 &&
      distinct.filter(({ value }) => form.test(value)).length >= telling * distinct.length,
  );
  const isId = respondents.id?.trim() === name.trim();
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
