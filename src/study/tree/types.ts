/** A YAML text as a plain tree: order kept, keys as source text, every node with its place. */

/** UTF-16 offsets into the text, from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  /** The source text of a plain scalar (`01`, `no`), the content of a quoted or block one. */
  readonly text: string;
  /** As the YAML 1.2 core schema reads it; null also where nothing is written. */
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'quoted' | 'block';
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly flow: boolean;
  /** In the order of the file; of a duplicate key only the first. */
  readonly entries: readonly YamlEntry[];
  readonly byKey: ReadonlyMap<string, YamlEntry>;
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export type YamlNode = YamlScalar | YamlMap | YamlList;
