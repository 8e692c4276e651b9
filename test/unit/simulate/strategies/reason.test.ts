import { expect } from 'chai';
import { anOrdinalScale, anOutcome, aHumanRow, aPerson, aStudy, humanData } from '../../../fakes/builders';
import { aText } from '../../../fakes/fakeModel';
import { askingOf, callsOf, planOf, readBy, textsOf } from './asked';

const study = aStudy({ outcomes: [anOutcome('choice', { scale: anOrdinalScale({ points: 4 }) })] });
const human = humanData([aHumanRow(aPerson('a', { age: '30' }), 'gain', { choice: 2 })]);
const plan = planOf(study, human, { strategy: 'reason' });

describe('the strategy reason', () => {
  it('asks for thoughts first and then for the answer alone on the last line', () => {
    const [text = ''] = textsOf(plan);
    expect(text).to.contain('First think, in at most three short sentences.');
    const [direct = ''] = textsOf(planOf(study, human, { strategy: 'direct' }));
    expect(direct).not.to.contain('First think');
    expect(text.replace(/First think[^]*For the last line: /, '')).to.equal(direct);
  });

  it('asks in the language of the study', () => {
    const [text = ''] = textsOf(planOf({ ...study, language: 'de' }, human, { strategy: 'reason' }));
    expect(text).to.contain('Denken Sie zuerst nach');
  });

  it('leaves room for the thoughts, and asks each person by themselves', () => {
    const [call] = callsOf(plan);
    expect(call).to.have.nested.include({ kind: 'text', 'sampling.maxTokens': 512, 'sampling.topP': 1 });
    expect(askingOf(plan).merges).to.equal(false);
  });

  it('reads the last line only, as strictly as a bare answer', () => {
    expect(readBy(plan, aText('Of 4 options, 2 seem fair to me.\n\n3.\n'))).to.deep.include({
      kind: 'answer',
      code: 3,
    });
    expect(readBy(plan, aText('3'))).to.deep.include({ kind: 'answer', code: 3 });
    for (const [reply, reason] of [
      ['3\nThat is what I think.', 'not-a-number'],
      ['I weigh it.\nAnswer: 3', 'not-a-number'],
      ['I weigh it.\n9', 'out-of-range'],
      ['', 'empty'],
      ['I cannot answer that as an AI.', 'refusal'],
    ] as const)
      expect(readBy(plan, aText(reply)), reply).to.include({ kind: 'failure', reason, raw: reply });
  });

  it('takes a reply that filled its room for cut off, though it ends in a number', () => {
    const usage = { in: 90, out: 512, cachedIn: 0 };
    expect(readBy(plan, aText('I think of 12 things:\n1', usage))).to.include({ reason: 'malformed' });
    expect(readBy(plan, aText('Enough.\n1', { ...usage, estimated: true } as never))).to.include({ code: 1 });
  });

  it('refuses a text, which is an answer of its own, and names what can ask for it', () => {
    const text = aStudy({ outcomes: [anOutcome('why', { scale: { type: 'text' } as never })] });
    expect(() => planOf(text, undefined, { strategy: 'reason' }))
      .to.throw()
      .with.property('code', 'strategy/scale');
  });
});
