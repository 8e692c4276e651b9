import type { ColumnProfile, DataProfile } from '../../data/types';
import { formatCount } from '../../chart/numbers';
import { at, textOf } from '../../study/model/pick';
import { profileFields } from '../../study/profileFields';
import { nodeAtPath } from '../../study/tree/lookup';
import type { Path } from '../../util/range';
import { columnDetail, topValues } from '../columnWords';
import type { Environment } from '../types';
import type { Place } from './place';
import { scalar, type Proposal } from './proposal';

/** The columns of a data file. */
export function columnsOf(data: DataProfile | null | undefined, place: Place): readonly Proposal[] {
  return (data?.columns ?? []).map((column) => ({
    label: column.name,
    kind: 'column',
    insert: scalar(column.name, place),
    detail: `${columnDetail(column)} in ${data?.path ?? 'the data'}`,
    documentation: topValues(column),
  }));
}

/** The values of the data that may stand at a place, most frequent first. */
export function dataValues(place: Place, environment: Environment): readonly Proposal[] {
  return (columnAt(place, environment)?.distinct ?? []).map(({ value, count }) => ({
    label: value,
    kind: 'value',
    insert: scalar(value, place),
    detail: `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`,
  }));
}

function columnAt(place: Place, { data, panelData }: Environment): ColumnProfile | undefined {
  const [section, part, name] = place.path;
  const margins = section === 'panel' && part === 'margins';
  const file = section === 'panel' ? panelData : data;
  const column = margins ? columnOfField(String(name), place) : columnNameAt(place);
  return file?.columns.find((one) => one.name === column);
}

/** The column whose values stand at a path: the one named beside `values`, `missing` or `is`, or the key itself. */
function columnNameAt({ path, root }: Place): string | undefined {
  const [section, part, key] = path;
  if (section === 'respondents' && part === 'where') return key === undefined ? undefined : String(key);
  const last = Math.max(...['values', 'missing', 'is'].map((word) => path.lastIndexOf(word)));
  if (last < 2) return undefined;
  const holder = path.slice(0, last);
  const written = textOf(at(nodeAtPath(root, holder), 'column'));
  return written ?? (section === 'respondents' && part === 'outcomes' ? String(holder[2]) : undefined);
}

function columnOfField(field: string, { root }: Place): string | undefined {
  const profile = nodeAtPath(root, ['panel', 'profile']);
  const entry =
    profile?.kind === 'list' ? profile.items.find((item) => textOf(at(item, 'field')) === field) : undefined;
  return textOf(at(entry, 'column')) ?? field;
}

/** The usual words of a profile field: as labels of the values of a column, or as the values of a margin. */
export function vocabulary(path: Path, place: Place): readonly Proposal[] {
  const field = fieldAt(path, place);
  const values = profileFields.find(({ id }) => id === field)?.values ?? [];
  return values.map((value) => ({ label: value, kind: 'value', insert: scalar(value, place) }));
}

function fieldAt([section, part, third, key]: Path, { root }: Place): string | undefined {
  if (section === 'panel' && part === 'margins') return String(third);
  if (part !== 'profile' || key !== 'values' || third === undefined || section === undefined)
    return undefined;
  return textOf(at(nodeAtPath(root, [section, part, third]), 'field'));
}
