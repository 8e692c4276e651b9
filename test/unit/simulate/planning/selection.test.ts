import { expect } from 'chai';
import { makePlan, type Plan } from '../../../../src/simulate/plan';
import { runSettings } from '../../../../src/simulate/settings';
import type { RunSettings } from '../../../../src/simulate/types';
import { readStudy } from '../../../../src/study/read';
import type { Study } from '../../../../src/study/types';
import { VignetteError } from '../../../../src/util/errors';
import { aMultiselectScale, anAllocateScale, aRankScale, aTextScale } from '../../../fakes/scales';
import {
  aCondition,
  aMargin,
  aPanel,
  aStudy,
  anItem,
  anOutcome,
  humanData,
  aHumanRow,
  aPerson,
} from '../../../fakes/builders';

function planOf(study: Study, overrides: Partial<RunSettings> = {}): Plan {
  return makePlan(study, undefined, runSettings(study, { respondents: 2, ...overrides }));
}

function cellsOf(plan: Plan): readonly string[] {
  return plan.cells.map(({ condition, outcome, item }) => [condition, outcome, item ?? '-'].join(' '));
}

function problem(make: () => unknown): VignetteError {
  try {
    make();
  } catch (error) {
    if (error instanceof VignetteError) return error;
  }
  throw new Error('It was expected to be refused.');
}

describe('the cells of a plan', () => {
  it('are conditions by outcomes by items', () => {
    const study = aStudy({ items: [anItem('tax'), anItem('jobs')] });
    expect(cellsOf(planOf(study))).to.deep.equal([
      'gain choice tax',
      'gain choice jobs',
      'loss choice tax',
      'loss choice jobs',
    ]);
  });

  it('are those of crossed conditions and of the items of a matrix', () => {
    const { study } = readStudy(`vignette: 1
id: s
title: t
factors:
  frame: {gain: saved, loss: die}
  expert: {absent: "", present: Experts agree.}
crossed: {text: "{{ frame }} {{ expert }}", control: {frame: gain, expert: absent}}
outcomes:
  trust: {question: How much do you trust it?, scale: {type: matrix, of: {type: ordinal, points: 3}, items: {police: The police, courts: The courts}}}
`);
    expect(cellsOf(planOf(study, { conditions: ['gain.present', 'loss.absent'] }))).to.deep.equal([
      'gain.present trust.police -',
      'loss.absent trust.police -',
      'gain.present trust.courts -',
      'loss.absent trust.courts -',
    ]);
  });

  it('leave conditions out that are not to be simulated, and say so', () => {
    const study = aStudy({ conditions: [aCondition('gain'), aCondition('photo', { simulated: false })] });
    const plan = planOf(study);
    expect(cellsOf(plan)).to.deep.equal(['gain choice -']);
    expect(plan.warnings).to.deep.equal(['Not simulated, as the study says: photo.']);
    expect(planOf(study, { conditions: ['gain'] }).warnings).to.deep.equal([]);
  });

  it('are refused for a condition that is not to be simulated', () => {
    const study = aStudy({ conditions: [aCondition('gain'), aCondition('photo', { simulated: false })] });
    expect(problem(() => planOf(study, { conditions: ['photo'] })).code).to.equal('plan/not-simulated');
  });

  it('are those of scales of every type, unless the strategy cannot ask for them', () => {
    const outcomes = [
      anOutcome('plain'),
      anOutcome('apply', { scale: aMultiselectScale() }),
      anOutcome('order', { scale: aRankScale() }),
      anOutcome('share', { scale: anAllocateScale() }),
      anOutcome('why', { scale: aTextScale() }),
    ];
    const study = aStudy({ conditions: [aCondition('gain')], outcomes });
    expect(cellsOf(planOf(study))).to.deep.equal(outcomes.map(({ id }) => `gain ${id} -`));
    for (const { id } of outcomes.slice(1)) {
      const { code, message, help } = problem(() => planOf(study, { outcomes: [id], strategy: 'logprob' }));
      expect(code).to.equal('strategy/scale');
      expect(message).to.include(`logprob cannot ask for ${id}`);
      expect(help).to.include('direct, reason or few-shot');
    }
  });
});

describe('a plan with a panel', () => {
  const panel = aPanel({ size: 50, margins: [aMargin('gender', { Male: 0.5, Female: 0.5 })] });

  it('asks the people of the panel everything, instead of those of the data', () => {
    const human = humanData([aHumanRow(aPerson('a'), 'gain', { choice: 1 })]);
    const study = aStudy({ panel });
    const plan = makePlan(study, human, runSettings(study, { assign: 'data' }));
    expect(plan.people).to.have.length(50);
    expect(plan.total).to.equal(100);
    expect(plan.people.map(({ id }) => id)).not.to.include('a');
  });

  it('asks a sample of the panel when fewer are wanted, and says what the panel is', () => {
    const plan = planOf(aStudy({ panel }), { respondents: 10 });
    expect(plan.people).to.have.length(10);
    expect(plan.warnings).to.have.length(1);
  });
});
