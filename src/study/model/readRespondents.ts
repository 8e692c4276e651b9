import { profileFields } from '../profileFields';
import type { YamlEntry, YamlNode } from '../tree/types';
import type {
  ConditionSource,
  OutcomeSource,
  ProfileField,
  Respondents,
  RowFilter,
  ValueMap,
} from '../types';
import { at, entriesOf, integerOf, itemsOf, numberOf, oneOf, textOf, textsOf } from './pick';

/** Where the human answers are; undefined where no data file is named. */
export function readRespondents(root: YamlNode, outcomes: readonly string[]): Respondents | undefined {
  const node = at(root, 'respondents');
  const data = textOf(at(node, 'data'));
  if (data === undefined || data === '') return undefined;
  const sources = at(node, 'outcomes');
  return {
    data,
    id: textOf(at(node, 'id')),
    condition: readConditionSource(at(node, 'condition')),
    outcomes: outcomes.map((outcome) => readOutcomeSource(outcome, at(sources, outcome))),
    item: undefined,
    conjoint: undefined,
    weight: textOf(at(node, 'weight')),
    survey: undefined,
    where: entriesOf(at(node, 'where')).map(readFilter),
    missing: textsOf(at(node, 'missing')),
    profile: itemsOf(at(node, 'profile')).flatMap((entry) => readProfileField(entry) ?? []),
  };
}

function readConditionSource(node: YamlNode | undefined): ConditionSource | undefined {
  const factors = at(node, 'factors');
  if (factors === undefined) {
    const map = readValueMap(node);
    return map && { kind: 'column', map };
  }
  const maps = entriesOf(factors).flatMap(({ key, value }) => {
    const map = readValueMap(value);
    return map ? [{ ...map, factor: key }] : [];
  });
  return { kind: 'factors', maps };
}

function readValueMap(node: YamlNode | undefined): ValueMap | undefined {
  const column = textOf(node) ?? textOf(at(node, 'column'));
  if (column === undefined) return undefined;
  const values = entriesOf(at(node, 'values')).flatMap(({ key, value }) => {
    const condition = textOf(value);
    return condition === undefined ? [] : [{ data: key, condition }];
  });
  return { column, values };
}

function readOutcomeSource(outcome: string, node: YamlNode | undefined): OutcomeSource {
  return {
    outcome,
    column: textOf(node) ?? textOf(at(node, 'column')) ?? outcome,
    columns: [],
    values: entriesOf(at(node, 'values')).flatMap(({ key, value }) => {
      const code = integerOf(value);
      return code === undefined ? [] : [{ data: key, code }];
    }),
    missing: textsOf(at(node, 'missing')),
  };
}

function readFilter({ key, value }: YamlEntry): RowFilter {
  const single = textOf(value);
  return {
    column: key,
    anyOf: value.kind === 'list' ? textsOf(value) : single === undefined ? undefined : [single],
    not: at(value, 'not') ? textsOf(at(value, 'not')) : undefined,
    min: numberOf(at(value, 'min')),
    max: numberOf(at(value, 'max')),
  };
}

/** The label is the file's, else the field's own, else the name of the column. */
function readProfileField(node: YamlNode): ProfileField | undefined {
  const column = textOf(at(node, 'column'));
  if (column === undefined) return undefined;
  const known = profileFields.find(({ id }) => id === textOf(at(node, 'field')));
  return {
    column,
    field: known?.id,
    label: textOf(at(node, 'label')) ?? known?.label ?? column,
    values: entriesOf(at(node, 'values')).flatMap(({ key, value }) => {
      const label = textOf(value);
      return label === undefined ? [] : [{ data: key, label }];
    }),
    measured: oneOf(at(node, 'measured'), ['pre', 'post']),
  };
}
