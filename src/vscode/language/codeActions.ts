import {
  CodeAction,
  CodeActionKind,
  languages,
  Uri,
  workspace,
  type Diagnostic,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode';
import type { Diagnostic as Problem, Fix } from '../../util/diagnostic';
import { ourLanguages } from '../ids';
import type { Contribution } from '../services';
import { editorEdit, editorRange } from './convert';
import { problemsOf } from './diagnostics';

/** Quick fixes: the changes that the problems themselves carry. */
export const codeActions: Contribution = {
  name: 'quick fixes',
  register: (services) =>
    languages.registerCodeActionsProvider(
      ourLanguages,
      {
        provideCodeActions: (document, range, { diagnostics }) =>
          problemsOf(services, document)
            .filter((problem) => editorRange(problem.range).intersection(range) !== undefined)
            .flatMap((problem) => actionsOf(problem, document, diagnostics)),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
};

function actionsOf(
  problem: Problem,
  document: TextDocument,
  shown: readonly Diagnostic[],
): readonly CodeAction[] {
  const mended = shown.filter(({ range }) => range.isEqual(editorRange(problem.range)));
  return problem.fixes.map(({ title, edits, creates }) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.edit = editorEdit(document.uri, edits);
    if (creates !== undefined) create(action.edit, document.uri, creates);
    action.diagnostics = [...mended];
    action.isPreferred = problem.fixes.length === 1;
    return action;
  });
}

/** A file of the whole workspace lies at its root; that of a study outside of one beside it. */
function create(edit: WorkspaceEdit, study: Uri, { name, text }: NonNullable<Fix['creates']>): void {
  const folder = workspace.getWorkspaceFolder(study)?.uri ?? Uri.joinPath(study, '..');
  edit.createFile(Uri.joinPath(folder, name), {
    contents: new TextEncoder().encode(text),
    ignoreIfExists: true,
  });
}
