import { CodeAction, CodeActionKind, languages, type Diagnostic, type TextDocument } from 'vscode';
import type { Diagnostic as Problem } from '../../util/diagnostic';
import { LanguageId } from '../ids';
import type { Contribution } from '../services';
import { editorEdit, editorRange } from './convert';
import { problemsOf } from './diagnostics';

/** Quick fixes: the changes that the problems themselves carry. */
export const codeActions: Contribution = {
  name: 'quick fixes',
  register: (services) =>
    languages.registerCodeActionsProvider(
      [{ language: LanguageId.study }, { language: LanguageId.project }],
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
  return problem.fixes.map(({ title, edits }) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.edit = editorEdit(document.uri, edits);
    action.diagnostics = [...mended];
    action.isPreferred = problem.fixes.length === 1;
    return action;
  });
}
