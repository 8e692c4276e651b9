import { CompletionItem, CompletionItemKind, languages, MarkdownString, SnippetString } from 'vscode';
import { completions } from '../../language/completion';
import type { Completion } from '../../language/types';
import { ourLanguages } from '../ids';
import type { Contribution } from '../services';
import { editorRange, plainPosition } from './convert';

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  reference: CompletionItemKind.Reference,
  column: CompletionItemKind.Field,
  file: CompletionItemKind.File,
  snippet: CompletionItemKind.Snippet,
};

export const completion: Contribution = {
  name: 'completion',
  register: ({ sources, knowledge }) =>
    languages.registerCompletionItemProvider(
      ourLanguages,
      {
        provideCompletionItems: (document, position) =>
          completions(sources.read(document), plainPosition(position), knowledge.of(document)).map(itemOf),
      },
      ':',
      ' ',
      '{',
      '[',
      ',',
    ),
};

function itemOf(proposal: Completion): CompletionItem {
  const item = new CompletionItem(proposal.label, kinds[proposal.kind]);
  item.insertText = proposal.snippet ? new SnippetString(proposal.insert) : proposal.insert;
  item.range = editorRange(proposal.range);
  item.sortText = proposal.sort;
  if (proposal.again) item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
  if (proposal.detail !== undefined) item.detail = proposal.detail;
  if (proposal.documentation !== undefined) item.documentation = new MarkdownString(proposal.documentation);
  return item;
}
