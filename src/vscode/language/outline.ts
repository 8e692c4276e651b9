import { DocumentSymbol, languages, SymbolKind } from 'vscode';
import { symbols } from '../../language/symbols';
import type { Symbol as Entry } from '../../language/types';
import { ourLanguages } from '../ids';
import type { Contribution } from '../services';
import { editorRange } from './convert';

const kinds: Readonly<Record<Entry['kind'], SymbolKind>> = {
  study: SymbolKind.File,
  condition: SymbolKind.Class,
  outcome: SymbolKind.Field,
  scale: SymbolKind.Enum,
  factor: SymbolKind.Variable,
  section: SymbolKind.Namespace,
  project: SymbolKind.File,
  level: SymbolKind.EnumMember,
  item: SymbolKind.String,
  attribute: SymbolKind.Property,
  score: SymbolKind.Operator,
  contrast: SymbolKind.Event,
  margin: SymbolKind.Number,
  model: SymbolKind.Interface,
};

export const outline: Contribution = {
  name: 'outline',
  register: ({ sources }) =>
    languages.registerDocumentSymbolProvider(ourLanguages, {
      provideDocumentSymbols: (document) => symbols(sources.read(document)).map(symbolOf),
    }),
};

function symbolOf({ name, detail, kind, range, selection, children }: Entry): DocumentSymbol {
  const symbol = new DocumentSymbol(
    name === '' ? '(no name)' : name,
    detail,
    kinds[kind],
    editorRange(range),
    editorRange(selection),
  );
  symbol.children = children.map(symbolOf);
  return symbol;
}
