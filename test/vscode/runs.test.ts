import { expect } from 'chai';
import {
  commands,
  TabInputCustom,
  TabInputWebview,
  window,
  workspace,
  type CodeLens,
  type Hover,
  type InlayHint,
  type MarkdownString,
  type TextDocument,
  Range,
  Uri,
} from 'vscode';
import { baselineStudy, eventually, open, ourExtension, placeOf, replace } from './support';

interface End {
  readonly result: { readonly complete: boolean; readonly results: string } | undefined;
  readonly error: { readonly message: string } | undefined;
}

async function titles({ uri }: TextDocument): Promise<readonly string[]> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
  return lenses.map(({ command }) => command?.title ?? '');
}

/** The titles of the open views. */
function webviews(): readonly string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview)
    .map(({ label }) => label);
}

describe('a run from the editor', () => {
  let document: TextDocument;
  let results: Uri;
  before(async () => {
    document = await baselineStudy('framing-baseline');
  });

  it('is announced by its arithmetic', async () => {
    const all = await eventually(
      'The arithmetic',
      () => titles(document),
      (found) => found.some((title) => / = [\d,]+ answers/.test(title)),
    );
    expect(all.join('\n')).to.match(/Simulate study .* × .* = [\d,]+ answers/);
    expect(all.join('\n')).to.match(/Simulate condition .* = [\d,]+ answers/);
  });
  it('writes a results file, in a process of its own', async () => {
    const end = await commands.executeCommand<End>('vignette.simulateStudy', {
      study: document.uri.toString(),
    });
    expect(end.error).to.equal(undefined);
    expect(end.result?.complete).to.equal(true);
    results = Uri.file(end.result?.results ?? '');
    expect((await workspace.fs.stat(results)).size).to.be.greaterThan(500);
    const { runProcess } = await ourExtension().activate();
    expect(runProcess()).to.be.a('number');
    expect(runProcess()).to.not.equal(process.pid);
  });
  it('shows a chart over a condition', async () => {
    await open(document.uri);
    const at = placeOf(document, '\n  survival', 2);
    const text = await eventually(
      'The chart',
      async () =>
        (await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at))
          .flatMap(({ contents }) => contents as MarkdownString[])
          .map(({ value }) => value)
          .join('\n'),
      (found) => found.includes('data:image/svg+xml;base64,'),
    );
    expect(text).to.match(/!\[[^]*W \.\d{3}[^]*\]\(data:image/);
  });
  it('draws text bars beside each condition', async () => {
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = await eventually(
      'The text bars',
      () => commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole),
      (found) => found.length >= 2,
    );
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    expect(labels.filter((label) => /[▁▂▃▄▅▆▇█]+ · [▁▂▃▄▅▆▇█]+/.test(label))).to.have.length(2);
  });
  it('opens the results view beside the study', async () => {
    await eventually('The results view', webviews, (labels) => labels.includes('Results: framing-baseline'));
  });
  it('leaves a file that opens as charts', async () => {
    await commands.executeCommand('vscode.open', results);
    const tab = await eventually(
      'The tab',
      () => window.tabGroups.activeTabGroup.activeTab,
      (found) => found?.input instanceof TabInputCustom,
    );
    expect((tab?.input as TabInputCustom).viewType).to.equal('vignette.results');
  });
  it('is asked for by condition too', async () => {
    const end = await commands.executeCommand<End>('vignette.simulateCondition', {
      study: document.uri.toString(),
      condition: 'mortality',
    });
    expect(end.result?.complete).to.equal(true);
  });
  it('is compared with another run of the study', async () => {
    const document = await baselineStudy('framing-compared');
    const study = document.uri.toString();
    const first = await commands.executeCommand<End>('vignette.simulateStudy', { study });
    await replace(document, 'model: uniform', 'model: pooled');
    const second = await commands.executeCommand<End>('vignette.simulateStudy', { study });
    const [a, b] = [first, second].map(({ result }) => Uri.file(result?.results ?? '').toString());
    await commands.executeCommand('vignette.compareRuns', { a, b });
    await eventually('The comparison', webviews, (labels) =>
      labels.includes('Compare: uniform.baseline ↔ pooled.baseline'),
    );
  });
});
