import { expect } from 'chai';
import { commands, extensions, lm, workspace, Uri } from 'vscode';
import { aProject, PEOPLE } from './smallProject';
import { eventually } from './support';

interface Provider {
  readonly asked: () => readonly string[];
}

describe('a run with a model of the editor', () => {
  it('asks it everything, and says in the results which it was', async function () {
    const provider = extensions.getExtension<Provider>('test.chat-provider');
    if (provider === undefined || !('registerLanguageModelChatProvider' in lm)) return this.skip();
    const { asked } = await provider.activate();
    await eventually(
      'The model',
      () => lm.selectChatModels({ vendor: 'test' }),
      (found) => found.length > 0,
    );
    const project =
      'models:\n  five: {engine: editor, model: test/five, price: {in: 0, out: 0}}\nresults: results\n';
    const [uri] = (await aProject('chat', project, { model: 'five', profile: false }, 'chat')) as [Uri];
    const end = await commands.executeCommand<{
      readonly result?: { readonly complete: boolean; readonly results: string };
      readonly error?: { readonly message: string };
    }>('vignette.simulateStudy', { study: uri.toString() });
    expect(end.error?.message).to.equal(undefined);
    expect(end.result?.complete).to.equal(true);
    expect(asked()).to.have.length(PEOPLE);
    expect(asked()[0]).to.match(/How much do you support the park in chat\?/);
    const results = await workspace.fs.readFile(Uri.file(end.result?.results ?? ''));
    expect(new TextDecoder().decode(results)).to.match(/engine: editor/);
  });
});
