// docs/settings.md from the settings of package.json and their texts.
import { readFileSync } from 'node:fs';
import type { GeneratedFile } from '../generate';

interface Property {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Property>>;
    }[];
  };
}

const scopes: Readonly<Record<string, string>> = {
  application: 'user',
  window: 'user, workspace',
  resource: 'user, workspace, folder',
  'machine-overridable': 'machine, workspace',
};

export function generate(): readonly GeneratedFile[] {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
  const text = (key: string): string => (texts[key.slice(1, -1)] ?? key).replace(/`#([^#]+)#`/g, '`$1`');
  const sections = manifest.contributes.configuration.map(({ title, properties }) =>
    [
      `## ${text(title)}`,
      '',
      '| setting | values | default | set in | what it does |',
      '| --- | --- | --- | --- | --- |',
      ...Object.entries(properties).map(
        ([id, property]) =>
          `| \`${id}\` | ${values(property)} | \`${JSON.stringify(property.default)}\` | ${scopes[property.scope] ?? property.scope} | ${description(property, text)} |`,
      ),
    ].join('\n'),
  );
  return [{ path: 'docs/settings.md', text: `${heading}\n\n${sections.join('\n\n')}\n` }];
}

const heading = '# Settings\n\nGenerated from package.json by `npm run generate`.';

function values({ type, minimum, maximum, enum: allowed }: Property): string {
  if (allowed !== undefined) return allowed.map((value) => `\`${value}\``).join(', ');
  if (type === 'boolean') return '`true`, `false`';
  return `${type} ${minimum ?? ''}–${maximum ?? ''}`;
}

function description(property: Property, text: (key: string) => string): string {
  const list = (property.enum ?? []).map(
    (value, place) => `\`${value}\`: ${text(property.enumDescriptions?.[place] ?? '')}`,
  );
  return [text(property.markdownDescription), ...list].join(' ');
}
