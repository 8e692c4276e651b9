import type { Diagnostic } from '../util/diagnostic';
import type { Path, Position, Range } from '../util/range';
import type { Study } from './types';
import type { YamlText } from './yaml';

/** The ranges of one entry of a YAML tree. */
export interface NodeRanges {
  /** The key, for an entry of a mapping. */
  readonly key: Range | undefined;
  readonly value: Range;
}

/** What stands at a position: the path to it, and whether the cursor is on the key or in the value. */
export interface NodeAt {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly ranges: NodeRanges;
}

/** A file of ours as read, a study or `vignette.yaml`: its tree with places, and everything that is wrong. */
export interface SourceDocument {
  readonly text: string;
  /** The tree and the places of its nodes. */
  readonly yaml: YamlText;
  /** Sorted by place. With an error among them the file must not be used to run. */
  readonly diagnostics: readonly Diagnostic[];
  /** The ranges of the entry at `path`, undefined when the text has none. */
  ranges(path: Path): NodeRanges | undefined;
  nodeAt(position: Position): NodeAt | undefined;
}

/** A study file as read: the model of all that could be read, and everything that is wrong with the rest. */
export interface StudyDocument extends SourceDocument {
  /** Partial where there are errors: what is wrong is left out or replaced by its default. */
  readonly study: Study;
}
