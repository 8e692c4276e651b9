import { Disposable, DocumentLink, languages, Location, Uri } from 'vscode';
import { definition, references } from '../../language/definitions';
import { links } from '../../language/links';
import { LanguageId } from '../ids';
import type { Contribution } from '../services';
import { editorRange, plainPosition } from './convert';

/** Going to a definition, finding references, opening the files that a study names. */
export const navigation: Contribution = {
  name: 'navigation',
  register: ({ studies }) => {
    const selector = { language: LanguageId.study };
    return Disposable.from(
      languages.registerDefinitionProvider(selector, {
        provideDefinition: (document, position) => {
          const found = definition(studies.read(document), plainPosition(position));
          return found && new Location(document.uri, editorRange(found.range));
        },
      }),
      languages.registerReferenceProvider(selector, {
        provideReferences: (document, position) =>
          references(studies.read(document), plainPosition(position)).map(
            ({ range }) => new Location(document.uri, editorRange(range)),
          ),
      }),
      languages.registerDocumentLinkProvider(selector, {
        provideDocumentLinks: (document) =>
          links(studies.read(document)).map(
            ({ range, path }) => new DocumentLink(editorRange(range), Uri.joinPath(document.uri, '..', path)),
          ),
      }),
    );
  },
};
