import { expect } from 'chai';
import { completions } from '../../../../src/language/completion';
import type { Completion } from '../../../../src/language/types';
import { changed, GOOD } from '../../study/texts';
import { anEnvironment, atCursor } from '../places';

function proposed(text: string, label: string): Completion | undefined {
  const { document, position } = atCursor(text);
  return completions(document, position, anEnvironment()).find((one) => one.label === label);
}

describe('what is written behind a key', () => {
  it('is a place for the value, and proposals are asked for again', () => {
    const found = proposed(changed('    scale: agree7\n', '    scale: agree7\n    ro│\n'), 'role');
    expect(found && [found.insert, found.snippet, found.again]).to.deep.equal(['role: $0', true, true]);
  });

  it('is what must be there, a stop for each part', () => {
    expect(proposed('│', 'outcomes')?.insert).to.equal(
      'outcomes:\n  ${1:name}:\n    question: $2\n    scale: $0',
    );
    expect(proposed(`${GOOD}contr│`, 'contrasts')?.insert).to.match(
      /^contrasts:\n {2}- outcome: \$1\n {4}treatment: \$/,
    );
    expect(proposed(`${GOOD}pan│`, 'panel')?.insert).to.equal('panel:\n  size: $0');
  });

  it('stays on the line in braces', () => {
    expect(proposed(changed('loss: {factors: {frame: loss}, ', 'loss: {│, '), 'factors')?.insert).to.equal(
      'factors: {$0}',
    );
    expect(proposed(`${GOOD}contrasts:\n  - {pub│}\n`, 'published')?.insert).to.equal(
      'published: {estimate: $0}',
    );
  });

  it('is nothing where a colon stands already', () => {
    expect(proposed(changed('    question: Which', '    ques│: Which'), 'question')?.insert).to.equal(
      'question',
    );
  });

  it('keeps what means something in snippets out of names', () => {
    const text = changed('frame: {gain: "200', 'a$1: {x: y}\n  frame: {gain: "200');
    expect(proposed(changed('factors: {frame: loss}', 'factors: {│}', text), 'a$1')?.insert).to.equal(
      'a\\$1: $0',
    );
  });
});
