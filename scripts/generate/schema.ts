import { jsonSchema, projectJsonSchema } from '../../src/study/schema/jsonSchema';
import type { GeneratedFile } from '../generate';

/** The JSON Schemas of the study file and of the project file. */
export function generate(): readonly GeneratedFile[] {
  return [
    { path: 'syntaxes/study.schema.json', text: textOf(jsonSchema()) },
    { path: 'syntaxes/project.schema.json', text: textOf(projectJsonSchema()) },
  ];
}

function textOf(schema: object): string {
  return `${JSON.stringify(schema, null, 1)}\n`;
}
