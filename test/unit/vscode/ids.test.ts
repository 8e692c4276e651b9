import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { CommandId } from '../../../src/language/commands';
import { ContextKey, ItemKind, LanguageId, settings, ViewId } from '../../../src/vscode/ids';

interface Property {
  readonly type: string;
  readonly default: unknown;
  readonly scope?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly markdownDescription?: string;
}
interface MenuItem {
  readonly command: string;
  readonly when?: string;
}
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly id: string }[];
    readonly commands: readonly (MenuItem & { readonly title: string; readonly enablement?: string })[];
    readonly keybindings: readonly MenuItem[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly customEditors: readonly { readonly viewType: string; readonly priority: unknown }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Property>> }[];
    readonly walkthroughs: readonly { readonly steps: readonly unknown[] }[];
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const { contributes } = manifest;
const properties = Object.entries(
  Object.assign({}, ...contributes.configuration.map((part) => part.properties)) as Record<string, Property>,
);

describe('ids in code and in package.json', () => {
  it('name the same commands', () => {
    const contributed = contributes.commands.map(({ command }) => command);
    expect(contributed).to.have.members(Object.values(CommandId));
  });
  it('name the same languages', () => {
    expect(contributes.languages.map(({ id }) => id)).to.have.members(Object.values(LanguageId));
  });
  it('name the same view and results editor, whose diffs stay text', () => {
    expect(contributes.views['vignette']?.map(({ id }) => id)).to.deep.equal([ViewId.studies]);
    expect(contributes.customEditors.map(({ viewType, priority }) => [viewType, priority])).to.deep.equal([
      [ViewId.results, 'default'],
    ]);
  });
  it('use only known commands, tree items and context keys in menus and keybindings', () => {
    const items = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    const kinds = items.flatMap(({ when }) =>
      [...(when ?? '').matchAll(/viewItem == (\w+)/g)].map(([, kind]) => kind),
    );
    expect(Object.values(CommandId)).to.include.members(items.map(({ command }) => command));
    expect(Object.values(ItemKind)).to.include.members(kinds);
    expect(contributes.commands.flatMap(({ enablement }) => enablement ?? [])).to.deep.equal([
      ContextKey.running,
    ]);
  });
  it('activate for the two languages, the view and the results editor only', () => {
    expect(manifest.activationEvents).to.have.members([
      ...Object.values(LanguageId).map((id) => `onLanguage:${id}`),
      `onView:${ViewId.studies}`,
      `onCustomEditor:${ViewId.results}`,
    ]);
  });
});

describe('settings in code and in package.json', () => {
  it('are the same, with the same defaults, bounds and choices', () => {
    const inCode = Object.values(settings).map((setting) => ({
      minimum: undefined,
      maximum: undefined,
      oneOf: undefined,
      ...setting,
    }));
    const inManifest = properties.map(([id, { default: value, minimum, maximum, enum: oneOf }]) => ({
      id,
      default: value,
      minimum,
      maximum,
      oneOf,
    }));
    expect(inManifest).to.have.deep.members(inCode);
  });
  for (const [id, property] of properties) {
    it(`${id} has a description, a scope and, for a number, bounds`, () => {
      expect(texts[property.markdownDescription?.slice(1, -1) ?? '']).to.match(/\.$/);
      expect(property.scope).to.be.oneOf(['application', 'window', 'resource', 'machine-overridable']);
      if (property.type === 'boolean' || property.type === 'string') return;
      expect(property.minimum).to.be.a('number');
      expect(property.maximum).to.be.a('number');
    });
  }
});

describe('texts of package.json', () => {
  it('are all in package.nls.json, and none there is unused', () => {
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    expect(Object.keys(texts)).to.have.members([...new Set(used)]);
  });
  it('lead through five steps', () => {
    expect(contributes.walkthroughs.map(({ steps }) => steps.length)).to.deep.equal([5]);
  });
});
