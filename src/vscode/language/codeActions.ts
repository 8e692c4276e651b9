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
import { refactorings } from '../../language/refactor/refactorings';
import type { Refactoring } from '../../language/types';
import { ourLanguages } from '../ids';
import type { Contribution } from '../services';
import { editorEdit, editorRange, plainPosition } from './convert';
import { problemsOf } from './diagnostics';

/** The changes that the problems themselves carry, and those that change the form of a study and not its meaning. */
export const codeActions: Contribution = {
  name: 'code actions',
  register: (services) =>
    languages.registerCodeActionsProvider(
      ourLanguages,
      {
        provideCodeActions: (document, range, { diagnostics }) => [
          ...problemsOf(services, document)
            .filter((problem) => editorRange(problem.range).intersection(range) !== undefined)
            .flatMap((problem) => actionsOf(problem, document, diagnostics)),
          ...refactorings(services.sources.read(document), plainPosition(range.start)).map((change) =>
            refactoringOf(change, document),
          ),
        ],
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix, ...Object.values(refactoringKinds)] },
    ),
};

const refactoringKinds: Readonly<Record<Refactoring['kind'], CodeActionKind>> = {
  'refactor.extract': CodeActionKind.RefactorExtract,
  'refactor.rewrite': CodeActionKind.RefactorRewrite,
};

function refactoringOf({ title, kind, edits }: Refactoring, document: TextDocument): CodeAction {
  const action = new CodeAction(title, refactoringKinds[kind]);
  action.edit = editorEdit(document.uri, edits);
  return action;
}

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
