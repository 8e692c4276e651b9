import { formatCount } from '../../chart/numbers';
import type { ColumnProfile, DataProfile } from '../../data/types';
import type { StudyDocument } from '../../study/document';
import { at, entriesOf, textOf } from '../../study/model/pick';
import { readScale } from '../../study/model/readScale';
import { profileFields } from '../../study/profileFields';
import { answerSentence, optionLines } from '../../study/scales';
import { nodeAtPath } from '../../study/tree/lookup';
import type { Scale } from '../../study/types';
import type { Name } from '../names/types';
import { nouns } from '../names/valid';
import { columnDetail, topValues } from '../columnWords';
import type { Environment } from '../types';
import { code, escaped, literal } from './markdown';

/** What a name stands for, as Markdown; undefined where the study does not say. Conditions and outcomes have their own. */
export function nameCard(name: Name, document: StudyDocument, environment: Environment): string | undefined {
  const body = bodyOf(name, document, environment);
  if (body === undefined) return undefined;
  const of = name.of === undefined ? '' : ` of ${escaped(name.of)}`;
  return [`**${escaped(name.name)}** · ${nouns[name.kind]}${of}`, body]
    .filter((part) => part !== '')
    .join('\n\n');
}

function bodyOf(name: Name, document: StudyDocument, environment: Environment): string | undefined {
  const { study, yaml } = document;
  switch (name.kind) {
    case 'scale': {
      const scale = readScale(nodeAtPath(yaml.root, ['scales', name.name]));
      return scale && scaleText(scale, study.language);
    }
    case 'factor': {
      const factor = study.factors.find(({ id }) => id === name.name);
      return factor && levelList(factor.levels);
    }
    case 'level': {
      const factor = study.factors.find(({ id }) => id === name.of);
      return shownText(factor?.levels.find(({ id }) => id === name.name)?.text);
    }
    case 'item': {
      const item = study.items.find(({ id }) => id === name.name);
      const fields = item?.fields.map((field) => `- ${escaped(field.name)}: ${escaped(field.value)}`) ?? [];
      return item && [literal(item.text), fields.join('\n')].filter((part) => part !== '').join('\n\n');
    }
    case 'itemField':
      return fieldText(name.name, document);
    case 'attribute':
    case 'attributeLevel':
      return attributeText(name, document);
    case 'score': {
      const score = study.scores.find(({ id }) => id === name.name);
      const said = (id: string): string => `- ${code(id)}${score?.reverse.includes(id) ? ' (reversed)' : ''}`;
      return score && `The ${score.combine} of\n\n${score.of.map(said).join('\n')}`;
    }
    case 'contrast': {
      const contrast = study.contrasts.find(({ id }) => id === name.name);
      if (!contrast) return undefined;
      return `${code(contrast.treatment)} compared with ${code(contrast.control)} on ${code(contrast.outcome)}`;
    }
    case 'column':
      return columnText(environment.data, name.name);
    case 'panelColumn':
      return columnText(environment.panelData, name.name);
    case 'profileField':
    case 'profileName':
      return profileText(name.name, document);
    default:
      return undefined;
  }
}

/** How a scale is answered, and its options. */
export function scaleText(scale: Scale, language: string): string {
  const options = optionLines(scale);
  const attributes =
    scale.type === 'choice' ? scale.attributes.map(({ id }) => `- ${code(id)}`).join('\n') : '';
  return [
    `${scale.type}: ${escaped(answerSentence(scale, language))}`,
    options === '' ? '' : literal(options),
    attributes,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function levelList(levels: readonly { readonly id: string; readonly text: string }[]): string {
  const shown = levels
    .slice(0, 20)
    .map(({ id, text }) => `- ${code(id)} ${text === '' ? '*nothing*' : escaped(text)}`);
  return [...shown, ...(levels.length > 20 ? [`- … ${formatCount(levels.length - 20)} more`] : [])].join(
    '\n',
  );
}

function shownText(text: string | undefined): string | undefined {
  return text === '' ? '*Shows nothing.*' : text === undefined ? undefined : literal(text);
}

function fieldText(field: string, { study }: StudyDocument): string | undefined {
  const values = study.items.flatMap(({ id, fields }) =>
    fields.filter(({ name }) => name === field).map(({ value }) => ({ id, text: value })),
  );
  return values.length === 0 ? undefined : levelList(values);
}

function attributeText({ kind, name, of }: Name, { study }: StudyDocument): string | undefined {
  const attributes = study.outcomes.flatMap(({ scale }) => (scale.type === 'choice' ? scale.attributes : []));
  const found = attributes.find(({ id }) => id === (kind === 'attribute' ? name : of));
  if (kind === 'attribute') return found && [escaped(found.label), levelList(found.levels)].join('\n\n');
  return shownText(found?.levels.find(({ id }) => id === name)?.text);
}

/** Of a column its kind, how many values it has, and the most frequent; `''` while the file is not read. */
function columnText(data: DataProfile | null | undefined, name: string): string | undefined {
  if (!data) return '';
  const column = data.columns.find((one) => one.name === name);
  return column && [`${escaped(data.path)}: ${sizeOf(column, data)}`, topValues(column)].join('\n\n');
}

function sizeOf(column: ColumnProfile, { rows }: DataProfile): string {
  const empty = column.empty === 0 ? '' : `, ${formatCount(column.empty)} empty`;
  return `${columnDetail(column)}, n ${formatCount(rows - column.empty)}${empty}`;
}

/** Where a part of the profile comes from, and the usual words of a field. */
function profileText(name: string, { yaml: { root } }: StudyDocument): string {
  const entries = ['respondents', 'panel'].flatMap((section) => {
    const profile = nodeAtPath(root, [section, 'profile']);
    return profile?.kind === 'list' ? profile.items : [];
  });
  const entry = entries.find(
    (one) => textOf(at(one, 'field')) === name || textOf(at(one, 'column')) === name,
  );
  const column = textOf(at(entry, 'column'));
  const field = profileFields.find(({ id }) => id === (textOf(at(entry, 'field')) ?? name));
  const margin = entriesOf(nodeAtPath(root, ['panel', 'margins', name])).map(({ key }) => key);
  const words = margin.length > 0 ? margin : (field?.values ?? []);
  return [
    column === undefined ? (field?.label ?? '') : `Column ${code(column)} of the data.`,
    words.map((word) => `- ${escaped(word)}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
