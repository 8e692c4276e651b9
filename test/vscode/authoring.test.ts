import { expect } from 'chai';
import {
  commands,
  languages,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  type CodeAction,
  type CodeLens,
  type CompletionList,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode';
import { templates } from '../../src/app/authoring/templates';
import { aStudy, codesOf, eventually, fileAt, placeOf, replace } from './support';

const framing = `vignette: 1
id: framing
title: Gain and loss
factors:
  frame: {gain: 200 are saved., loss: 400 die.}
conditions:
  gain: {control: true, factors: {frame: gain}, text: "{{ frame }}"}
  loss: {factors: {frame: loss}, text: "{{ frame }}"}
outcomes:
  choice:
    question: Which one?
    scale: {type: binary, options: {1: A, 2: B}}
    ask: [gain, loss]
contrasts:
  - {id: main, outcome: choice, treatment: loss, control: gain}
`;

function at<T>(
  command: string,
  document: TextDocument,
  text: string,
  back = 1,
  ...more: unknown[]
): Thenable<T> {
  return commands.executeCommand<T>(command, document.uri, placeOf(document, text, back), ...more);
}

describe('writing a study in the editor', () => {
  let document: TextDocument;
  before(async () => {
    document = await aStudy('authoring', framing);
    await eventually(
      'A sound study',
      () => codesOf(document),
      (codes) => codes.length === 0,
    );
  });

  it('renames a condition wherever it is named', async () => {
    const edit = await at<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document,
      '\n  loss',
      1,
      'many',
    );
    expect(await workspace.applyEdit(edit)).to.equal(true);
    const text = document.getText();
    expect(text).to.contain('\n  many: {factors: {frame: loss}').and.to.contain('ask: [gain, many]');
    expect(text).to.contain('treatment: many, control: gain');
    const back = await at<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document,
      '\n  many',
      1,
      'loss',
    );
    await workspace.applyEdit(back);
    expect(document.getText()).to.equal(framing);
  });
  it('renames a factor in the templates too', async () => {
    const edit = await at<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document,
      '{{ frame',
      1,
      'tone',
    );
    const [[, edits] = [document.uri, []]] = edit.entries();
    expect(edits).to.have.length(5);
  });
  it('says why a key of the format cannot be renamed', async () => {
    const refused = await at('vscode.prepareRename', document, '\nconditions', 2).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    expect(refused).to.contain('key of the format');
  });
  it('finds and marks every use of a name', async () => {
    const found = await at<Location[]>('vscode.executeReferenceProvider', document, '\n  loss');
    const marked = await at<DocumentHighlight[]>('vscode.executeDocumentHighlights', document, '\n  loss');
    const lines = [7, 12, 14];
    expect(found.map(({ range }) => range.start.line)).to.have.members(lines);
    expect(marked.map(({ range }) => range.start.line)).to.have.members(lines);
  });
  it('folds the sections, and grows a selection to what is around', async () => {
    const folds = await commands.executeCommand<FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    expect(folds.map(({ start, end }) => `${start} ${end}`)).to.include.members(['5 7', '8 12']);
    const [grown] = await commands.executeCommand<SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [placeOf(document, '\n  loss', 1)],
    );
    expect(document.getText(grown?.range)).to.equal('loss');
    expect(document.getText(grown?.parent?.range)).to.match(/^loss: \{.*\}$/);
  });
  it('colours a name between braces as the factor that it is', async () => {
    const [tokens, legend] = await Promise.all([
      commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri),
      commands.executeCommand<SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      ),
    ]);
    const { line, character } = placeOf(document, '{{ frame', 5);
    expect(tokensOf(tokens, legend)).to.include(`${line}:${character} variable template`);
  });
  it('draws the lenses anew after an edit', async () => {
    const count = async (): Promise<number> => {
      const all = await commands.executeCommand<CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        100,
      );
      return all.filter(({ command }) => /condition/i.test(command?.title ?? '')).length;
    };
    expect(await eventually('Two lenses', count, (found) => found === 2)).to.equal(2);
    await replace(document, '\noutcomes:', '\n  third: {text: Nothing is said.}\noutcomes:');
    expect(await eventually('A third lens', count, (found) => found === 3)).to.equal(3);
    await replace(document, '\n  third: {text: Nothing is said.}', '');
  });
  it('outlines what the study defines', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = (all: readonly DocumentSymbol[]): string[] =>
      all.flatMap(({ name, children }) => [name, ...names(children)]);
    expect(names(symbols)).to.include.members(['frame', 'gain', 'loss', 'choice']);
  });
  it('links the files that it names', async () => {
    const study = await aStudy('linked', `${framing}respondents: {data: linked.csv, condition: arm}\n`);
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', study.uri);
    expect(links.map(({ target }) => target?.path.split('/').at(-1))).to.include('linked.csv');
  });
});

