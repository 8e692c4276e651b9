import { studyShape } from '../study/format/study';
import { walk } from '../study/schema/walk';
import type { StudyDocument } from '../study/document';
import type { Range } from '../util/range';

/** A file that the study names, relative to the study. */
export interface FileLink {
  readonly range: Range;
  readonly path: string;
}

/** The files that a study names; not those of other machines or absolute ones. */
export function links(document: StudyDocument): readonly FileLink[] {
  const found: FileLink[] = [];
  walk(document.yaml.root, studyShape, [], {
    text: ({ span, text }, shape) => {
      if (!shape.file || text === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(text)) return;
      found.push({ range: document.yaml.range(span), path: text });
    },
  });
  return found;
}
