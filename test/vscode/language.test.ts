import { expect } from 'chai';
import {
  commands,
  languages,
  type CodeAction,
  type CompletionList,
  type DocumentSymbol,
  type Hover,
  type Location,
  type MarkdownString,
  type TextDocument,
} from 'vscode';
import { codesOf, eventually, fileAt, open, placeOf, replace } from './support';

describe('a study in the editor', () => {
  let document: TextDocument;
  before(async () => {
    document = await open(fileAt('asian-disease', 'asian-disease.study.yaml'));
  });

  it('has our language', () => {
    expect(document.languageId).to.equal('vignette-study');
  });
  it('shows a problem while it is there, with a quick fix, and not after', async () => {
    await replace(document, 'outcomes:', 'outcome:');
    const codes = await eventually(
      'The problem',
      () => codesOf(document),
      (all) => all.includes('study/unknown-key'),
    );
    expect(codes).to.include('study/unknown-key');
    const [problem] = languages
      .getDiagnostics(document.uri)
      .filter(({ code }) => typeof code === 'object' && code.value === 'study/unknown-key');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem?.range,
    );
    expect(actions.map(({ title }) => title).join()).to.contain('outcomes');
    await replace(document, 'outcome:', 'outcomes:');
    await eventually(
      'The end of the problem',
      () => codesOf(document),
      (all) => !all.includes('study/unknown-key'),
    );
  });
  it('completes scale types', async () => {
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      placeOf(document, 'scale: {type: '),
    );
    expect(
      list.items.map(({ label }) => (typeof label === 'string' ? label : label.label)),
    ).to.include.members(['binary', 'ordinal', 'numeric', 'nominal']);
  });
  it('explains a key', async () => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, '\nrespondents', 3),
    );
    const text = hovers.flatMap(({ contents }) => contents as MarkdownString[]).map(({ value }) => value);
    expect(text.join('\n')).to.contain('respondents');
  });
  it('outlines conditions and outcomes', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = (all: readonly DocumentSymbol[]): string[] =>
      all.flatMap(({ name, children }) => [name, ...names(children)]);
    expect(names(symbols)).to.include.members(['survival', 'mortality', 'choose_b']);
  });
  it('leads from a use of a factor to its definition', async () => {
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      placeOf(document, 'factors: {frame', 1),
    );
    expect(found.map(({ range }) => document.lineAt(range.start.line).text.trim())).to.deep.equal(['frame:']);
  });
});
