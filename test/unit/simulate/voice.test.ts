import { expect } from 'chai';
import { messagesFor } from '../../../src/simulate/messages';
import { makePlan } from '../../../src/simulate/plan';
import { promptTemplates, withOverrides } from '../../../src/simulate/prompts';
import { runSettings } from '../../../src/simulate/settings';
import type { RunSettings } from '../../../src/simulate/types';
import type { PersonaSelection } from '../../../src/study/types';
import { aCellId, aHumanRow, anOutcome, aPerson, aStudy, aTask, humanData } from '../../fakes/builders';

const study = aStudy();
const person = aPerson('p', { age: '30', party_id: 'Independent', hobby: 'Chess' });

function textOf(settings: Partial<RunSettings>, frame = 0): string {
  const prompts = settings.prompts ?? promptTemplates('chat');
  const messages = messagesFor(study, { prompts, ...settings }, aTask(person, aCellId('gain'), { frame }));
  return messages.map(({ content }) => content).join('\n\n');
}

describe('the grammatical person of a prompt', () => {
  it('is that of the templates, or the first, second or third throughout', () => {
    const texts = ([0, 1, 2, 3] as const).map((voice) => textOf({ person: voice }));
    expect(new Set(texts).size).to.equal(4);
    expect(texts[1]).to.contain('About me, who answers:\n- age: 30').and.to.contain('How do I answer?');
    expect(texts[2]).to.contain('About you, who answer:\n- age: 30').and.to.contain('How do you answer?');
    expect(texts[3]).to.contain('How does this respondent answer?');
    expect(texts[1]).not.to.match(/\byou\b/i);
  });

  it('leaves what a user wrote as it is, and a run says so', () => {
    const prompts = withOverrides(promptTemplates('chat'), { system: 'Mine.' });
    expect(textOf({ prompts, person: 1 })).to.match(/^Mine\.\n\n/);
    const plan = makePlan(study, undefined, runSettings(study, { prompts, person: 1 }));
    expect(plan.warnings.join()).to.contain('system');
  });
});

describe('the frames of a prompt', () => {
  it('are five wordings of one instruction, the first that of the templates', () => {
    const texts = [0, 1, 2, 3, 4].map((frame) => textOf({ frames: 5 }, frame));
    expect(new Set(texts).size).to.equal(5);
    expect(texts[0]).to.equal(textOf({}));
    for (const text of texts) expect(text).to.contain('Text of gain.').and.to.contain('Question of choice?');
  });

  it('differ in each grammatical person and each set of templates', () => {
    const texts = (['chat', 'socrates'] as const).flatMap((name) =>
      ([1, 2, 3] as const).flatMap((voice) =>
        [0, 1, 2, 3, 4].map((frame) => textOf({ prompts: promptTemplates(name), person: voice }, frame)),
      ),
    );
    expect(new Set(texts).size).to.equal(30);
  });
});

describe('what a prompt tells of a person', () => {
  const told = (persona: PersonaSelection): readonly string[] =>
    [...textOf({ persona }).matchAll(/^- (.*):/gm)].map(([, name = '']) => name);

  it('is everything, demographics, nothing, or what is named', () => {
    expect(told({ kind: 'full' })).to.deep.equal(['age', 'party_id', 'hobby']);
    expect(told({ kind: 'demographics' })).to.deep.equal(['age']);
    expect(told({ kind: 'none' })).to.deep.equal([]);
    expect(told({ kind: 'only', fields: ['hobby'] })).to.deep.equal(['hobby']);
    expect(told({ kind: 'without', fields: ['hobby'] })).to.deep.equal(['age', 'party_id']);
  });

  it('makes people alike whose difference is not told, unless a text names it', () => {
    const human = humanData([
      aHumanRow(aPerson('a', { age: '30' }), 'gain', { choice: 1 }),
      aHumanRow(aPerson('b', { age: '31' }), 'gain', { choice: 1 }),
    ]);
    const likeness = (of: typeof study, persona: PersonaSelection) => {
      const plan = makePlan(of, human, runSettings(of, { persona, conditions: ['gain'] }));
      return [...plan.tasks()].map(({ index }) => plan.likeness(index).replicate);
    };
    expect(likeness(study, { kind: 'full' })).to.deep.equal([0, 0]);
    expect(likeness(study, { kind: 'none' })).to.deep.equal([0, 1]);
    const naming = aStudy({ outcomes: [anOutcome('choice', { question: 'At {{ profile.age }}?' })] });
    expect(likeness(naming, { kind: 'none' })).to.deep.equal([0, 0]);
  });

  it('is refused where it names what nobody has', () => {
    const human = humanData([aHumanRow(aPerson('a', { age: '30' }), 'gain', { choice: 1 })]);
    const persona = { kind: 'only', fields: ['agee'] } as const;
    expect(() => makePlan(study, human, runSettings(study, { persona })))
      .to.throw()
      .with.property('code', 'reference/unknown');
  });
});

describe('randomised', () => {
  it('says that chance decided which version is seen, in the language of the study', () => {
    const text = textOf({ randomised: true });
    expect(text).to.contain(
      'Text of gain.\n\nWhich version of this survey a respondent sees was decided at random.',
    );
    expect(textOf({})).not.to.contain('random');
    const german = messagesFor(
      aStudy({ language: 'de' }),
      { prompts: promptTemplates('chat'), randomised: true },
      aTask(person, aCellId('gain')),
    );
    expect(german.at(-1)?.content).to.contain('durch Zufall bestimmt');
  });
});
