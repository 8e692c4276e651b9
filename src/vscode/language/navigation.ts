import {
  Disposable,
  DocumentHighlight,
  DocumentHighlightKind,
  DocumentLink,
  languages,
  Location,
  Uri,
  type TextDocument,
} from 'vscode';
import { definition, references } from '../../language/definitions';
import { links, webLinks } from '../../language/links';
import { highlights } from '../../language/names/highlights';
import type { Reference } from '../../language/types';
import { ourLanguages } from '../ids';
import type { Contribution } from '../services';
import { editorRange, plainPosition } from './convert';

/** Going to a definition, finding and marking uses, opening the files that a file of ours names. */
export const navigation: Contribution = {
  name: 'navigation',
  register: ({ sources, knowledge }) =>
    Disposable.from(
      languages.registerDefinitionProvider(ourLanguages, {
        provideDefinition: (document, position) => {
          const known = knowledge.of(document);
          const found = definition(sources.read(document), plainPosition(position), known);
          return found && locationOf(found, document);
        },
      }),
      languages.registerReferenceProvider(ourLanguages, {
        provideReferences: (document, position) =>
          references(sources.read(document), plainPosition(position)).map((one) => locationOf(one, document)),
      }),
      languages.registerDocumentHighlightProvider(ourLanguages, {
        provideDocumentHighlights: (document, position) =>
          highlights(sources.read(document), plainPosition(position)).map(
            ({ range, definition: given }) =>
              new DocumentHighlight(
                editorRange(range),
                given ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
              ),
          ),
      }),
      languages.registerDocumentLinkProvider(ourLanguages, {
        provideDocumentLinks: (document) => {
          const source = sources.read(document);
          return [
            ...links(source).map(
              ({ range, path }) =>
                new DocumentLink(editorRange(range), Uri.joinPath(document.uri, '..', path)),
            ),
            ...webLinks(source).map(({ range, url }) => new DocumentLink(editorRange(range), Uri.parse(url))),
          ];
        },
      }),
    ),
};

function locationOf({ range, uri }: Reference, document: TextDocument): Location {
  return new Location(uri === undefined ? document.uri : Uri.parse(uri, true), editorRange(range));
}
