import { expect } from 'chai';
import { commands } from 'vscode';
import { ourExtension } from './support';

describe('activation', () => {
  it('takes at most 50 ms', async () => {
    const extension = ourExtension();
    expect(extension.packageJSON).to.have.property('name', 'vignette');
    const began = performance.now();
    const { activationMs } = await extension.activate();
    console.log(
      `      activation ${activationMs.toFixed(1)} ms; with loading, ${(performance.now() - began).toFixed(1)} ms`,
    );
    expect(activationMs).to.be.at.most(50);
  });
  it('starts no run process by itself', async () => {
    const { runProcess } = await ourExtension().activate();
    expect(runProcess()).to.equal(undefined);
  });
  it('registers every command that it contributes', async () => {
    const { contributes } = ourExtension().packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const registered = await commands.getCommands(true);
    expect(registered).to.include.members(contributes.commands.map(({ command }) => command));
  });
});
