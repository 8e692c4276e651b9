import { languages } from 'vscode';
import { prepareRename, rename as renaming } from '../../language/names/rename';
import { ourLanguages } from '../ids';
import type { Contribution } from '../services';
import { editorEdit, editorRange, plainPosition } from './convert';

/** Gives a name another one everywhere in the file. The editor shows what is thrown as the reason why not. */
export const rename: Contribution = {
  name: 'rename',
  register: ({ sources }) =>
    languages.registerRenameProvider(ourLanguages, {
      prepareRename: (document, position) => {
        const place = prepareRename(sources.read(document), plainPosition(position));
        if (place.kind === 'refused') throw new Error(place.reason);
        return { range: editorRange(place.range), placeholder: place.placeholder };
      },
      provideRenameEdits: (document, position, name) => {
        const done = renaming(sources.read(document), plainPosition(position), name);
        if (done.kind === 'refused') throw new Error(done.reason);
        return editorEdit(document.uri, done.edits);
      },
    }),
};
