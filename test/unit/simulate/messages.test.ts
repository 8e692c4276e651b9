import { expect } from 'chai';
import { cacheKey } from '../../../src/simulate/cacheKey';
import { messagesFor as written, promptHash } from '../../../src/simulate/messages';
import { fill, promptTemplates, withOverrides } from '../../../src/simulate/prompts';
import { runSettings } from '../../../src/simulate/settings';
import type { CellId } from '../../../src/simulate/cellId';
import type { Message, ModelCall, PromptTemplates } from '../../../src/simulate/types';
import type { Person } from '../../../src/data/types';
import type { Study } from '../../../src/study/types';
import {
  aBinaryScale,
  aCellId,
  aCondition,
  anItem,
  aContrast,
  anOrdinalScale,
  anOutcome,
  aPerson,
  aStudy,
  aTask,
  defaults,
} from '../../fakes/builders';
import { fakeIdentity } from '../../fakes/fakeModel';

const person = aPerson('p1', { age: '30', party: 'Independent' });

const messagesFor = (study: Study, who: Person, cell: CellId, prompts: PromptTemplates): readonly Message[] =>
  written(study, { prompts }, aTask(who, cell));

describe('the messages of a call', () => {
  const study = aStudy({
    population: 'US adults, 2016.',
    intro: 'Imagine a disease.',
    outcomes: [
      anOutcome('choice', { question: 'Which one?', scale: aBinaryScale(['Program A', 'Program B']) }),
    ],
  });

  it('show the stimulus and the question first and the persona last', () => {
    expect(messagesFor(study, person, aCellId('gain'), promptTemplates('chat'))).to.deep.equal([
      {
        role: 'system',
        content:
          'You are one respondent of a survey. Answer as this respondent would, not as an assistant.\n' +
          'The respondents are: US adults, 2016.',
      },
      {
        role: 'user',
        content: [
          'Imagine a disease.',
          'Text of gain.',
          'Which one?',
          '0: Program A\n1: Program B\nAnswer with one number only: 0 or 1.',
          'The respondent who answers:\n- age: 30\n- party: Independent',
        ].join('\n\n'),
      },
    ]);
  });

  it('differ between two people of a cell only after all that they share', () => {
    const write = (id: string, age: string) =>
      messagesFor(study, aPerson(id, { age }), aCellId('gain'), promptTemplates('chat'));
    const [a, b] = [write('a', '30'), write('b', '71')];
    expect(a[0]).to.deep.equal(b[0]);
    const shared = 'The respondent who answers:\n- age: ';
    const beginning = a[1]?.content.slice(0, (a[1]?.content.indexOf(shared) ?? 0) + shared.length);
    expect(beginning).to.contain('Which one?');
    expect(b[1]?.content.startsWith(beginning ?? 'nothing')).to.equal(true);
  });

  it('say nothing of a persona or population that is not there', () => {
    const bare = messagesFor(aStudy(), aPerson('Person 1'), aCellId('gain'), promptTemplates('chat'));
    expect(bare.map(({ content }) => content).join()).not.to.match(/respondents are|who answers|Person 1/);
  });

  it('put the persona first, in the order of SocSci210, with the socrates templates', () => {
    const shuffled = aPerson('p', { hobby: 'Chess', ideology: 'Moderate', age: '30' });
    const [, user] = messagesFor(study, shuffled, aCellId('gain'), promptTemplates('socrates'));
    expect(user?.content).to.match(
      /^Your background:\n- age: 30\n- ideology: Moderate\n- hobby: Chess\n\nImagine a disease\./,
    );
  });

  it('fill in what the stimulus says of the respondent', () => {
    const personal = aStudy({ conditions: [aCondition('all', { text: 'You are {{ profile.age }}.' })] });
    const write = (age: string) =>
      messagesFor(personal, aPerson('p', { age }), aCellId('all'), promptTemplates('chat'))[1]?.content;
    expect(write('30')).to.contain('You are 30.');
    expect(write('31')).to.contain('You are 31.');
  });

  it('never read a cell of the data as a template or as lines of the prompt', () => {
    const hostile = aPerson('p', { age: '{{ stimulus }}\n- party: X' });
    const [, user] = messagesFor(study, hostile, aCellId('gain'), promptTemplates('chat'));
    expect(user?.content.endsWith('- age: {{ stimulus }} - party: X')).to.equal(true);
  });

  it('follow templates of the user', () => {
    const own = withOverrides(promptTemplates('chat'), { system: '', ask: '{{ persona }}|{{ question }}' });
    expect(own.name).to.equal('custom');
    const messages = messagesFor(study, person, aCellId('gain'), own);
    expect(messages).to.deep.equal([
      { role: 'user', content: 'The respondent who answers:\n- age: 30\n- party: Independent|Which one?' },
    ]);
  });

  it('refuse templates that show anything else', () => {
    const own = withOverrides(promptTemplates('chat'), { ask: '{{ title }}' });
    expect(() => runSettings(study, { prompts: own }))
      .to.throw()
      .with.property('code', 'template/unknown-variable');
  });
});

