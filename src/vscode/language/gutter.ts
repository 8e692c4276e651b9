import { Disposable, Uri, window, type TextEditor, type TextEditorDecorationType } from 'vscode';
import type { StudyDocument } from '../../study/document';
import type { ResultsOfStudy } from '../../language/types';
import { config, onConfigChange } from '../config';
import type { Contribution } from '../services';
import { editorRange } from './convert';
import { isStudy } from '../knowledge/studyDocuments';

type Mark = 'simulated' | 'stale' | 'failed';
const marks: readonly Mark[] = ['simulated', 'stale', 'failed'];
/** Below this share of usable answers a condition counts as failed; a run stops early there too. */
const usableShare = 0.8;

/** Marks beside conditions: up to date, out of date, with too many unusable answers. */
export const gutter: Contribution = {
  name: 'gutter',
  register: ({ context, studies, knowledge }) => {
    const types = new Map(marks.map((mark) => [mark, decorationOf(mark, context.extensionUri)]));
    const draw = (editor: TextEditor): void => {
      if (!isStudy(editor.document)) return;
      const wanted = config.gutter();
      const document = studies.read(editor.document);
      const { results } = knowledge.of(editor.document);
      for (const [mark, type] of types) {
        const ids = wanted[mark] && results ? conditionsWith(mark, results) : [];
        editor.setDecorations(
          type,
          ids.flatMap((id) => rangesOf(document, id)),
        );
      }
    };
    const drawAll = (): void => window.visibleTextEditors.forEach(draw);
    return Disposable.from(
      ...types.values(),
      window.onDidChangeVisibleTextEditors(drawAll),
      knowledge.onChange(drawAll),
      onConfigChange(drawAll),
    );
  },
};

/** The conditions that carry a mark; a condition carries one. */
export function conditionsWith(mark: Mark, { results, stale }: ResultsOfStudy): readonly string[] {
  const { cells } = results.evaluation;
  const ids = [...new Set(cells.map(({ condition }) => condition))];
  return ids.filter((id) => {
    const own = cells.filter(({ condition }) => condition === id);
    if (stale.includes(id)) return mark === 'stale';
    const failed = own.some(({ parseRate }) => parseRate < usableShare);
    return mark === (failed ? 'failed' : 'simulated');
  });
}

function rangesOf(document: StudyDocument, condition: string) {
  const key = document.ranges(['conditions', condition])?.key;
  return key === undefined ? [] : [editorRange(key)];
}

function decorationOf(mark: Mark, extension: Uri): TextEditorDecorationType {
  const icon = (theme: string): Uri => Uri.joinPath(extension, 'media', `${mark}-${theme}.svg`);
  return window.createTextEditorDecorationType({
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
    gutterIconSize: '70%',
  });
}
