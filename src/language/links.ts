import { walk } from '../study/schema/walk';
import type { SourceDocument } from '../study/document';
import { nodeAtPath } from '../study/tree/lookup';
import type { Range } from '../util/range';
import { isStudy, shapeOf } from './format';

/** A file that a study or project file names, relative to it. */
export interface FileLink {
  readonly range: Range;
  readonly path: string;
}

/** The files that a file of ours names; not those of other machines or absolute ones. */
export function links(document: SourceDocument): readonly FileLink[] {
  const found: FileLink[] = [];
  walk(document.yaml.root, shapeOf(document), [], {
    text: ({ span, text }, shape) => {
      if (!shape.file || text === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(text)) return;
      found.push({ range: document.yaml.range(span), path: text });
    },
  });
  return found;
}

/** An address on the web, to be opened outside of the editor. */
export interface WebLink {
  readonly range: Range;
  readonly url: string;
}

/** Where a study says that it can be read. */
export function webLinks(document: SourceDocument): readonly WebLink[] {
  const node = isStudy(document) ? nodeAtPath(document.yaml.root, ['source', 'url']) : undefined;
  if (node?.kind !== 'scalar' || !/^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i.test(node.text)) return [];
  return [{ range: document.yaml.range(node.span), url: node.text }];
}
