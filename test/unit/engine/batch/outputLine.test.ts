import { expect } from 'chai';
import { outputLine } from '../../../../src/engine/batch/outputLine';

const line = (fields: object): string => JSON.stringify({ id: 'x', custom_id: 'c', ...fields });

describe('a line of a batch’s output', () => {
  it('is a reply where the response is good and there is no error', () => {
    const body = { choices: [] };
    const response = { status_code: 200, request_id: 'r', body };
    expect(outputLine(line({ response, error: null }))).to.deep.equal({ kind: 'reply', id: 'c', body });
    expect(outputLine(line({ response }))).to.deep.equal({ kind: 'reply', id: 'c', body });
  });

  it('is a failure with what OpenAI says of it', () => {
    const body = { error: { message: 'Too long.', type: 'invalid_request_error' } };
    const refused = line({ response: { status_code: 400, body }, error: null });
    expect(outputLine(refused)).to.deep.equal({ kind: 'failed', id: 'c', status: 400, message: 'Too long.' });
    const expired = line({ response: null, error: { code: 'batch_expired', message: 'It expired.' } });
    expect(outputLine(expired)).to.deep.include({ kind: 'failed', status: null, message: 'It expired.' });
  });

  it('is a failure with what vLLM says of it, in words, in an error or in an error within one', () => {
    const response = { status_code: 400, request_id: 'r', body: null };
    const said = { object: 'error', message: 'Too long.', code: 400 };
    for (const error of ['Too long.', said, { error: said }])
      expect(outputLine(line({ response, error }))).to.deep.equal({
        kind: 'failed',
        id: 'c',
        status: 400,
        message: 'Too long.',
      });
  });

  it('says that no reason was given, and no more than 500 characters', () => {
    expect(outputLine(line({ error: {} }))).to.deep.include({ message: 'no reason given' });
    expect(outputLine(line({ error: 'a'.repeat(600) }))).to.deep.include({ message: 'a'.repeat(500) });
  });

  it('is nothing where it is no JSON, has no id, or neither a response nor an error', () => {
    for (const text of ['', '{', '[]', '7', '{"custom_id":7,"error":"x"}', line({}), line({ response: 'x' })])
      expect(outputLine(text)).to.deep.equal({ kind: 'garbage' });
  });
});
