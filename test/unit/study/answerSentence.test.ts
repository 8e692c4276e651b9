import { expect } from 'chai';
import { answerSentence } from '../../../src/study/scales';
import type { Scale } from '../../../src/study/types';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl'];

const options = [1, 2, 3].map((code) => ({ code, label: `Option ${code}` }));
const base = { options, dontKnow: undefined };

describe('how to answer with several numbers', () => {
  it('is said for all that apply, with how many', () => {
    const say = (min: number, max: number): string =>
      answerSentence({ type: 'multiselect', ...base, min, max }, 'en');
    const all = 'Answer with the numbers of all that apply, separated by commas.';
    expect(say(0, 3)).to.equal(`${all} If none applies, answer with a hyphen (-).`);
    expect(say(0, 2)).to.equal(`${all} Choose at most 2. If none applies, answer with a hyphen (-).`);
    expect(say(1, 3)).to.equal(`${all} Choose at least 1.`);
    expect(say(1, 2)).to.equal(`${all} Choose from 1 to 2.`);
    expect(say(2, 2)).to.equal(`${all} Choose exactly 2.`);
  });

  it('is said for orders and for amounts', () => {
    expect(answerSentence({ type: 'rank', ...base, top: 3 }, 'en')).to.contain('all of the numbers in order');
    expect(answerSentence({ type: 'rank', ...base, top: 2 }, 'en')).to.contain('the first 2 of the numbers');
    expect(answerSentence({ type: 'allocate', ...base, total: 100 }, 'en')).to.contain('add up to 100');
  });

  it('names the alternatives of a conjoint by their numbers', () => {
    const scale: Scale = { type: 'choice', tasks: 1, alternatives: 2, attributes: [], restrict: [] };
    expect(answerSentence(scale, 'en')).to.equal('Answer with one number only: 1 or 2.');
  });

  it('asks for words where words are meant', () => {
    expect(answerSentence({ type: 'text', maxWords: 50, rubric: undefined }, 'en')).to.equal(
      'Answer in your own words. Write at most 50 words.',
    );
  });

  it('is said differently in each of the languages, and in English in any other', () => {
    const scales: readonly Scale[] = [
      { type: 'multiselect', ...base, min: 1, max: 2 },
      { type: 'rank', ...base, top: 2 },
      { type: 'allocate', ...base, total: 10 },
      { type: 'text', maxWords: 9, rubric: undefined },
    ];
    for (const scale of scales) {
      const sentences = LANGUAGES.map((language) => answerSentence(scale, language));
      expect(new Set(sentences).size, scale.type).to.equal(LANGUAGES.length);
      expect(answerSentence(scale, 'constructor')).to.equal(sentences[0]);
    }
  });
});
