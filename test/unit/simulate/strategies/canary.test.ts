import { expect } from 'chai';
import { plainFewShot, strategyNames } from '../../../../src/study/strategies';
import type { RunSettings } from '../../../../src/simulate/types';
import {
  aCondition,
  aHumanRow,
  anOutcome,
  aPerson,
  aProfileField,
  aStudy,
  humanData,
  someRespondents,
} from '../../../fakes/builders';
import { callsOf, planOf, textsOf } from './asked';

/** Two questions of one survey; only the answers that people gave tell them apart from any others. */
const study = aStudy({
  title: 'CANARY title',
  conditions: [aCondition('CANARY-all', { text: 'A survey on taxes.' })],
  respondents: someRespondents({ profile: [aProfileField('age')] }),
  outcomes: ['tax', 'wealth'].map((id) =>
    anOutcome(`CANARY-${id}`, { question: `Should taxes on ${id} rise?`, ask: ['CANARY-all'] }),
  ),
});

/** The people `CANARY-0` …; the answers to the one go along with those to the other nowhere. */
function humanOf(taxes: readonly number[]) {
  return humanData(
    taxes.map((tax, i) =>
      aHumanRow(aPerson(`CANARY-${i}`, { age: i < 2 ? '30' : '70' }, 0.4321), 'CANARY-all', {
        'CANARY-tax': tax,
        'CANARY-wealth': [7, 6, 2, 3, 6][i] ?? 1,
      }),
    ),
  );
}

const asking = strategyNames.filter((name) => name !== 'baseline');

function settings(strategy: RunSettings['strategy']): Partial<RunSettings> {
  return {
    strategy,
    outcomes: ['CANARY-tax'],
    group: { by: ['age'], strategy: 'direct' },
    fewShot: { ...plainFewShot, k: 1 },
  };
}

describe('the prompts of the strategies', () => {
  const before = humanOf([1, 5, 7, 2, 4]);

  for (const strategy of asking)
    it(`hold no id, weight or title, and nothing of the answers that are predicted: ${strategy}`, () => {
      const calls = callsOf(planOf(study, before, settings(strategy)));
      expect(calls).to.have.length(5);
      expect(JSON.stringify(calls)).not.to.match(/CANARY|0\.4321/);
      const others = callsOf(planOf(study, humanOf([4, 2, 1, 7, 5]), settings(strategy)));
      expect(others).to.deep.equal(calls);
    });

  it('differ between the strategies, but for logprob, which asks as direct does and reads otherwise', () => {
    const asked = new Map(asking.map((name) => [name, callsOf(planOf(study, before, settings(name)))]));
    const texts = new Map(
      asking.map((name) => [name, textsOf(planOf(study, before, settings(name))).join()]),
    );
    expect(texts.get('logprob')).to.equal(texts.get('direct'));
    expect(asked.get('logprob')?.[0]).to.include({ kind: 'options' });
    expect(asked.get('direct')?.[0]).to.include({ kind: 'text' });
    texts.delete('logprob');
    expect(new Set(texts.values()).size).to.equal(asking.length - 1);
  });
});
