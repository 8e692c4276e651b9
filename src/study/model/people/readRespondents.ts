import type { YamlEntry, YamlNode } from '../../tree/types';
import type {
  ConditionSource,
  ConjointSource,
  ItemSource,
  Outcome,
  OutcomeSource,
  Respondents,
  RowFilter,
  Survey,
  ValueMap,
} from '../../types';
import { at, codeOf, entriesOf, integerOf, numberOf, textOf, textsOf } from '../pick';
import { readProfile } from './readProfile';

/** Where the human answers are; undefined where no data file is named. */
export function readRespondents(root: YamlNode, outcomes: readonly Outcome[]): Respondents | undefined {
  const node = at(root, 'respondents');
  const data = textOf(at(node, 'data'));
  if (data === undefined || data === '') return undefined;
  const survey = readSurvey(at(node, 'survey'));
  const sources = at(node, 'outcomes');
  return {
    data,
    id: textOf(at(node, 'id')),
    condition: readConditionSource(at(node, 'condition')),
    outcomes: outcomes.map(({ id }) => readOutcomeSource(id, at(sources, id))),
    item: readItemSource(at(node, 'item')),
    conjoint: readConjoint(at(node, 'conjoint'), outcomes),
    weight: textOf(at(node, 'weight')) ?? survey?.weight,
    survey,
    where: entriesOf(at(node, 'where')).map(readFilter),
    missing: textsOf(at(node, 'missing')),
    profile: readProfile(at(node, 'profile')),
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
    columns: entriesOf(at(node, 'columns')).flatMap(({ key, value }) => {
      const [code, column] = [codeOf(key), textOf(value)];
      return code === undefined || column === undefined ? [] : [{ code, column }];
    }),
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

function readItemSource(node: YamlNode | undefined): ItemSource | undefined {
  const column = textOf(node) ?? textOf(at(node, 'column'));
  if (column === undefined) return undefined;
  const values = entriesOf(at(node, 'values')).flatMap(({ key, value }) => {
    const item = textOf(value);
    return item === undefined ? [] : [{ data: key, item }];
  });
  return { column, values };
}

function readSurvey(node: YamlNode | undefined): Survey | undefined {
  if (node?.kind !== 'map') return undefined;
  return {
    weight: textOf(at(node, 'weight')),
    strata: textOf(at(node, 'strata')),
    psu: textOf(at(node, 'psu')),
    replicates: textsOf(at(node, 'replicates')),
  };
}

/** An attribute without a column has one of its own name. */
function readConjoint(node: YamlNode | undefined, outcomes: readonly Outcome[]): ConjointSource | undefined {
  const task = at(node, 'task');
  const column = textOf(task) ?? textOf(at(task, 'column'));
  const chosen = textOf(at(node, 'chosen'));
  if (column === undefined || chosen === undefined) return undefined;
  const scales = outcomes.flatMap(({ scale }) => (scale.type === 'choice' ? scale.attributes : []));
  const columns = at(node, 'attributes');
  const per = integerOf(at(task, 'per'));
  return {
    task: { column, per: per !== undefined && per > 0 ? per : undefined },
    alternative: textOf(at(node, 'alternative')),
    chosen,
    attributes: [...new Set(scales.map(({ id }) => id))].map((attribute) => ({
      attribute,
      column: textOf(at(columns, attribute)) ?? attribute,
    })),
  };
}
