import { expect } from 'chai';
import { evaluate } from '../../../src/evaluate/evaluate';
import type { Scale } from '../../../src/study/types';
import { anOutcome, aStudy } from '../../fakes/builders';
import { answersOf, aRecord, aRun } from './builders';

const text: Scale = { type: 'text', maxWords: undefined, rubric: undefined };

describe('outcomes that are simulated and not evaluated', () => {
  const study = aStudy({
    outcomes: [anOutcome('choice'), anOutcome('why', { scale: text }), anOutcome('else', { scale: text })],
  });
  const words = (outcome: string) => aRecord(9, 'p1', 'gain', { kind: 'words', text: 'So.' }, outcome);

  it('are named with the reason in the warnings', () => {
    const records = [...answersOf('gain', [1, 2]), words('why'), words('else')];
    const { warnings, cells } = evaluate(study, undefined, records, aRun());
    expect(warnings).to.include(
      'evaluate/not-evaluated: Simulated and not evaluated: why, else, answered in words that no `rubric` codes. The answers are in the run.',
    );
    expect(cells.map(({ outcome }) => outcome)).to.deep.equal(['choice']);
  });

  it('are not named where they were not simulated', () => {
    const { warnings } = evaluate(study, undefined, answersOf('gain', [1, 2]), aRun());
    expect(warnings).to.deep.equal([]);
  });
});
