import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { uniformOf } from '../../../src/util/rng';
import { aPerson } from '../../fakes/builders';
import { answerUniform, callSeed, drawCode } from '../../../src/simulate/draw';

interface InverseCdf {
  readonly id: string;
  readonly kind: string;
  readonly input: { readonly levels: number[]; readonly p: number[]; readonly u: number[] };
  readonly expected: { readonly draws: number[] };
}

const file = new URL('../../fixtures/vectors/sampler.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: InverseCdf[] };

describe('drawing an answer from probabilities', () => {
  for (const { id, kind, input, expected } of cases.filter((each) => each.kind === 'inverse-cdf'))
    it(`reproduces ${kind} ${id}`, () => {
      expect(input.u.map((u) => drawCode(input.levels, input.p, u))).to.deep.equal(expected.draws);
    });

  it('refuses probabilities from which nothing can be drawn', () => {
    for (const p of [[], [0, 0], [NaN, 1], [-1, 2], [Infinity, 1]])
      expect(() => drawCode([1, 2], p, 0.5))
        .to.throw()
        .with.property('code', 'draw/no-mass');
  });

  it('rises with the number that decides', () => {
    const p = [0.1, 0.2, 0.4, 0.2, 0.1];
    const u = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(u, u, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(drawCode([1, 2, 3, 4, 5], p, low)).to.be.at.most(drawCode([1, 2, 3, 4, 5], p, high));
      }),
    );
  });

  const task = (id: string, outcome = 'choice', item: string | null = null, draw = 0) => ({
    person: aPerson(id),
    outcome,
    item,
    draw,
  });

  it('has numbers that differ by seed, respondent, outcome, item and draw', () => {
    const base = answerUniform(1, task('a'));
    expect(answerUniform(1, task('a'))).to.equal(base);
    const others = [
      answerUniform(2, task('a')),
      answerUniform(1, task('b')),
      answerUniform(1, task('a', 'trust')),
      answerUniform(1, task('a', 'choice', 'first')),
      answerUniform(1, task('a', 'choice', 'second')),
      answerUniform(1, task('a', 'choice', null, 1)),
    ];
    expect(new Set([base, ...others]).size).to.equal(7);
  });

  it('has the numbers that it had before there were items, where there are none', () => {
    expect(answerUniform(1, task('a'))).to.equal(uniformOf('answer', 1, 'a', 'choice', '', 0));
  });

  it('sends another seed with every replicate, every retry and every item', () => {
    const seedOf = (replicate: number, attempt: number, item: string | null = null) =>
      callSeed(1, { outcome: 'o', item }, { persona: 'p', replicate }, attempt);
    const seeds = [seedOf(0, 0), seedOf(1, 0), seedOf(0, 1), seedOf(0, 0, 'first')];
    expect(new Set(seeds).size).to.equal(4);
    for (const seed of seeds) expect(seed).to.be.within(0, 2 ** 31 - 1);
  });
});