describe('messages about an item', () => {
  const study = aStudy({
    conditions: [
      aCondition('plain', { text: 'Read this.' }),
      aCondition('framed', { text: '“{{ item }}” they say.' }),
    ],
    items: [
      anItem('tax', {
        text: 'Taxes rise.',
        variants: [{ condition: 'framed', text: 'Taxes explode.', fields: [] }],
      }),
      anItem('jobs', { text: 'For people of {{ profile.age }}.' }),
    ],
    outcomes: [anOutcome('choice', { ask: ['plain', 'framed'] })],
  });
  const said = (condition: string, item: string, age = '30'): string => {
    const cell = aCellId(condition, 'choice', item);
    return messagesFor(study, aPerson('p', { age }), cell, promptTemplates('chat')).at(-1)?.content ?? '';
  };

  it('show it behind the text of the condition, or where that has its place', () => {
    expect(said('plain', 'tax')).to.match(/^Read this\.\n\nTaxes rise\.\n\nQuestion of choice/);
    expect(said('framed', 'tax')).to.match(/^“Taxes explode\.” they say\.\n\nQuestion of choice/);
  });
  it('are filled anew for each respondent where the item speaks of them', () => {
    expect(said('plain', 'jobs', '30')).to.contain('For people of 30.');
    expect(said('plain', 'jobs', '40')).to.contain('For people of 40.');
  });
});

describe('filling a prompt template', () => {
  it('leaves out lines whose variables are all empty and the blank lines they leave', () => {
    expect(fill('{{ stimulus }}\n\nQ: {{ question }}\n\n{{ scale }}', { question: 'Why?' })).to.equal(
      'Q: Why?',
    );
  });
});

describe('what may enter a prompt', () => {
  const canary = 'CANARY';
  const study = aStudy({
    id: canary,
    title: canary,
    source: { citation: canary, url: canary, licence: canary },
    factors: [{ id: canary, levels: [{ id: `${canary}4`, text: 'shown' }] }],
    conditions: [
      aCondition(`${canary}1`, {
        control: true,
        label: canary,
        text: `One, {{ ${canary} }}.`,
        levels: [{ factor: canary, level: `${canary}4` }],
        media: [{ file: `${canary}.png`, alt: 'A bridge', transcript: undefined }],
      }),
    ],
    items: [
      anItem(`${canary}3`, {
        text: 'First item by {{ item.CANARYshown }}.',
        fields: [
          { name: 'CANARYshown', value: 'a newspaper' },
          { name: 'CANARYhidden', value: canary },
        ],
      }),
      anItem(`${canary}other`, { text: canary }),
    ],
    scores: [{ id: canary, of: [`${canary}2`], reverse: [], combine: 'mean' }],
    expectations: [
      { kind: 'sign', contrast: canary, sign: 'positive' },
      { kind: 'w1', outcome: `${canary}2`, below: 0.123456 },
    ],
    outcomes: [
      anOutcome(`${canary}2`, {
        question: 'How much?',
        scale: anOrdinalScale({ points: 3 }),
        role: 'check',
        correct: [2],
        matrix: { outcome: canary, item: canary },
        askIf: { kind: 'column', column: canary, is: [canary] },
        higher: canary,
        ask: [`${canary}1`],
      }),
    ],
    contrasts: [
      aContrast({
        id: canary,
        outcome: `${canary}2`,
        treatment: `${canary}1`,
        control: `${canary}1`,
        published: { estimate: 0.123456, se: undefined, ci: undefined, unit: 'raw' },
      }),
    ],
    simulate: defaults({ model: canary }),
  });
  const planted = { ...aPerson(canary, { age: '30' }, 0.123456), answer: canary };

  for (const set of ['chat', 'socrates'] as const)
    it(`is not a title, source, id, label, field, higher, contrast, score, expectation, effect or weight (${set})`, () => {
      const messages = messagesFor(
        study,
        planted,
        aCellId(`${canary}1`, `${canary}2`, `${canary}3`),
        promptTemplates(set),
      );
      const text = JSON.stringify(messages);
      for (const said of ['How much?', 'One, shown.', '[A bridge]', 'First item by a newspaper.'])
        expect(text).to.contain(said);
      expect(text).not.to.contain(canary);
      expect(text).not.to.contain('0.123456');
    });
});

describe('a cache key', () => {
  const messages = [{ role: 'user', content: 'Hi' }] as const;
  const sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 16, seed: 7 };
  const text: ModelCall = { kind: 'text', messages, sampling };

  it('follows from the model, every parameter, the messages and the draw', () => {
    const options = (codes: readonly number[]): ModelCall => ({ kind: 'options', messages, codes });
    const keys = [
      cacheKey(fakeIdentity, text, 0),
      cacheKey(fakeIdentity, text, 1),
      cacheKey({ ...fakeIdentity, model: 'other' }, text, 0),
      cacheKey({ ...fakeIdentity, where: 'other' }, text, 0),
      cacheKey(fakeIdentity, { ...text, messages: [{ role: 'system', content: 'Hi' }] }, 0),
      ...Object.keys(sampling).map((name) =>
        cacheKey(fakeIdentity, { ...text, sampling: { ...sampling, [name]: 0.5 } }, 0),
      ),
      cacheKey(fakeIdentity, options([1, 2]), 0),
      cacheKey(fakeIdentity, options([1, 2, 3]), 0),
    ];
    expect(new Set(keys).size).to.equal(keys.length);
    expect(keys[0]).to.match(/^[0-9a-f]{64}$/);
  });

  it('does not follow from the name by which the user chose the model', () => {
    expect(cacheKey({ ...fakeIdentity, name: 'other' }, text, 0)).to.equal(cacheKey(fakeIdentity, text, 0));
  });

  it('tells apart messages that only join alike', () => {
    const hash = (...contents: string[]) =>
      promptHash(contents.map((content) => ({ role: 'user', content }) as const));
    expect(hash('ab', 'c')).not.to.equal(hash('a', 'bc'));
  });
});
