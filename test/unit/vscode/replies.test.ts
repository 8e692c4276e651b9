import { expect } from 'chai';
import { isRunReply } from '../../../src/vscode/run/replies';

describe('a message of the run process', () => {
  it('is taken when it is one of the protocol', () => {
    expect(isRunReply({ type: 'ready', pid: 7 })).to.equal(true);
    expect(isRunReply({ type: 'status', id: 1, text: 'Loading' })).to.equal(true);
    expect(isRunReply({ type: 'failed', id: 1, error: { code: 'a/b', message: 'm', help: 'h' } })).to.equal(
      true,
    );
    expect(
      isRunReply({ type: 'question', id: 1, question: 1, message: 'm', detail: 'd', yes: 'y' }),
    ).to.equal(true);
  });
  for (const message of [
    null,
    'done',
    [],
    { type: 'done', id: 1 },
    { type: 'done', id: '1', result: {} },
    { type: 'constructor', id: 1 },
    { type: 'failed', id: 1, error: { code: 'a/b' } },
    { type: 'started', id: 1, run: 'r' },
  ]) {
    it(`is refused as ${JSON.stringify(message)}`, () => {
      expect(isRunReply(message)).to.equal(false);
    });
  }
});
