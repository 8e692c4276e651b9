import { expect } from 'chai';
import { compare } from '../../../src/results/compare';
import { diffSetups, textDiff } from '../../../src/results/diff';
import { answersOf } from '../evaluate/builders';
import { aThreePointCell, someResults } from '../../fakes/resultsBuilders';

const repeat = (code: number, times: number) => new Array<number>(times).fill(code);

/** Shares of codes on three points as a cell of a results file has them. */
function cellOf(condition: string, codes: readonly number[]) {
  const share = (code: number) => codes.filter((each) => each === code).length / codes.length;
  return aThreePointCell({
    condition,
    nPredicted: codes.length,
    predicted: { 1: share(1), 2: share(2), 3: share(3) },
  });
}

function resultsOf(cells: Readonly<Record<string, readonly number[]>>, answers: string) {
  return someResults({
    setup: { hashes: { study: 'a1', data: 'b2', answers } },
    evaluation: {
      run: `run ${answers}`,
      cells: Object.entries(cells).map(([condition, codes]) => cellOf(condition, codes)),
    },
  });
}

function recordsOf(cells: Readonly<Record<string, readonly number[]>>) {
  return Object.entries(cells).flatMap(([condition, codes]) => answersOf(condition, codes));
}

const low = [...repeat(1, 40), ...repeat(2, 10)];
const high = [...repeat(3, 40), ...repeat(2, 10)];
const mixed = [...repeat(1, 17), ...repeat(2, 17), ...repeat(3, 16)];

describe('comparing two runs whose answers are at hand', () => {
  const before = { gain: low, loss: mixed };
  const after = { gain: high, loss: [...mixed].reverse() };
  const comparison = compare(resultsOf(before, 'x'), resultsOf(after, 'y'), {
    a: recordsOf(before),
    b: recordsOf(after),
  });

  it('swaps within people and finds the cell that moved', () => {
    expect(comparison.pairing).to.equal('people');
    expect(comparison.cells.map(({ moved }) => moved)).to.deep.equal([true, false]);
    expect(comparison.summary).to.equal('1 of 2 cells moved by more than chance.');
  });

  it('says how far and with which p', () => {
    const [gain, loss] = comparison.cells;
    expect(gain?.w1).to.be.closeTo(0.8, 1e-12);
    expect(gain?.meanChange).to.be.closeTo(1.6, 1e-12);
    expect(gain?.meanChangePoints).to.be.closeTo(80, 1e-9);
    expect(gain?.p).to.equal(1 / 1001);
    expect(loss?.pAdjusted).to.be.at.least(loss?.p ?? 1);
    expect(loss?.p).to.be.greaterThan(0.05);
  });

  it('gives the interval of the paired differences', () => {
    const [low95, high95] = comparison.cells[0]?.ci ?? [NaN, NaN];
    const differences = high.map((code, index) => code - (low[index] ?? NaN));
    const mean = 1.6;
    const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / 49;
    expect((high95 - low95) / 2).to.be.closeTo(2.009575 * Math.sqrt(variance / 50), 1e-5);
  });

  it('gives the same numbers again', () => {
    const again = compare(resultsOf(before, 'x'), resultsOf(after, 'y'), {
      a: recordsOf(before),
      b: recordsOf(after),
    });
    expect(again).to.deep.equal(comparison);
  });
});

describe('comparing two runs from their results files alone', () => {
  it('is unpaired and finds what is far apart', () => {
    const comparison = compare(
      resultsOf({ gain: low, loss: mixed }, 'x'),
      resultsOf({ gain: high, loss: mixed }, 'y'),
    );
    expect(comparison.pairing).to.equal('none');
    expect(comparison.cells.map(({ moved }) => moved)).to.deep.equal([true, false]);
    expect(comparison.cells[1]?.p).to.equal(1);
  });

  it('says that nothing moved when nothing did', () => {
    const other = [...repeat(1, 16), ...repeat(2, 17), ...repeat(3, 17)];
    const comparison = compare(resultsOf({ gain: mixed }, 'x'), resultsOf({ gain: other }, 'y'));
    expect(comparison.summary).to.equal('No cell moved by more than chance.');
    expect(comparison.identicalByConstruction).to.equal(false);
  });

  it('does not call a change below the smallest of interest a move', () => {
    const many = [...repeat(1, 50_000), ...repeat(2, 50_000)];
    const more = [...repeat(1, 48_500), ...repeat(2, 51_500)];
    const [cell] = compare(resultsOf({ gain: many }, 'x'), resultsOf({ gain: more }, 'y')).cells;
    expect(cell?.pAdjusted).to.be.lessThan(0.05);
    expect(cell?.meanChangePoints).to.be.closeTo(0.75, 1e-9);
    expect(cell?.moved).to.equal(false);
  });

  it('leaves out cells that only one run has', () => {
    const comparison = compare(resultsOf({ gain: low }, 'x'), resultsOf({ loss: low }, 'y'));
    expect(comparison.cells).to.deep.equal([]);
    expect(comparison.summary).to.equal('The two runs have no cell in common.');
  });

  it('measures nominal cells by total variation and gives them no mean', () => {
    const nominal = (predicted: Record<string, number>) =>
      someResults({ evaluation: { cells: [aThreePointCell({ type: 'nominal', range: null, predicted })] } });
    const [cell] = compare(nominal({ 1: 1, 2: 0, 3: 0 }), nominal({ 1: 0, 2: 0, 3: 1 })).cells;
    expect([cell?.w1, cell?.meanChange, cell?.ci, cell?.moved]).to.deep.equal([null, null, null, true]);
  });
});

