import { languages, SemanticTokensBuilder, SemanticTokensLegend } from 'vscode';
import { semanticTokens as tokensOf, tokenLegend } from '../../language/text/tokens';
import { ourLanguages } from '../ids';
import type { Contribution } from '../services';
import { editorRange } from './convert';

const legend = new SemanticTokensLegend([...tokenLegend.types], [...tokenLegend.modifiers]);

/** Colours of the names that a writer gives, also where they stand in a text between braces. */
export const semanticTokens: Contribution = {
  name: 'semantic tokens',
  register: ({ sources }) =>
    languages.registerDocumentSemanticTokensProvider(
      ourLanguages,
      {
        provideDocumentSemanticTokens: (document) => {
          const builder = new SemanticTokensBuilder(legend);
          for (const { range, type, modifiers } of tokensOf(sources.read(document)))
            builder.push(editorRange(range), type, [...modifiers]);
          return builder.build();
        },
      },
      legend,
    ),
};