/** `line:character type modifiers` of each token. */
function tokensOf({ data }: SemanticTokens, legend: SemanticTokensLegend): readonly string[] {
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, , type = 0, bits = 0] = data.slice(i, i + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const modifiers = legend.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    found.push([`${line}:${character}`, legend.tokenTypes[type], ...modifiers].join(' '));
  }
  return found;
}

describe('a project file in the editor', () => {
  let project: TextDocument;
  before(async () => {
    project = await workspace.openTextDocument(fileAt('vignette.yaml'));
    await window.showTextDocument(project);
  });
  it('completes its keys', async () => {
    const list = await at<CompletionList>('vscode.executeCompletionItemProvider', project, '\nbudget: {', 0);
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    expect(labels).to.include('tokens');
  });
  it('outlines its models and leads from a study to them', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      project.uri,
    );
    const names = (all: readonly DocumentSymbol[]): string[] =>
      all.flatMap(({ name, children }) => [name, ...names(children)]);
    expect(names(symbols)).to.include('local');
    const document = await aStudy('named', `${framing}simulate: {model: local}\n`);
    const found = await eventually(
      'The definition',
      () => at<Location[]>('vscode.executeDefinitionProvider', document, 'model: local'),
      (places) => places.length > 0,
    );
    expect(found.map(({ uri }) => uri.path.split('/').at(-1))).to.deep.equal(['vignette.yaml']);
  });
});

describe('a model that is not there', () => {
  const project = fileAt('vignette.yaml');
  let kept: Uint8Array;
  before(async () => {
    kept = await workspace.fs.readFile(project);
  });
  afterEach(() => workspace.fs.writeFile(project, kept));

  it('is a problem at its name, and the nearest one a quick fix', async () => {
    const document = await aStudy('misspelt', `${framing}simulate: {model: locl}\n`);
    await eventually(
      'The problem',
      () => codesOf(document),
      (codes) => codes.includes('model/unknown'),
    );
    const [problem] = languages.getDiagnostics(document.uri);
    expect(document.getText(problem?.range)).to.equal('locl');
    expect(await titles(document, 'locl')).to.include('Change to local');
  });
  it('is made in a new project file where there is none', async () => {
    await workspace.fs.delete(project);
    const document = await aStudy('projectless', `${framing}simulate: {model: cluster}\n`);
    const title = 'Create vignette.yaml with a model called cluster';
    await eventually(
      'The quick fix',
      () => titles(document, 'cluster'),
      (all) => all.includes(title),
    );
    const end = placeOf(document, 'model: cluster');
    if (window.activeTextEditor) window.activeTextEditor.selection = new Selection(end, end);
    await commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
    await eventually(
      'The file',
      () =>
        workspace.fs.stat(project).then(
          ({ size }) => size > 0,
          () => false,
        ),
      (there) => there,
    );
    const text = new TextDecoder().decode(await workspace.fs.readFile(project));
    expect(text).to.contain('"cluster": { baseUrl:');
    await eventually(
      'The end of the problem',
      () => codesOf(document),
      (codes) => codes.length === 0,
    );
  });

  function actions(document: TextDocument, name: string): Thenable<CodeAction[]> {
    const end = placeOf(document, `model: ${name}`);
    const range = new Range(end.translate(0, -name.length), end);
    return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
  }
  async function titles(document: TextDocument, name: string): Promise<readonly string[]> {
    return (await actions(document, name)).map(({ title }) => title);
  }
});

describe('New Study', () => {
  for (const { id } of templates)
    it(`makes a study of the template ${id}, with its title selected and no error`, async () => {
      await commands.executeCommand('vignette.newStudy', { template: id, name: `new-${id}` });
      const editor = window.activeTextEditor;
      expect(editor?.document.uri.path).to.match(new RegExp(`/new-${id}\\.study\\.yaml$`));
      const text = editor?.document.getText() ?? '';
      expect(text).to.contain(`\nid: new-${id}\n`);
      expect(text).to.contain(`\ntitle: ${editor?.document.getText(editor.selection)}\n`);
      expect(editor?.selection.isEmpty).to.equal(false);
    });
  it('leaves a study of that name as it is', async () => {
    const uri = Uri.joinPath(fileAt(), 'kept.study.yaml');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(framing));
    await commands.executeCommand('vignette.newStudy', { template: 'survey', name: 'kept' });
    expect(window.activeTextEditor?.document.getText()).to.equal(framing);
  });
});
