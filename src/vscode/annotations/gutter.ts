import { Disposable, Uri, window, type TextEditor, type TextEditorDecorationType } from 'vscode';
import type { StudyDocument } from '../../study/document';
import { config, onConfigChange } from '../config';
import type { Contribution } from '../services';
import { editorRange } from '../language/convert';
import { conditionsWith, marks, type Mark } from './marks';
import { isStudy } from '../knowledge/studyDocuments';

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
