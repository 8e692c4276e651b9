import { expect } from 'chai';
import type { HumanData } from '../../../../src/data/types';
import type { ChoiceScale, ConjointSource } from '../../../../src/study/types';
import { aCondition, anOutcome } from '../../../fakes/builders';
import { errorOf, joined, reasons } from './joined';

const level = (id: string) => ({ id, text: `${id} of it` });
const scale: ChoiceScale = {
  type: 'choice',
  tasks: 2,
  alternatives: 2,
  attributes: [
    { id: 'rate', label: 'Rate', levels: ['5', '15'].map(level) },
    { id: 'revenue', label: 'Revenue', levels: ['<75%', 'None'].map(level) },
  ],
  restrict: [],
};
const conjoint: ConjointSource = {
  task: { column: 'task', per: undefined },
  alternative: undefined,
  chosen: 'chosen',
  attributes: [{ attribute: 'rate', column: 'top' }],
};

function tasks(rows: string, change: Partial<ConjointSource> = {}): Promise<HumanData> {
  return joined(
    `id,task,alt,chosen,top,revenue,mood\n${rows}`,
    { id: 'id', condition: undefined, conjoint: { ...conjoint, ...change } },
    {
      conditions: [aCondition('all')],
      outcomes: [anOutcome('plan', { scale, ask: ['all'] }), anOutcome('mood', { ask: ['all'] })],
    },
  );
}

describe('joining the tasks of a conjoint', () => {
  it('gathers the alternatives of a task, with levels in the order of the attributes', async () => {
    const data = await tasks('p,1,,1,5,None,\np,1,,0,15.0,<75%,\np,2,,0,5,<75%,\np,2,,1,5,None,');
    expect(data.choices.map(({ task, alternatives }) => [task, alternatives])).to.deep.equal([
      [
        1,
        [
          { levels: ['5', 'None'], chosen: true },
          { levels: ['15', '<75%'], chosen: false },
        ],
      ],
      [
        2,
        [
          { levels: ['5', '<75%'], chosen: false },
          { levels: ['5', 'None'], chosen: true },
        ],
      ],
    ]);
    expect(data.choices[0]).to.include({ condition: 'all', outcome: 'plan', person: data.people[0] });
  });

  it('counts alternatives through with `per`, in any order of rows', async () => {
    const data = await tasks('p,4,,0,5,None,\np,1,,1,5,None,\np,3,,1,15,None,\np,2,,0,15,<75%,', {
      task: { column: 'task', per: 2 },
    });
    expect(
      data.choices.map(({ task, alternatives }) => [task, ...alternatives.map(({ levels }) => levels[0])]),
    ).to.deep.equal([
      [2, '15', '5'],
      [1, '5', '15'],
    ]);
  });

  it('orders alternatives by their column', async () => {
    const data = await tasks('p,1,2,1,5,None,\np,1,1,0,15,None,', { alternative: 'alt' });
    expect(data.choices[0]?.alternatives.map(({ levels }) => levels[0])).to.deep.equal(['15', '5']);
  });

  it('counts the rows of tasks that are not whole', async () => {
    const data = await tasks(
      [
        'a,1,,1,5,None,',
        'b,1,,1,5,None,',
        'b,1,,1,15,None,',
        'c,1,,1,,None,',
        'c,1,,0,5,None,',
        'd,3,,1,5,None,',
        'e,x,,1,5,None,',
      ].join('\n'),
    );
    expect(data.choices).to.deep.equal([]);
    expect(reasons(data)).to.deep.equal({
      'plan: a task beyond the 2 of the study': 1,
      'plan: no number of a task': 1,
      'plan: an incomplete task': 3,
      'plan: a task without exactly one choice': 2,
    });
  });

  it('reads what is asked once a person from any of the rows', async () => {
    const data = await tasks('p,1,,1,5,None,4\np,1,,0,15,None,4\nq,1,,1,5,None,\nq,1,,0,5,None,6');
    expect(data.rows.map(({ person, answers }) => [person.id, answers.get('mood')])).to.deep.equal([
      ['p', 4],
      ['q', 6],
    ]);
    expect(data.dropped).to.deep.equal([]);
  });

  it('refuses a level that the attribute has not, and a choice that is none', async () => {
    const level = await errorOf(tasks('p,1,,1,25,None,\np,1,,0,5,None,'));
    expect([level.code, level.message]).to.deep.equal([
      'data/attribute-level',
      '"25" is no level of rate (1 row, first in row 1).',
    ]);
    expect((await errorOf(tasks('p,1,,2,5,None,'))).code).to.equal('data/outside-scale');
    expect((await errorOf(tasks('p,1,,1,5,None,', { chosen: 'picked' }))).code).to.equal('data/column');
  });
});
