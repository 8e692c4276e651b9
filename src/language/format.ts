import type { SourceDocument, StudyDocument } from '../study/document';
import { projectShape } from '../study/format/project';
import { studyShape } from '../study/format/study';
import { keyHelp, projectKeyHelp, type KeyHelp } from '../study/schema/help';
import type { Shape } from '../study/schema/shape';
import type { Path } from '../util/range';

export function isStudy(document: SourceDocument): document is StudyDocument {
  return 'study' in document;
}

/** What the format says of the whole file. */
export function shapeOf(document: SourceDocument): Shape {
  return isStudy(document) ? studyShape : projectShape;
}

/** What the format says of the key at a path. */
export function helpOf(document: SourceDocument, path: Path): KeyHelp | undefined {
  return isStudy(document) ? keyHelp(path) : projectKeyHelp(path);
}
