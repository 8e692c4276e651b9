import { expect } from 'chai';
import fc from 'fast-check';
import { readResults, writeResults } from '../../../src/results/file';
import { VignetteError } from '../../../src/util/errors';
import { aConjointCell, aMultiselectCell, anAllocateCell, aRankCell } from '../../fakes/optionBuilders';
import { aThreePointCell, anEffect, someResults } from '../../fakes/resultsBuilders';

function codeOf(text: string): string {
  try {
    readResults(text);
  } catch (error) {
    expect(error).to.be.instanceOf(VignetteError);
    return (error as VignetteError).code;
  }
  return 'read';
}

describe('the canonical text of results', () => {
  const text = writeResults(someResults());

  it('is read back as what was written', () => {
    expect(readResults(text)).to.deep.equal(someResults());
  });

  it('keeps answers on several options, one line a cell, and no word of them where there are none', () => {
    const change = {
      multiselect: [aMultiselectCell()],
      rank: [aRankCell()],
      allocate: [anAllocateCell()],
      conjoint: [aConjointCell()],
    };
    const results = someResults({ evaluation: change });
    expect(readResults(writeResults(results))).to.deep.equal(results);
    expect(writeResults(results)).to.match(/\n {2}rank:\n {4}- \{condition: nant, .*tau: null.*\}\n/);
    expect(text).to.not.match(/multiselect|rank:|allocate/);
  });

  it('has one line a cell', () => {
    const cells = [aThreePointCell(), aThreePointCell({ condition: 'loss' })];
    const lines = writeResults(someResults({ evaluation: { cells } })).split('\n');
    expect(lines.filter((line) => line.startsWith('    - {condition: '))).to.have.length(2);
  });

  it('writes shares with four decimals in the order of the levels', () => {
    expect(text).to.contain('levels: [1, 2, 3], labels: [Low, null, High]');
    expect(text).to.contain('observed: [0.5000, 0.3000, 0.2000]');
  });

  it('keeps shares apart from their levels below zero in the order of the scale', () => {
    const cell = aThreePointCell({
      levels: [-1, 0, 1],
      observed: { '-1': 0.5, 0: 0.3, 1: 0.2 },
      observedIntervals: {},
      predicted: {},
    });
    const again = readResults(writeResults(someResults({ evaluation: { cells: [cell] } })));
    expect(again.evaluation.cells[0]?.observed).to.deep.equal({ '-1': 0.5, 0: 0.3, 1: 0.2 });
  });

  it('writes text of several lines line by line', () => {
    expect(text).to.contain('      text: |-\n        First page.\n\n        Second page.\n');
  });

  it('never writes a negative zero', () => {
    const floor = { mean: 0.05, q95: 0.1, p: 0.5, excess: -0.00001 };
    expect(writeResults(someResults({ evaluation: { cells: [aThreePointCell({ floor })] } }))).to.contain(
      'excess: 0.0000',
    );
  });

  it('changes by one line when one cell changes', () => {
    const other = writeResults(
      someResults({ evaluation: { cells: [aThreePointCell({ predicted: { 1: 0.3, 2: 0.3, 3: 0.4 } })] } }),
    );
    const before = text.split('\n');
    const changed = other.split('\n').filter((line, index) => line !== before[index]);
    expect(changed).to.have.length(1);
  });

  it('is the same again when read and written, whatever the texts and numbers', function () {
    this.timeout(60_000);
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom('a b', '', ' x', '- y', '# z', 'k: v', '\t', 'é', '…', '\r', '---', '😀', '"q"'),
        )
        .map((lines) => lines.join('\n')),
      fc.constantFrom('null', 'true', '~', '1', '-', 'no', '|', '', '\ud800', '\u0085', '\ufeff'),
    );
    const anyNumber = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    const anyShare = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyText, anyText, anyNumber, anyShare, (first, second, number, part) => {
        const written = writeResults(
          someResults({
            setup: { seed: number, prompts: { name: first, system: second, persona: first, ask: second } },
            evaluation: {
              title: first,
              warnings: [first, second],
              cells: [
                aThreePointCell({
                  conditionLabel: second,
                  meanDifference: number,
                  tvd: part,
                  labels: [first, null, second],
                }),
              ],
            },
          }),
        );
        const read = readResults(written);
        expect(writeResults(read)).to.equal(written);
        expect(read.evaluation.warnings).to.deep.equal([first, second]);
        expect(read.setup.prompts.system).to.equal(second);
        expect(read.setup.seed).to.equal(number === 0 ? 0 : number);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what came to the format later', () => {
  const items = [{ id: 'a', text: 'Headline.' }];
  const full = someResults({
    setup: {
      items,
      panel: '500 people, sampled from panel.csv',
      contrasts: [{ id: 'loss-gain', text: 'loss − gain on choice; adjusted for age' }],
      scores: [{ id: 'trust', text: 'mean of one, two' }],
    },
    evaluation: {
      outcomes: [{ id: 'choice', question: 'Which?', type: 'numeric', higher: null, role: 'check' }],
      cells: [
        aThreePointCell({
          item: 'a',
          transform: { kind: 'log', from: 0, to: 100 },
          wInSd: 0.25,
          correct: { observed: 0.5, predicted: null },
        }),
      ],
      effects: [
        anEffect({ kind: 'factor', form: 'frame, additive', method: 'CR2 by respondent, 9 clusters' }),
      ],
      scores: [
        {
          id: 'trust',
          of: ['one', 'two'],
          reverse: ['two'],
          combine: 'mean',
          cells: [aThreePointCell({ outcome: 'trust' })],
          effects: [anEffect({ outcome: 'trust' })],
        },
      ],
      expectations: [{ index: 0, pass: false, value: null, limit: 0, what: 'loss-gain above 0' }],
    },
  });

  it('is read back as what was written', () => {
    expect(readResults(writeResults(full))).to.deep.equal(full);
  });

  it('is not written where it says nothing, so that files of before are written again as they were', () => {
    const text = writeResults(someResults());
    for (const key of [
      'transform',
      'wInSd',
      'correct',
      'kind',
      'form',
      'method',
      'role',
      'expectations',
      'scores',
      'items',
      'panel',
      'contrasts',
    ])
      expect(text).not.to.match(new RegExp(`\\b${key}:`));
    expect(writeResults(readResults(text))).to.equal(text);
  });

  it('has one line a cell with its item', () => {
    const lines = writeResults(full).split('\n');
    expect(
      lines.filter((line) => line.startsWith('    - {condition: gain') && line.includes('item: a,')),
    ).to.have.length(1);
  });
});

describe('a file that only looks like results', () => {
  const text = writeResults(someResults());
  const refused: readonly (readonly [string, string, string])[] = [
    ['prose', 'hello', 'results/format'],
    ['nothing', '', 'results/format'],
    ['a later format', text.replace('format: 1', 'format: 2'), 'results/format'],
    ['broken YAML', `${text}\n  - {`, 'results/syntax'],
    ['a key twice', text.replace('format: 1', 'format: 1\nformat: 1'), 'results/syntax'],
    ['nesting without end', `format: ${'['.repeat(100_000)}`, 'results/syntax'],
    ['a file too large', `format: 1 #${' '.repeat(2 ** 24)}`, 'results/too-large'],
    ['a key that nobody knows', text.replace('seed: 1', 'seed: 1\n  extra: 1'), 'results/shape'],
    ['a prototype key', text.replace('baselines: {uniform', 'baselines: {__proto__'), 'results/shape'],
    ['a constructor key', text.replace('baselines: {uniform', 'baselines: {constructor'), 'results/shape'],
    ['a missing key', text.replace(/ {2}seed: 1\n/, ''), 'results/shape'],
    ['a share above 1', text.replace('observed: [0.5000', 'observed: [1.5000'), 'results/shape'],
    ['a number as text', text.replace('seed: 1', 'seed: "1"'), 'results/shape'],
    ['no number', text.replace('seed: 1', 'seed: .nan'), 'results/shape'],
    ['an endless number', text.replace('seed: 1', 'seed: .inf'), 'results/shape'],
    ['half an answer', text.replace('nObserved: 100', 'nObserved: 99.5'), 'results/shape'],
    ['fewer shares than levels', text.replace('observed: [0.5000, ', 'observed: ['), 'results/shape'],
    ['a level twice', text.replace('levels: [1, 2, 3]', 'levels: [1, 2, 2]'), 'results/shape'],
    ['a list for a mapping', 'format: 1\nsetup: []\ncounts: {}\nevaluation: {}\n', 'results/shape'],
    [
      'a type of scale that nobody knows',
      text.replace('type: ordinal, range', 'type: magic, range'),
      'results/shape',
    ],
  ];
  for (const [what, hostile, code] of refused) {
    it(`refuses ${what}`, () => expect(codeOf(hostile)).to.equal(code));
  }

  it('says where it is wrong', () => {
    const wrong = text.replace('observed: [0.5000', 'observed: [1.5000');
    expect(() => readResults(wrong)).to.throw(
      'evaluation.cells[0].observed[0] should be a number from 0 to 1',
    );
  });
});
