import { expect } from 'chai';
import { answerSentence, codesOf, labelOf, optionLines, statedRange } from '../../../src/study/scales';
import { aBinaryScale, aNumericScale, anOrdinalScale } from '../../fakes/builders';

describe('codes of a scale', () => {
  it('run from the lowest to the highest by the step, without the dust of decimals', () => {
    expect(codesOf(aNumericScale({ min: 0, max: 1, step: 0.1 }))).to.deep.equal([
      0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
    ]);
  });

  it('are none for a number without both bounds, or with too many levels', () => {
    expect(codesOf(aNumericScale({ max: undefined }))).to.deep.equal([]);
    expect(codesOf(aNumericScale({ max: 10_001 }))).to.deep.equal([]);
    expect(codesOf(aNumericScale({ max: 10_000 }))).to.have.length(10_001);
  });

  it('do not hold "don’t know"', () => {
    expect(
      codesOf({ ...anOrdinalScale({ points: 2 }), dontKnow: { code: 9, label: 'DK', as: 'option' } }),
    ).to.deep.equal([1, 2]);
  });
});

describe('the stated range', () => {
  it('is that of the codes, and none for nominal scales', () => {
    expect(statedRange(anOrdinalScale())).to.deep.equal([1, 7]);
    expect(statedRange({ ...anOrdinalScale(), type: 'nominal' })).to.equal(undefined);
    expect(statedRange(aNumericScale({ min: undefined }))).to.equal(undefined);
  });
});

describe('what a respondent reads', () => {
  it('is one line a labelled option', () => {
    expect(optionLines(anOrdinalScale({ points: 3, labels: { 1: 'Low', 3: 'High' } }))).to.equal(
      '1: Low\n3: High',
    );
    expect(labelOf(anOrdinalScale({ points: 3, labels: { 1: 'Low' } }), 2)).to.equal(undefined);
  });

  it('lists few codes and gives the range of many', () => {
    expect(answerSentence(aBinaryScale(), 'en')).to.equal('Answer with one number only: 0 or 1.');
    expect(answerSentence(anOrdinalScale(), 'en')).to.equal('Answer with one whole number from 1 to 7 only.');
    expect(answerSentence(aNumericScale({ unit: 'years', step: 0.5 }), 'en')).to.equal(
      'Answer with one number (years) from 0 to 100 only.',
    );
  });

  it('follows the language of the study', () => {
    const sentences = ['de', 'es', 'fr', 'it', 'pt', 'nl'].map((language) =>
      answerSentence(anOrdinalScale(), language),
    );
    expect(sentences).to.deep.equal([
      'Antworten Sie nur mit einer ganzen Zahl von 1 bis 7.',
      'Responda solo con un número entero de 1 a 7.',
      'Répondez uniquement par un nombre entier de 1 à 7.',
      'Risponda solo con un numero intero da 1 a 7.',
      'Responda apenas com um número inteiro de 1 a 7.',
      'Antwoord alleen met één geheel getal van 1 tot en met 7.',
    ]);
  });

  it('says the code of "don’t know"', () => {
    const scale = { ...aBinaryScale(), dontKnow: { code: 98, label: 'No idea', as: 'missing' as const } };
    expect(answerSentence(scale, 'en')).to.equal(
      'Answer with one number only: 0 or 1. For "No idea", answer 98.',
    );
  });
});
