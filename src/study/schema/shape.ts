/** The language in which the study and project formats are described: one description, from which come the checks, the JSON Schema, completion and the help. */

/** What a name refers to; the names that exist are found in the study, the project or the data. */
export type ReferenceKind =
  | 'condition'
  /** An outcome that is asked: of a matrix its items, `matrix.item`. */
  | 'outcome'
  /** An item of the matrix whose name stands before the dot. */
  | 'matrixItem'
  | 'scale'
  | 'factor'
  /** A level of the factor that is the key of the entry, or of the contrast. */
  | 'level'
  | 'item'
  /** A field that an item has. */
  | 'itemField'
  /** A value that an item has in the field that is the key of the entry. */
  | 'itemValue'
  /** A property of the alternatives of a conjoint. */
  | 'attribute'
  /** A level of the attribute that is the key of the entry, or of the contrast. */
  | 'attributeLevel'
  | 'score'
  | 'contrast'
  | 'model'
  /** Of the file with the human answers. */
  | 'column'
  /** Of the file of the panel. */
  | 'panelColumn'
  /** A field or a column that stands in the profile. */
  | 'profileName'
  /** One of the sixteen fields. */
  | 'profileField';

/** Read and checked, but evaluation says that it cannot score it yet; a hint says so where it is written. */
export type NotYet = 'scored';

export interface ChoiceValue {
  readonly value: string;
  readonly help: string;
  readonly notYet?: NotYet;
}

export interface KeySpec {
  readonly name: string;
  /** Markdown, one or two sentences: hover, completion, JSON Schema and docs show it. */
  readonly help: string;
  readonly shape: Shape;
  readonly required?: true;
  readonly notYet?: NotYet;
}

export interface MapCase {
  readonly value: string;
  readonly help: string;
  readonly keys: readonly KeySpec[];
  readonly notYet?: NotYet;
}

/** A map whose keys the format knows. */
export interface MapShape {
  readonly kind: 'map';
  readonly keys: readonly KeySpec[];
  /** The keys there are instead where this one is written; the first that is counts. */
  readonly when?: readonly { readonly key: string; readonly keys: readonly KeySpec[] }[];
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
  | MapShape
  /** Decided by what kind of node is written. */
  | { readonly kind: 'either'; readonly scalar?: Shape; readonly list?: Shape; readonly map?: Shape }
  /** A map whose `tag` says which other keys it has. */
  | {
      readonly kind: 'cases';
      readonly tag: string;
      readonly tagHelp: string;
      readonly cases: readonly MapCase[];
    }
  | { readonly kind: 'null' };

export interface TextShape {
  readonly kind: 'text';
  /** `{{ name }}` may stand in it. */
  readonly template?: true;
  /** May be empty. */
  readonly empty?: true;
  readonly of?: ReferenceKind;
  /** What else may be named in its place: for an outcome a whole matrix or a score, for a profile field one of the panel. */
  readonly also?: readonly ('matrix' | 'score' | 'panel')[];
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
  /** Names of other things than `keyOf` says are fine as well. */
  readonly open?: true;
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

export function reference(of: ReferenceKind): TextShape {
  return { kind: 'text', of, name: true };
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
