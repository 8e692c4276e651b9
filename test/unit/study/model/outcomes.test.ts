import { expect } from 'chai';
import { readStudy } from '../../../../src/study/read';
import type { Outcome, Scale } from '../../../../src/study/types';
import { changed, GOOD } from '../texts';

function outcomeOf(text: string, i = 1): Outcome {
  const outcome = readStudy(text).study.outcomes[i];
  if (!outcome) throw new Error('no such outcome');
  return outcome;
}

function withScale(scale: string, more = ''): string {
  return changed('    scale: agree7\n', `    scale: ${scale}\n${more}`);
}

function scaleOf(scale: string): Scale {
  return outcomeOf(withScale(scale)).scale;
}

const MATRIX =
  '{type: matrix, of: agree7, items: {police: The police, courts: {text: The courts, wording: described}}}';

describe('a matrix', () => {
  it('becomes one outcome an item, with all that the outcome says', () => {
    const text = withScale(MATRIX, '    ask: [loss]\n    higher: more trust\n');
    const { study, diagnostics } = readStudy(text);
    expect(diagnostics).to.deep.equal([]);
    expect(study.outcomes.map(({ id }) => id)).to.deep.equal(['choice', 'trust.police', 'trust.courts']);
    expect(study.outcomes[1]).to.deep.include({
      question: 'How much do you trust this?\n\nThe police',
      matrix: { outcome: 'trust', item: 'police' },
      ask: ['loss'],
      higher: 'more trust',
      wording: 'verbatim',
    });
    expect(study.outcomes[2]?.wording).to.equal('described');
    expect(study.outcomes[1]?.scale).to.deep.equal(study.outcomes[2]?.scale);
  });

  it('may read differently in a condition, or leave an item out there', () => {
    const text = withScale(
      MATRIX,
      '    in: {loss: {question: And now?, scale: {labels: {7: Fully}, items: {police: Your police, courts: null}}}}\n',
    );
    const { outcomes } = readStudy(text).study;
    expect(outcomes[1]?.variants.map(({ question }) => question)).to.deep.equal(['And now?\n\nYour police']);
    const scale = outcomes[1]?.variants[0]?.scale;
    expect(scale?.type === 'ordinal' && scale.options.at(-1)?.label).to.equal('Fully');
    expect(outcomes.map(({ ask }) => ask)).to.deep.equal([['gain', 'loss'], ['gain', 'loss'], ['gain']]);
  });

  it('has its items named where one outcome is meant, and as a whole where several may be', () => {
    const parts = [
      'contrasts: [{outcome: trust.police, treatment: loss}]',
      'scores: {institutions: {of: [trust], reverse: [trust.courts]}}',
      'expect: [{outcome: trust, w1: {below: 0.1}}]',
      'respondents: {data: d.csv, outcomes: {trust.police: q2_1}}',
    ];
    const { study, diagnostics } = readStudy(`${withScale(MATRIX)}${parts.join('\n')}\n`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    expect(study.contrasts.map(({ outcome }) => outcome)).to.deep.equal(['trust.police']);
    expect(study.scores).to.deep.equal([
      {
        id: 'institutions',
        of: ['trust.police', 'trust.courts'],
        reverse: ['trust.courts'],
        combine: 'mean',
      },
    ]);
    expect(study.expectations.map((one) => one.kind === 'w1' && one.outcome)).to.deep.equal([
      'trust.police',
      'trust.courts',
    ]);
    expect(study.respondents?.outcomes.map(({ column }) => column)).to.deep.equal([
      'choice',
      'q2_1',
      'trust.courts',
    ]);
  });

  it('is unknown as a whole where one answer is meant, and so is an item that it has not', () => {
    const filter =
      withScale(MATRIX).replace('role', 'role') +
      'respondents: {data: d.csv, outcomes: {trust: q, trust.polise: p}}\n';
    expect(readStudy(filter).diagnostics.map(({ code, message }) => [code, message])).to.deep.equal([
      ['reference/unknown', 'There is no outcome `trust`.'],
      ['reference/unknown', 'There is no item of the matrix `polise`.'],
    ]);
  });
});

describe('scales that are answered with more than one number', () => {
  it('keep their options in order, and bounds within the number of options', () => {
    expect(scaleOf('{type: multiselect, options: {3: C, 1: A, 2: B}, max: 9}')).to.deep.equal({
      type: 'multiselect',
      options: [
        { code: 3, label: 'C' },
        { code: 1, label: 'A' },
        { code: 2, label: 'B' },
      ],
      min: 0,
      max: 3,
      dontKnow: undefined,
    });
    expect(scaleOf('{type: rank, options: {1: A, 2: B, 3: C}, top: 2}')).to.deep.include({
      type: 'rank',
      top: 2,
    });
    expect(scaleOf('{type: rank, options: {1: A, 2: B, 3: C}}')).to.deep.include({ top: 3 });
    expect(scaleOf('{type: allocate, options: {1: A, 2: B}, total: 10}')).to.deep.include({ total: 10 });
    expect(scaleOf('{type: allocate, options: {1: A, 2: B}}')).to.deep.include({ total: 100 });
  });

  it('merge what differs in a condition', () => {
    const text = withScale(
      '{type: rank, options: {1: A, 2: B, 3: C}, top: 2}',
      '    in: {loss: {scale: {options: {3: null}, top: 1}}}\n',
    );
    expect(outcomeOf(text).variants[0]?.scale).to.deep.include({
      top: 1,
      options: [
        { code: 1, label: 'A' },
        { code: 2, label: 'B' },
      ],
    });
  });

  it('of a conjoint keep attributes, levels and restrictions as text', () => {
    const attributes =
      '{rate: {label: Top rate, levels: {5: "5%", low: "<75%", 01: ""}}, party: {levels: {a: A, b: B}}}';
    const scale = `{type: choice, tasks: 8, alternatives: 2, attributes: ${attributes}, restrict: [{rate: 5, party: [a, b]}]}`;
    const document = readStudy(withScale(scale));
    expect(document.diagnostics).to.deep.equal([]);
    expect(document.study.outcomes[1]?.scale).to.deep.equal({
      type: 'choice',
      tasks: 8,
      alternatives: 2,
      attributes: [
        {
          id: 'rate',
          label: 'Top rate',
          levels: [
            { id: '5', text: '5%' },
            { id: 'low', text: '<75%' },
            { id: '01', text: '' },
          ],
        },
        {
          id: 'party',
          label: 'party',
          levels: [
            { id: 'a', text: 'A' },
            { id: 'b', text: 'B' },
          ],
        },
      ],
      restrict: [
        [
          { attribute: 'rate', levels: ['5'] },
          { attribute: 'party', levels: ['a', 'b'] },
        ],
      ],
    });
  });

  it('of text have a rubric with a scale of one number, which may be named', () => {
    const scale = scaleOf('{type: text, maxWords: 50, rubric: {question: How angry?, scale: agree7}}');
    expect(
      scale.type === 'text' && [scale.maxWords, scale.rubric?.question, scale.rubric?.scale.type],
    ).to.deep.equal([50, 'How angry?', 'ordinal']);
    expect(scaleOf('{type: text}')).to.deep.equal({ type: 'text', maxWords: undefined, rubric: undefined });
  });
});

describe('a number without bounds', () => {
  it('has a range to compare by where one is declared', () => {
    const transform = { kind: 'log', from: 0, to: 1000 };
    expect(scaleOf('{type: numeric, transform: {kind: log, from: 0, to: 1000}}')).to.deep.include({
      transform,
    });
    expect(scaleOf('{type: numeric, transform: {kind: log, from: 9, to: 1}}')).to.deep.include({
      transform: undefined,
    });
  });
});

describe('checks and filters', () => {
  it('are read with their codes, or with the words of a column', () => {
    const text = withScale(
      'agree7',
      '    role: attention\n    correct: [7, 6]\n    askIf: {outcome: choice, is: [1]}\n',
    );
    expect(outcomeOf(text)).to.deep.include({
      role: 'attention',
      correct: [7, 6],
      askIf: { kind: 'outcome', outcome: 'choice', is: [1] },
    });
    const column = withScale('agree7', '    askIf: {column: owner, is: [yes, 01]}\n');
    expect(outcomeOf(column).askIf).to.deep.equal({ kind: 'column', column: 'owner', is: ['yes', '01'] });
    expect(readStudy(column).diagnostics.map(({ severity }) => severity)).to.deep.equal([]);
  });

  it('name outcomes that exist', () => {
    const text = `${GOOD}    askIf: {outcome: chioce, is: [1]}\n`;
    expect(readStudy(text).diagnostics.map(({ code }) => code)).to.include('reference/unknown');
  });
});
