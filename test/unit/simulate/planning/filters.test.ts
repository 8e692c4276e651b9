import { expect } from 'chai';
import { makePlan, type Plan } from '../../../../src/simulate/plan';
import { runSettings } from '../../../../src/simulate/settings';
import type { RunSettings } from '../../../../src/simulate/types';
import type { HumanData } from '../../../../src/data/types';
import type { AskIf, Study } from '../../../../src/study/types';
import {
  aCondition,
  aHumanRow,
  aMargin,
  aPanel,
  aPerson,
  aProfileField,
  aStudy,
  anOutcome,
  humanData,
  someRespondents,
} from '../../../fakes/builders';

const owners: AskIf = { kind: 'column', column: 'owner', is: ['1'] };
const gated: AskIf = { kind: 'outcome', outcome: 'gate', is: [1] };

/** Outcomes `gate` and, behind a filter, `rent`, in one condition. */
function study(askIf: AskIf, change: Partial<Study> = {}): Study {
  return aStudy({
    conditions: [aCondition('all'), aCondition('new')],
    outcomes: [anOutcome('gate', { ask: ['all', 'new'] }), anOutcome('rent', { ask: ['all', 'new'], askIf })],
    respondents: someRespondents({
      profile: [aProfileField('owner', { values: [{ data: '1', label: 'Owns a home' }] })],
    }),
    ...change,
  });
}

const [a, b, c] = [
  aPerson('a', { owner: 'Owns a home' }),
  aPerson('b', { owner: 'Owns a home' }),
  aPerson('c', { owner: '0' }),
];

const human = humanData([
  aHumanRow(a, 'all', { gate: 1, rent: 3 }),
  aHumanRow(b, 'all', { gate: 2 }),
  aHumanRow(c, 'all', { gate: 1, rent: 2 }),
]);

function asked(
  of: Study,
  data: HumanData | undefined,
  overrides: Partial<RunSettings> = {},
): readonly string[] {
  const plan: Plan = makePlan(of, data, runSettings(of, { outcomes: ['rent'], ...overrides }));
  return [...plan.tasks()].map(({ person, condition }) => `${person.id} ${condition}`);
}

describe('a question behind a filter', () => {
  it('is asked as in the data where the data say who was asked', () => {
    expect(asked(study(owners), human, { conditions: ['all'] })).to.deep.equal(['a all', 'c all']);
  });

  it('is asked of those with a value in a column, in the words of the persona, where they do not', () => {
    expect(asked(study(owners), human, { assign: 'all', conditions: ['all'] })).to.deep.equal([
      'a all',
      'b all',
    ]);
    expect(asked(study(owners), human, { conditions: ['new'] })).to.deep.equal(['a new', 'b new']);
  });

  it('is asked of people of a panel by its margins', () => {
    const panel = aPanel({ size: 200, margins: [aMargin('owner', { 1: 0.25, 0: 0.75 })] });
    const count = asked(study(owners, { panel }), human, { conditions: ['all'] }).length;
    expect(count).to.be.within(30, 70);
  });

  it('is refused when its column is no part of the persona', () => {
    const none = study(owners, { respondents: someRespondents() });
    expect(() => asked(none, human, { assign: 'all' }))
      .to.throw(/column owner/)
      .with.property('code', 'simulate/unsupported');
  });

  it('follows the human answer to another question in a cell that nobody answered', () => {
    expect(asked(study(gated), human, { conditions: ['new'] })).to.deep.equal(['a new', 'c new']);
  });

  it('follows the answer of the same condition where there is one', () => {
    const both = humanData([...human.rows, aHumanRow(a, 'new', { gate: 2 })]);
    expect(asked(study(gated), both, { conditions: ['new'] })).to.deep.equal(['c new']);
  });

  it('is refused when it depends on answers that people did not give in reality', () => {
    for (const [data, overrides] of [
      [human, { assign: 'all' }],
      [undefined, {}],
    ] as const)
      expect(() => asked(study(gated), data, overrides))
        .to.throw(/answers to gate/)
        .with.property('code', 'simulate/unsupported');
  });

  it('does not keep other questions from being asked', () => {
    expect(asked(study(gated), undefined, { outcomes: ['gate'], respondents: 1 })).to.deep.equal([
      'Person 1 all',
      'Person 1 new',
    ]);
  });
});