describe('a run compared with itself', () => {
  it('is identical by construction', () => {
    const comparison = compare(someResults(), someResults());
    expect(comparison.identicalByConstruction).to.equal(true);
    expect(comparison.summary).to.equal('Identical by construction.');
    expect(comparison.moved).to.equal(0);
  });
});

describe('effects of two runs', () => {
  it('say when the sign changed', () => {
    const withEffect = (estimate: number) => {
      const [effect] = someResults().evaluation.effects;
      const predicted = { estimate, se: null, ci: null, points: null, pointsCi: null };
      return someResults({ evaluation: { effects: effect ? [{ ...effect, predicted }] : [] } });
    };
    expect(compare(withEffect(-0.1), withEffect(0.2)).effects).to.deep.equal([
      { id: 'loss-gain', outcome: 'choice', a: -0.1, b: 0.2, observed: 0.239, signChanged: true },
    ]);
    expect(compare(withEffect(0), withEffect(0.2)).effects[0]?.signChanged).to.equal(false);
  });
});

describe('what differs in the set-up', () => {
  it('is said by path, the hash of the answers apart', () => {
    const { setup } = someResults();
    const other = {
      ...setup,
      seed: 2,
      conditions: [...setup.conditions, { id: 'loss', text: 'Other.' }],
      hashes: { ...setup.hashes, answers: 'other' },
    };
    expect(diffSetups(setup, other)).to.deep.equal([
      { path: 'seed', a: '1', b: '2' },
      { path: 'conditions.loss.text', a: '–', b: 'Other.' },
    ]);
  });
});

describe('what differs in the parts that not every study has', () => {
  it('is said by path', () => {
    const { setup } = someResults();
    const other = {
      ...setup,
      items: [{ id: 'a', text: 'Headline.' }],
      panel: '500 people',
      contrasts: [{ id: 'loss-gain', text: 'loss − gain; adjusted for age' }],
      scores: [{ id: 'trust', text: 'mean of one, two' }],
    };
    expect(diffSetups(setup, other)).to.deep.equal([
      { path: 'panel', a: 'null', b: '500 people' },
      { path: 'items.a.text', a: '–', b: 'Headline.' },
      { path: 'contrasts.loss-gain', a: '–', b: 'loss − gain; adjusted for age' },
      { path: 'scores.trust', a: '–', b: 'mean of one, two' },
    ]);
  });
});

describe('cells of items', () => {
  it('are compared item by item', () => {
    const withItems = (first: readonly number[], second: readonly number[]) => {
      const cells = [first, second].map((codes, at) => ({
        ...cellOf('gain', codes),
        item: at === 0 ? 'a' : 'b',
      }));
      return someResults({ evaluation: { cells } });
    };
    const answers = (first: readonly number[], second: readonly number[]) => [
      ...answersOf('gain', first).map((record) => ({ ...record, item: 'a' })),
      ...answersOf('gain', second).map((record) => ({ ...record, item: 'b' })),
    ];
    const { cells, pairing } = compare(withItems(low, mixed), withItems(high, mixed), {
      a: answers(low, mixed),
      b: answers(high, mixed),
    });
    expect(pairing).to.equal('people');
    expect(cells.map(({ item, w1, moved }) => [item, w1, moved])).to.deep.equal([
      ['a', 0.8, true],
      ['b', 0, false],
    ]);
  });
});

describe('the text diff', () => {
  it('shows changed lines under both names', () => {
    const lines = textDiff('a\nb\n', 'a\nc\n', { a: 'one.yaml', b: 'two.yaml' }).split('\n');
    expect(lines).to.include('-b').and.to.include('+c').and.to.include('--- one.yaml');
  });

  it('is nothing for equal texts', () => {
    expect(textDiff('a', 'a', { a: 'one', b: 'two' })).to.equal('');
  });
});
