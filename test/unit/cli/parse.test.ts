import { expect } from 'chai';
import { simulateCommand } from '../../../src/cli/commands/simulate';
import { simulateOptions } from '../../../src/cli/simulateOptions';
import { validateCommand } from '../../../src/cli/commands/validate';
import { parse } from '../../../src/cli/parse';
import type { VignetteError } from '../../../src/util/errors';
import { asVignetteError } from '../../../src/util/errors';

function problem(work: () => unknown): VignetteError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return asVignetteError(error);
  }
}

const simulate = (...argv: readonly string[]) => simulateOptions(parse(simulateCommand, argv));

describe('arguments of the command line', () => {
  it('become the options of a run, with nothing in them that was not given', () => {
    expect(simulate('s.study.yaml')).to.deep.equal({ study: 's.study.yaml', budget: {} });
    expect(
      simulate(
        's.study.yaml',
        '--condition=gain',
        '--condition',
        'loss',
        '--outcome',
        'a,b',
        '--seed',
        '7',
        '--fresh',
        '--budget-usd',
        '0.5',
      ),
    ).to.deep.equal({
      study: 's.study.yaml',
      conditions: ['gain', 'loss'],
      outcomes: ['a', 'b'],
      seed: 7,
      fresh: true,
      budget: { usd: 0.5 },
    });
  });
  it('name the nearest flag for one that does not exist', () => {
    const error = problem(() => simulate('s.study.yaml', '--sed', '1'));
    expect(error).to.include({ code: 'usage/unknown-flag', help: 'Did you mean --seed?', audience: 'usage' });
  });
  it('refuse short flags, which there are none of', () => {
    expect(problem(() => simulate('s.study.yaml', '-n', '3'))).to.include({ code: 'usage/unknown-flag' });
  });
  it('refuse a flag without its value and a switch with one', () => {
    expect(problem(() => simulate('s', '--seed'))).to.include({ code: 'usage/missing-value' });
    expect(problem(() => simulate('s', '--seed', '--fresh'))).to.include({ code: 'usage/missing-value' });
    expect(problem(() => simulate('s', '--fresh=yes'))).to.include({ code: 'usage/unexpected-value' });
  });
  it('refuse numbers that are none, not whole, or out of bounds', () => {
    for (const value of ['many', '', '1.5', '0', '-3', 'Infinity'])
      expect(
        problem(() => simulate('s', `--respondents=${value}`)),
        value,
      ).to.include({
        code: 'usage/bad-value',
      });
  });
  it('refuse a strategy that does not exist, listing those that do', () => {
    expect(problem(() => simulate('s', '--strategy', 'guess'))?.help).to.equal(
      'It is one of: direct, reason, few-shot, verbalize, logprob, marginal, group, baseline.',
    );
  });
  it('want the address and the model of an endpoint together, and no other model', () => {
    expect(problem(() => simulate('s', '--base-url', 'http://x/v1'))).to.include({ code: 'usage/endpoint' });
    expect(
      problem(() => simulate('s', '--base-url', 'http://x/v1', '--api-model', 'm', '--model', 'gpt')),
    ).to.include({ code: 'usage/endpoint' });
    expect(simulate('s', '--base-url', 'http://x/v1', '--api-model', 'm').endpoint).to.deep.equal({
      baseUrl: 'http://x/v1',
      apiModel: 'm',
    });
  });
  it('count the arguments, unless help is asked for', () => {
    expect(problem(() => parse(validateCommand, []))).to.include({ code: 'usage/missing-argument' });
    expect(problem(() => parse(simulateCommand, ['a', 'b']))).to.include({
      code: 'usage/too-many-arguments',
    });
    expect(parse(validateCommand, ['--help']).switch('help')).to.equal(true);
  });
  it('take what follows -- as arguments', () => {
    expect(parse(validateCommand, ['--', '--odd-name.study.yaml']).positionals).to.deep.equal([
      '--odd-name.study.yaml',
    ]);
  });
});
