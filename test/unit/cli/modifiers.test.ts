import { expect } from 'chai';
import { planCommand } from '../../../src/cli/commands/plan';
import { promptCommand } from '../../../src/cli/commands/prompt';
import { simulateCommand } from '../../../src/cli/commands/simulate';
import { parse } from '../../../src/cli/parse';
import { simulateOptions } from '../../../src/cli/simulateOptions';
import type { PersonaSelection } from '../../../src/study/types';
import { asVignetteError } from '../../../src/util/errors';

const commands = [simulateCommand, planCommand, promptCommand];

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return asVignetteError(error).code;
  }
}

describe('the flags of modifiers', () => {
  it('are those of simulate, plan and prompt alike', () => {
    const argv = 's --draws 3 --orders both --frames 5 --person 2 --persona none --randomised'.split(' ');
    for (const command of commands)
      expect(simulateOptions(parse(command, argv)).modifiers).to.deep.equal({
        draws: 3,
        orders: 'both',
        frames: 5,
        person: 2,
        persona: { kind: 'none' },
        randomised: true,
      });
  });

  it('name what is told of a person', () => {
    const persona = (text: string): PersonaSelection | undefined =>
      simulateOptions(parse(simulateCommand, ['s', '--persona', text])).modifiers?.persona;
    expect(persona('demographics')).to.deep.equal({ kind: 'demographics' });
    expect(persona('only:age,gender')).to.deep.equal({ kind: 'only', fields: ['age', 'gender'] });
    expect(persona('without: party_id')).to.deep.equal({ kind: 'without', fields: ['party_id'] });
  });

  it('are refused outside of what they can be', () => {
    for (const [flag, value] of [
      ['--draws', '0'],
      ['--draws', '1001'],
      ['--orders', 'backward'],
      ['--frames', '6'],
      ['--person', '4'],
      ['--person', '1.5'],
      ['--persona', 'everything'],
      ['--persona', 'only:'],
    ] as const)
      expect(codeOf(() => simulateOptions(parse(simulateCommand, ['s', flag, value])))).to.equal(
        'usage/bad-value',
      );
  });
});
