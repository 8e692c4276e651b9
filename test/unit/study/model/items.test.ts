import { expect } from 'chai';
import { readStudy } from '../../../../src/study/read';
import { outcomeIn, renderStimulus } from '../../../../src/study/render';
import type { Study } from '../../../../src/study/types';

const TEXT = `vignette: 1
id: a
title: A
conditions:
  plain: {control: true}
  checked: {text: "Read: {{ item }} (by {{ item.source }})"}
items:
  h1: {text: "Cats rule in {{ profile.state }}", fields: {source: Reuters, veracity: True, __proto__: x}}
  h2:
    text: Dogs vote
    fields: {source: Blog, veracity: no}
    wording: paraphrased
    in: {checked: {text: "Dogs vote [disputed]", fields: {source: "A blog"}}}
outcomes:
  belief: {question: "Is this by {{ item.source }}?", scale: {type: binary, options: {1: Yes I do, 0: Not at all}}}
respondents: {data: d.csv, item: {column: item_id, values: {1: h1, 2: h2}}, profile: [{column: state, label: State}]}
`;

function study(): Study {
  return readStudy(TEXT).study;
}

describe('items', () => {
  it('are read without a complaint, with fields as they are written', () => {
    expect(readStudy(TEXT).diagnostics.map(({ message }) => message)).to.deep.equal([]);
    expect(study().items[0]).to.deep.equal({
      id: 'h1',
      text: 'Cats rule in {{ profile.state }}',
      fields: [
        { name: 'source', value: 'Reuters' },
        { name: 'veracity', value: 'True' },
        { name: '__proto__', value: 'x' },
      ],
      wording: 'verbatim',
      variants: [],
    });
  });

  it('differ in a condition in what is named there alone', () => {
    expect(study().items[1]?.variants).to.deep.equal([
      {
        condition: 'checked',
        text: 'Dogs vote [disputed]',
        fields: [
          { name: 'source', value: 'A blog' },
          { name: 'veracity', value: 'no' },
        ],
      },
    ]);
    expect(study().items[1]?.wording).to.equal('paraphrased');
  });

  it('stand where the text says, else behind the text of the condition', () => {
    const profile = [{ column: 'state', value: 'Ohio' }];
    expect(renderStimulus(study(), 'plain', profile, 'h1')).to.equal('Cats rule in Ohio');
    expect(renderStimulus(study(), 'checked', profile, 'h1')).to.equal(
      'Read: Cats rule in Ohio (by Reuters)',
    );
    expect(renderStimulus(study(), 'checked', profile, 'h2')).to.equal(
      'Read: Dogs vote [disputed] (by A blog)',
    );
    expect(renderStimulus(study(), 'plain', profile)).to.equal('');
  });

  it('lend their fields to the question', () => {
    expect(outcomeIn(study(), 'belief', 'checked', [], 'h2').question).to.equal('Is this by A blog?');
    expect(outcomeIn(study(), 'belief', 'plain', [], 'h2').question).to.equal('Is this by Blog?');
  });

  it('are not shown twice where every question holds them', () => {
    const text = TEXT.replace('Is this by {{ item.source }}?', 'Do you believe “{{ item }}”?');
    const { study: asked } = readStudy(text);
    expect(renderStimulus(asked, 'plain', [], 'h2')).to.equal('');
    expect(outcomeIn(asked, 'belief', 'plain', [], 'h2').question).to.equal('Do you believe “Dogs vote”?');
  });

  it('of a row are said by a column', () => {
    expect(study().respondents?.item).to.deep.equal({
      column: 'item_id',
      values: [
        { data: '1', item: 'h1' },
        { data: '2', item: 'h2' },
      ],
    });
  });

  it('have no text of their own in themselves', () => {
    const text = TEXT.replace('text: Dogs vote\n', 'text: "{{ item }}"\n');
    expect(readStudy(text).diagnostics.map(({ code }) => code)).to.deep.equal(['template/unknown-variable']);
  });
});

describe('media of a condition', () => {
  it('are told in words below its text', () => {
    const media =
      '[{file: a.png, alt: A flag}, {file: b.mp4, alt: A speech, transcript: "Fellow citizens,"}]';
    const text = TEXT.replace(
      'plain: {control: true}',
      `plain: {control: true, text: Look., media: ${media}}`,
    );
    const document = readStudy(text);
    expect(document.diagnostics).to.deep.equal([]);
    expect(renderStimulus(document.study, 'plain', [], 'h2')).to.equal(
      'Look.\n\n[A flag]\n\n[A speech]\nFellow citizens,\n\nDogs vote',
    );
  });

  it('and whether it is simulated are kept', () => {
    const { conditions } = readStudy(
      TEXT.replace('{control: true}', '{control: true, simulated: false, media: [{file: a.png}]}'),
    ).study;
    expect(conditions.map(({ simulated }) => simulated)).to.deep.equal([false, true]);
    expect(conditions[0]?.media).to.deep.equal([{ file: 'a.png', alt: undefined, transcript: undefined }]);
  });
});
