import { expect } from 'chai';
import { completions } from '../../../../src/language/completion';
import type { Environment } from '../../../../src/language/types';
import type { SourceDocument } from '../../../../src/study/document';
import { readProjectFile } from '../../../../src/study/project';
import { CROSSED, WRITTEN } from '../full';
import { aColumn, aDataProfile, anEnvironment, atCursor, cursorIn } from '../places';

const data = aDataProfile([
  aColumn('arm', ['0', '1']),
  aColumn('hl', ['1', '2']),
  aColumn('owner', ['yes', 'no', 'not sure']),
]);
const panelData = aDataProfile([aColumn('sex', ['M', 'F']), aColumn('wt', ['1'])]);

/** The labels proposed where `marked` stands in place of `part`. */
function labels(
  part: string,
  marked: string,
  text = WRITTEN,
  environment: Partial<Environment> = {},
): readonly string[] {
  if (!text.includes(part)) throw new Error(`The study has no ${part}`);
  const { document, position } = atCursor(text.replace(part, () => marked));
  return completions(document, position, anEnvironment(environment)).map(({ label }) => label);
}

const appended = (
  written: string,
  environment: Partial<Environment> = {},
  text = WRITTEN,
): readonly string[] =>
  labels(
    '\nsimulate: {model: local}\n',
    `\n${written}`,
    text.includes('simulate:') ? text : `${text}\nsimulate: {model: local}\n`,
    environment,
  );

