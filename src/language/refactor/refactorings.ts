import type { SourceDocument } from '../../study/document';
import type { Position } from '../../util/range';
import { isStudy } from '../format';
import type { Refactoring } from '../types';
import { addVariant } from './addVariant';
import { declareContrasts } from './declareContrasts';
import { extractScale } from './extractScale';

/** Changes that may be wanted at `position` though nothing is wrong: each leaves what the study says as it is. */
export function refactorings(document: SourceDocument, position: Position): readonly Refactoring[] {
  if (!isStudy(document) || document.yaml.syntax.length > 0) return [];
  const node = document.nodeAt(position);
  if (!node) return [];
  return [
    ...extractScale(document, node.path),
    ...addVariant(document, node.path),
    ...declareContrasts(document, node.path),
  ];
}
