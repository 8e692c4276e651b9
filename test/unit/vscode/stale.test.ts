import { expect } from 'chai';
import { conditionTexts, outcomeTexts } from '../../../src/app/runs/setup';
import type { Study } from '../../../src/study/types';
import { staleCells, staleConditions } from '../../../src/vscode/results/stale';
import { itemTexts } from '../../../src/app/runs/setupTexts';
import type { Item } from '../../../src/study/types';
import { aCondition, anItem, anOutcome, aStudy } from '../../fakes/builders';
import { aResults, aSetup } from '../../fakes/resultsBuilders';

const before = aStudy({
  conditions: [aCondition('one', { text: 'First.' }), aCondition('two', { text: 'Second.' })],
  outcomes: [anOutcome('both', { ask: ['one', 'two'] }), anOutcome('single', { ask: ['two'] })],
});
const results = aResults({
  setup: aSetup({ conditions: conditionTexts(before), outcomes: outcomeTexts(before) }),
});

const with_ = (change: Partial<Study>): Study => ({ ...before, ...change });

describe('conditions that are out of date', () => {
  it('are none while the study reads as it did', () => {
    expect(staleConditions(before, results)).to.deep.equal([]);
  });
  it('are those whose text changed', () => {
    const now = with_({
      conditions: [aCondition('one', { text: 'First!' }), before.conditions[1] ?? aCondition('two')],
    });
    expect(staleConditions(now, results)).to.deep.equal(['one']);
  });
  it('are those in which a changed question is asked', () => {
    const [both] = before.outcomes;
    const now = with_({
      outcomes: [both ?? anOutcome('both'), anOutcome('single', { ask: ['two'], question: 'New?' })],
    });
    expect(staleConditions(now, results)).to.deep.equal(['two']);
  });
  it('are not those that are new or gone', () => {
    expect(staleConditions(with_({ conditions: [aCondition('three')] }), results)).to.deep.equal([]);
  });
});

describe('cells that are out of date', () => {
  const items: readonly Item[] = [
    anItem('tax', {
      fields: [
        { name: 'source', value: 'Courier' },
        { name: 'veracity', value: 'true' },
      ],
    }),
    anItem('jobs', { variants: [{ condition: 'two', text: 'Jobs, loud.', fields: [] }] }),
  ];
  const study = (of: readonly Item[]): Study =>
    aStudy({
      conditions: [
        aCondition('one', { text: 'From {{ item.source }}: {{ item }}' }),
        aCondition('two', { text: '{{ item }}' }),
      ],
      items: of,
      outcomes: [anOutcome('choice', { ask: ['one', 'two'] })],
    });
  const simulated = aResults({
    setup: aSetup({
      conditions: conditionTexts(study(items)),
      outcomes: outcomeTexts(study(items)),
      items: itemTexts(study(items)),
    }),
  });
  const stale = (of: readonly Item[]): readonly string[] => {
    const isStale = staleCells(study(of), simulated);
    return ['one', 'two'].flatMap((condition) =>
      of.flatMap(({ id }) =>
        isStale({ condition, outcome: 'choice', item: id }) ? [`${condition} ${id}`] : [],
      ),
    );
  };
  const [tax, jobs] = items as [Item, Item];

  it('are none while the items read as they did', () => {
    expect(stale(items)).to.deep.equal([]);
  });
  it('are those of a changed item, in every condition', () => {
    expect(stale([{ ...tax, text: 'Other.' }, jobs])).to.deep.equal(['one tax', 'two tax']);
  });
  it('are those of the one condition whose own wording of an item changed', () => {
    const loud = { condition: 'two', text: 'Jobs, very loud.', fields: [] };
    expect(stale([tax, { ...jobs, variants: [loud] }])).to.deep.equal(['two jobs']);
    expect(stale([tax, { ...jobs, text: 'Quiet.' }])).to.deep.equal(['one jobs']);
  });
  it('appear with an own wording that is new, and with one that is gone', () => {
    expect(stale([tax, { ...jobs, variants: [] }])).to.deep.equal(['two jobs']);
    const own = { condition: 'one', text: 'Tax, loud.', fields: [] };
    expect(stale([{ ...tax, variants: [own] }, jobs])).to.deep.equal(['one tax']);
  });
  it('follow the fields that a text of the condition shows, and no others', () => {
    const fields = (source: string, veracity: string) => [
      { name: 'source', value: source },
      { name: 'veracity', value: veracity },
    ];
    expect(stale([{ ...tax, fields: fields('Courier', 'false') }, jobs])).to.deep.equal([]);
    expect(stale([{ ...tax, fields: fields('Planet', 'true') }, jobs])).to.deep.equal(['one tax']);
  });
  it('are not those of items that are new or gone', () => {
    expect(stale([anItem('new'), jobs])).to.deep.equal([]);
  });
  it('make their conditions out of date', () => {
    const loud = { condition: 'two', text: 'Jobs, very loud.', fields: [] };
    expect(staleConditions(study([tax, { ...jobs, variants: [loud] }]), simulated)).to.deep.equal(['two']);
  });
});
