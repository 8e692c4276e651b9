/** The language in which the study and project formats are described: one description, from which come the checks, the JSON Schema, completion and the help. */

/** What a name refers to; the names that exist are found in the study, the project or the data. */
export type ReferenceKind =
  | 'condition'
  | 'outcome'
  | 'scale'
  | 'factor'
  /** A level of the factor that is the key of the entry. */
  | 'level'
  | 'model'
  | 'column'
  | 'profileField';

export interface ChoiceValue {
  readonly value: string;
  readonly help: string;
  /** Part of the format, but not of this version: an error says so. */
  readonly unsupported?: true;
}

export interface KeySpec {
  readonly name: string;
  /** Markdown, one or two sentences: hover, completion, JSON Schema and docs show it. */
  readonly help: string;
  readonly shape: Shape;
  readonly required?: true;
  /** Part of the format, but not of this version: an error says so. */
  readonly unsupported?: true;
}

export interface MapCase {
  readonly value: string;
  readonly help: string;
  readonly keys: readonly KeySpec[];
  readonly unsupported?: true;
}

export type Shape =
  | TextShape
  | { readonly kind: 'version'; readonly supported: 1 }
  | { readonly kind: 'number'; readonly integer?: true; readonly min?: number; readonly max?: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly values: readonly ChoiceValue[] }
  /** A raw value of a data file: any scalar, compared as text. */
  | { readonly kind: 'data' }
  | { readonly kind: 'list'; readonly item: Shape; readonly min?: number; readonly max?: number }
  | DictShape
  | { readonly kind: 'map'; readonly keys: readonly KeySpec[] }
  /** Decided by what kind of node is written. */
  | { readonly kind: 'either'; readonly scalar?: Shape; readonly list?: Shape; readonly map?: Shape }
  /** A map whose `tag` says which other keys it has. */
  | {
      readonly kind: 'cases';
      readonly tag: string;
      readonly tagHelp: string;
      readonly cases: readonly MapCase[];
    }
  | { readonly kind: 'null' }
  /** Not looked into. */
  | { readonly kind: 'anything' };

export interface TextShape {
  readonly kind: 'text';
  /** `{{ name }}` may stand in it. */
  readonly template?: true;
  /** May be empty. */
  readonly empty?: true;
  readonly of?: ReferenceKind;
  readonly pattern?: { readonly regex: RegExp; readonly says: string };
  readonly file?: true;
  /** Words that mean a truth value or a number elsewhere are fine here: names, not prose. */
  readonly name?: true;
}

/** An ordered list of keys that the writer chooses. */
export interface DictShape {
  readonly kind: 'dict';
  /** `name`: an id. `code`: an integer. `data`: a raw value of a data file, kept as text. */
  readonly keys: 'name' | 'code' | 'data';
  readonly keyOf?: ReferenceKind;
  /** The code of a problem with a key, where it is not the shape's own. */
  readonly keyProblem?: 'scale/levels' | 'scale/labels';
  readonly keyHelp: string;
  readonly value: Shape;
  readonly min?: number;
  readonly max?: number;
}

export const text: TextShape = { kind: 'text' };
export const template: TextShape = { kind: 'text', template: true };
export const name: TextShape = { kind: 'text', name: true };
export const integer: Shape = { kind: 'number', integer: true };
export const number: Shape = { kind: 'number' };
export const boolean: Shape = { kind: 'boolean' };
export const anything: Shape = { kind: 'anything' };

export function reference(of: ReferenceKind): TextShape {
  return { kind: 'text', of, name: true };
}

/** A key whose meaning this version does not have yet. */
export function later(keyName: string, help: string): KeySpec {
  return { name: keyName, help, shape: anything, unsupported: true };
}

export const wording: KeySpec = {
  name: 'wording',
  help: 'Whether the text is the original one, a paraphrase, or a description of something that was not text.',
  shape: {
    kind: 'choice',
    values: [
      { value: 'verbatim', help: 'The words that respondents read (default).' },
      { value: 'paraphrased', help: 'The same content in other words.' },
      { value: 'described', help: 'A description of an image, a video or a task.' },
    ],
  },
};
