import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Uri,
  workspace,
  type TextDocument,
} from 'vscode';
import { checkData } from '../../data/check';
import type { Diagnostic as Problem, Severity } from '../../util/diagnostic';
import { LanguageId } from '../ids';
import type { Contribution, EditorServices } from '../services';
import { debounced } from '../workspaceFiles';
import { editorRange } from './convert';
import { isStudy } from '../knowledge/studyDocuments';

const afterTypingMs = 120;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
};

/** Problems of studies and project files, off the typing path. */
export const diagnostics: Contribution = {
  name: 'diagnostics',
  register: (services) => {
    const shown = languages.createDiagnosticCollection('vignette');
    const due = new Set<TextDocument>();
    const check = debounced(afterTypingMs, () => {
      for (const document of due) publish(document);
      due.clear();
    });
    const publish = (document: TextDocument): void => {
      if (document.isClosed) return;
      const problems = problemsOf(services, document);
      // Of a large study they come once it has been read.
      if (isStudy(document) && !services.studies.isCurrent(document)) return;
      shown.set(
        document.uri,
        problems.map((problem) => editorDiagnostic(problem, services.context.extensionUri)),
      );
    };
    const soon = (document: TextDocument): void => {
      if (!isOurs(document)) return;
      due.add(document);
      check.call();
    };
    workspace.textDocuments.forEach(soon);
    return Disposable.from(
      shown,
      check,
      workspace.onDidOpenTextDocument(soon),
      workspace.onDidChangeTextDocument(({ document }) => soon(document)),
      workspace.onDidCloseTextDocument((document) => shown.delete(document.uri)),
      services.knowledge.onChange((uri) =>
        workspace.textDocuments.filter((open) => open.uri.toString() === uri.toString()).forEach(soon),
      ),
    );
  },
};

/** Everything wrong with a text as it is now: the study by itself, and against its data where that is known. */
export function problemsOf(services: EditorServices, document: TextDocument): readonly Problem[] {
  if (document.languageId === LanguageId.project) return services.sources.read(document).diagnostics;
  const study = services.studies.read(document);
  const { data, panelData } = services.knowledge.of(document);
  const ofData = checkData(study, data, panelData);
  return [...study.diagnostics, ...ofData, ...services.knowledge.problems(document)];
}

function isOurs(document: TextDocument): boolean {
  return isStudy(document) || document.languageId === LanguageId.project;
}

function editorDiagnostic(problem: Problem, extension: Uri): Diagnostic {
  const diagnostic = new Diagnostic(
    editorRange(problem.range),
    `${problem.message} ${problem.help}`,
    severities[problem.severity],
  );
  diagnostic.source = 'vignette';
  diagnostic.code = { value: problem.code, target: pageOf(problem.code, extension) };
  return diagnostic;
}

/** The page about a code; it comes with the extension. */
function pageOf(code: string, extension: Uri): Uri {
  return Uri.joinPath(extension, 'docs', 'diagnostics', `${code.replaceAll('/', '-')}.md`);
}
