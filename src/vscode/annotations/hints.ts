import { Disposable, EventEmitter, InlayHint, languages } from 'vscode';
import { inlayHints } from '../../language/hints';
import { config, onConfigChange } from '../config';
import { LanguageId } from '../ids';
import type { Contribution } from '../services';
import { editorPosition } from '../language/convert';

/** Text bars at the end of a condition's line. */
export const hints: Contribution = {
  name: 'inlay hints',
  register: ({ studies, knowledge }) => {
    const changed = new EventEmitter<void>();
    const provider = languages.registerInlayHintsProvider(
      { language: LanguageId.study },
      {
        onDidChangeInlayHints: changed.event,
        provideInlayHints: (document, range) => {
          if (!config.inlayHints()) return [];
          return inlayHints(studies.read(document), knowledge.of(document))
            .filter(({ position }) => range.contains(editorPosition(position)))
            .map(({ position, text, tooltip }) => {
              // The padding of an editor is a hair: a space keeps the bars off the colon before them.
              const hint = new InlayHint(editorPosition(position), ` ${text}`);
              hint.tooltip = tooltip;
              hint.paddingLeft = true;
              return hint;
            });
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
