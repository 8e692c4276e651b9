import { CodeLens, Disposable, EventEmitter, languages, type TextDocument } from 'vscode';
import { lenses as lensesOf } from '../../language/lenses';
import type { Lens } from '../../language/types';
import { config, onConfigChange } from '../config';
import { LanguageId } from '../ids';
import type { Contribution } from '../services';
import { editorRange } from '../language/convert';

/** A lens that gets its title when it comes into view. */
class StudyLens extends CodeLens {
  constructor(
    readonly document: TextDocument,
    readonly place: number,
    lens: Lens,
  ) {
    super(editorRange(lens.range));
  }
}

/** Actions above the study, its conditions and its outcomes. */
export const lenses: Contribution = {
  name: 'lenses',
  register: ({ studies, knowledge }) => {
    const changed = new EventEmitter<void>();
    const all = (document: TextDocument): readonly Lens[] =>
      config.lenses()
        ? lensesOf(studies.read(document), knowledge.of(document), document.uri.toString())
        : [];
    const provider = languages.registerCodeLensProvider(
      { language: LanguageId.study },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: (document) =>
          all(document).map((lens, place) => new StudyLens(document, place, lens)),
        resolveCodeLens: (item) => {
          if (!(item instanceof StudyLens)) return item;
          const lens = all(item.document)[item.place];
          item.command = {
            title: lens?.title ?? '',
            tooltip: lens?.tooltip ?? '',
            command: lens?.command?.id ?? '',
            arguments: [...(lens?.command?.arguments ?? [])],
          };
          return item;
        },
      },
    );
    return Disposable.from(
      changed,
      provider,
      knowledge.onChange(() => changed.fire()),
      onConfigChange(() => changed.fire()),
    );
  },
};
