import { Position, Range, WorkspaceEdit, type Uri } from 'vscode';
import type { Position as PlainPosition, Range as PlainRange, TextEdit } from '../../util/range';

/** Between the plain data of the language room and the editor's own classes. */

export function editorPosition({ line, character }: PlainPosition): Position {
  return new Position(line, character);
}

export function editorRange({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

export function plainPosition({ line, character }: Position): PlainPosition {
  return { line, character };
}

export function editorEdit(uri: Uri, edits: readonly TextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(uri, editorRange(range), newText);
  return edit;
}
