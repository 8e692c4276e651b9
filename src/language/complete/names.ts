import type { ColumnProfile } from '../../data/types';
import { formatCount } from '../../chart/numbers';
import { namesOf } from '../../study/check/define';
import { profileFields } from '../../study/profileFields';
import type { ReferenceKind } from '../../study/schema/shape';
import type { Environment } from '../types';
import type { Place } from './place';
import { scalar, type Proposal } from './proposal';

/** What a reference of this kind can name. */
export function namesFor(kind: ReferenceKind, place: Place, environment: Environment): readonly Proposal[] {
  switch (kind) {
    case 'column':
      return (environment.data?.columns ?? []).map((column) => ({
        label: column.name,
        kind: 'column',
        insert: scalar(column.name, place),
        detail: `${counted(column)} in ${environment.data?.path ?? 'the data'}`,
        documentation: topValues(column),
      }));
    case 'model':
      return environment.models.map((name) => ({
        label: name,
        kind: 'reference',
        insert: scalar(name, place),
        detail: 'model',
      }));
    case 'profileField':
      return profileFields.map(({ id, label, values }) => ({
        label: id,
        kind: 'value',
        insert: id,
        detail: label,
        ...(values.length > 0 ? { documentation: values.map((value) => `- ${value}`).join('\n') } : {}),
      }));
    default:
      return (namesOf(place.root, kind, factorOf(place)) ?? []).map((name) => ({
        label: name,
        kind: 'reference',
        insert: scalar(name, place),
        detail: kind,
      }));
  }
}

function factorOf({ path }: Place): string | undefined {
  const factor = path[path.indexOf('factors') + 1];
  return path.includes('factors') && factor !== undefined ? String(factor) : undefined;
}

function counted({ distinct, more, numeric }: ColumnProfile): string {
  const count = `${formatCount(distinct.length)}${more ? '+' : ''} ${distinct.length === 1 ? 'value' : 'values'}`;
  return numeric ? `numbers, ${count}` : count;
}

function topValues({ distinct, more }: ColumnProfile): string {
  const shown = distinct
    .slice(0, 8)
    .map(({ value, count }) => `- \`${value.slice(0, 60)}\` × ${formatCount(count)}`);
  return [...shown, ...(more || distinct.length > 8 ? ['- …'] : [])].join('\n');
}

/** The values of a column, most frequent first. */
export function valuesOf(
  column: string | undefined,
  place: Place,
  { data }: Environment,
): readonly Proposal[] {
  const found = data?.columns.find(({ name }) => name === column);
  return (found?.distinct ?? []).map(({ value, count }) => ({
    label: value,
    kind: 'value',
    insert: scalar(value, place),
    detail: `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`,
  }));
}