describe('completion of references', () => {
  it('offers conditions, those made by crossing too', () => {
    expect(labels("ask: [plain, 'label: red']", 'ask: [│]')).to.deep.equal(['plain', 'label: red']);
    expect(labels('ask: [none.absent, gain.present, v1.2.present]', 'ask: [none.│]', CROSSED)).to.deep.equal([
      'none.absent',
      'none.present',
      'gain.absent',
      'gain.present',
      'v1.2.present',
    ]);
    expect(labels('control: {frame: none, expert: absent}', 'control: {frame: │}', CROSSED)).to.deep.equal([
      'none',
      'gain',
      'v1.2',
    ]);
    expect(
      labels('control: {frame: none, expert: absent}', 'control: {frame: none, │}', CROSSED),
    ).to.deep.equal(['expert']);
  });

  it('offers outcomes, and a matrix, its items and scores where they may stand', () => {
    expect(labels('{of: [trust.police,', '{of: [│,')).to.deep.equal([
      'share',
      'trust',
      'trust.police',
      'trust.courts',
      'gate',
      'tax',
    ]);
    expect(labels('{outcome: institutions,', '{outcome: │,')).to.include('institutions');
    expect(labels('askIf: {outcome: share,', 'askIf: {outcome: │,')).to.not.include('trust');
  });

  it('offers the levels of the factor or attribute that a contrast is about', () => {
    expect(labels('treatment: loud', 'treatment: │')).to.deep.equal(['calm', 'loud']);
    expect(labels('treatment: high', 'treatment: │')).to.deep.equal(['low', 'high']);
    expect(labels('attribute: rate', 'attribute: │')).to.deep.equal(['rate', 'plan']);
    expect(labels('- {rate: high,', '- {rate: │,')).to.deep.equal(['low', 'high']);
    expect(labels('- {rate: high, plan: [a]}', '- {rate: high, │}')).to.deep.equal(['plan']);
  });

  it('offers items, their fields and values, profile names and contrasts', () => {
    expect(labels('values: {1: first,', 'values: {1: │,')).to.deep.equal(['first', 'second']);
    expect(labels('plus: {true news: [false]}', 'plus: {│}')).to.deep.equal(['check', 'true news']);
    expect(labels('plus: {true news: [false]}', 'plus: {true news: [│]}')).to.deep.equal(['true', 'false']);
    expect(labels('adjust: [age, hobby]', 'adjust: [│]')).to.include.members(['age', 'hobby']);
    expect(labels('contrast: fake', 'contrast: │')).to.include.members([
      'fake',
      'label: red-plain',
      'tone:loud-calm',
    ]);
  });

  it('offers the codes of the scale, with their labels', () => {
    expect(labels('is: [1]', 'is: [│]')).to.deep.equal(['1', '2']);
    expect(labels('control: plain}\n', 'control: plain, share: [│]}\n')).to.deep.equal(['1', '2']);
    expect(labels('role: secondary', 'correct: [│]')).to.deep.equal(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('replaces a whole quoted text, and a plain one with spaces', () => {
    const { document, position } = atCursor(
      WRITTEN.replace("ask: [plain, 'label: red']", "ask: ['label: r│ed']"),
    );
    const [, found] = completions(document, position, anEnvironment());
    expect(found?.insert).to.equal('label: red');
    expect(found && [found.range.start.character, found.range.end.character]).to.deep.equal([11, 21]);
    const plain = atCursor(WRITTEN.replace('plus: {true news: [false]}', 'plus: {true ne│: [false]}'));
    const field = completions(plain.document, plain.position, anEnvironment()).find(
      ({ label }) => label === 'true news',
    );
    expect(field && [field.insert, field.range.end.character - field.range.start.character]).to.deep.equal([
      'true news',
      'true ne'.length,
    ]);
  });
});

describe('completion from the data', () => {
  it('offers columns and their values', () => {
    expect(
      labels(
        'item: {column: hl, values: {1: first, 2: second}}',
        'item: {column: hl, values: {│}}',
        WRITTEN,
        { data },
      ),
    ).to.deep.equal(['1', '2']);
    expect(labels('weight: w', 'survey: {strata: │}', WRITTEN, { data })).to.deep.equal([
      'arm',
      'hl',
      'owner',
    ]);
    expect(labels('chosen: c,', 'chosen: │,', WRITTEN, { data })).to.deep.equal(['arm', 'hl', 'owner']);
    expect(
      labels('askIf: {outcome: share, is: [1]}', 'askIf: {column: owner, is: [│]}', WRITTEN, { data }),
    ).to.deep.equal(['yes', 'no', 'not sure']);
    expect(labels('where: {finished: [1]}', 'where: {owner: {not: [│]}}', WRITTEN, { data })).to.deep.equal([
      'yes',
      'no',
      'not sure',
    ]);
    expect(labels('where: {finished: [1]}', 'where: {│}', WRITTEN, { data })).to.deep.equal([
      'arm',
      'hl',
      'owner',
    ]);
  });

  it('offers what the sample of a panel holds, and the vocabulary of margins', () => {
    const panel = (written: string): readonly string[] =>
      appended(`panel:\n  size: 9\n  sample: s.csv\n  ${written}\n`, { data, panelData });
    expect(panel('weight: │')).to.deep.equal(['sex', 'wt']);
    expect(panel('profile: [{column: │}]')).to.deep.equal(['sex', 'wt']);
    expect(panel('profile: [{column: sex, field: gender, values: {│}}]')).to.deep.equal(['M', 'F']);
    expect(panel('profile: [{column: sex, field: gender, values: {M: │}}]')).to.deep.equal([
      'Male',
      'Female',
    ]);
    expect(panel('margins: {gender: {Male: 0.5, │}}')).to.deep.equal(['Female']);
    expect(panel('margins: {│}')).to.include.members(['age', 'party_id']);
  });

  it('offers files of the right kind', () => {
    const files = { dataFiles: ['d.csv'], otherFiles: ['a.png'] };
    expect(labels('file: a.png', 'file: │', WRITTEN, files)).to.deep.equal(['a.png']);
    expect(appended('panel: {size: 9, sample: │}\n', files)).to.deep.equal(['d.csv']);
  });
});

describe('completion of template names', () => {
  it('offers the factors of the condition, the item and its fields, and the profile', () => {
    const found = ['tone', 'colour', 'item', 'item.check', 'item.true news', 'profile.age', 'profile.hobby'];
    expect(labels('        And {{ tone }} again.', '        And {{ │')).to.deep.equal(found);
    expect(labels('A {{tone}} text, {{ colour }}.', 'A {{to│}} text.')).to.deep.equal(found);
  });

  it('offers the attributes of a conjoint in questions', () => {
    expect(labels('question: Which plan?', 'question: "Which {{ │"').slice(-2)).to.deep.equal([
      'rate',
      'plan',
    ]);
  });

  it('offers nothing in texts that hold no templates', () => {
    expect(labels('label: Rate', 'label: "{{ │"')).to.deep.equal([]);
  });
});

describe('completion in vignette.yaml', () => {
  const offered = (text: string, environment: Partial<Environment> = {}): readonly string[] => {
    const { plain, position } = cursorIn(text);
    const document: SourceDocument = readProjectFile(plain);
    return completions(document, position, anEnvironment(environment)).map(({ label }) => label);
  };

  it('offers keys, values and files', () => {
    expect(offered('│')).to.deep.equal(['models', 'budget', 'results', 'prompts']);
    expect(offered('models:\n  gpt:\n    │\n')).to.include.members(['baseUrl', 'keyEnv', 'engine']);
    expect(offered('models:\n  gpt:\n    format: │\n')).to.deep.equal(['chat', 'socrates']);
    expect(offered('models: {a: {engine: embedded, file: │}}', { otherFiles: ['m.gguf'] })).to.deep.equal([
      'm.gguf',
    ]);
  });

  it('offers the profile where a modifier names its fields, that of a panel too', () => {
    const profile = 'respondents: {data: d.csv, condition: arm, profile: [{column: years, field: age}]}';
    const panel = 'panel: {size: 10, margins: {region: {1: 0.5, 2: 0.5}}}';
    for (const part of ['persona: {without: [│]}', 'fewShot: {by: [│]}', 'group: {by: [│]}']) {
      const text = `vignette: 1\nid: a\ntitle: A\nsimulate: {${part}}\n${profile}\n${panel}\n`;
      expect(labels('│', '│', text), part).to.deep.equal(['age', 'years', 'region']);
    }
  });
});
