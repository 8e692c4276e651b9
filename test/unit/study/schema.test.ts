import { Ajv } from 'ajv';
import { expect } from 'chai';
import { parse } from 'yaml';
import { describe as describeCode, diagnosticCodes } from '../../../src/study/diagnostics';
import { studyShape } from '../../../src/study/format/study';
import { keyHelp, projectKeyHelp } from '../../../src/study/schema/help';
import { jsonSchema, projectJsonSchema } from '../../../src/study/schema/jsonSchema';
import { changed, GOOD } from './texts';

const ajv = new Ajv({ strict: false, allowUnionTypes: true });

describe('the JSON Schema', () => {
  const validate = ajv.compile(jsonSchema());

  it('accepts what the reader accepts', () => {
    expect(validate(parse(GOOD)), JSON.stringify(validate.errors)).to.equal(true);
  });

  it('refuses unknown and missing keys and wrong kinds', () => {
    expect(validate(parse(changed('title:', 'tilte:')))).to.equal(false);
    expect(validate(parse(changed('points: 7', 'points: seven')))).to.equal(false);
    expect(validate(parse(changed('vignette: 1', 'vignette: 2')))).to.equal(false);
  });

  it('exists for the project file', () => {
    const project = ajv.compile(projectJsonSchema());
    expect(project({ models: { a: { engine: 'embedded' } } })).to.equal(true);
    expect(project({ modells: {} })).to.equal(false);
  });
});

describe('the help of keys', () => {
  it('is found by path, through lists, names and alternatives', () => {
    expect(keyHelp(['outcomes', 'choice', 'question'])?.markdown).to.contain('What the respondent is asked');
    expect(keyHelp(['scales', 'agree7', 'points'])?.markdown).to.contain('whole number');
    expect(keyHelp(['respondents', 'profile', 0, 'field'])?.title).to.equal('field');
    expect(keyHelp(['respondents', 'condition', 'values'])?.markdown).to.contain('value: condition');
    expect(projectKeyHelp(['models', 'gpt', 'keyEnv'])?.markdown).to.contain('environment variable');
    expect(keyHelp(['nothing'])).to.equal(undefined);
  });

  it('exists for every key at the top', () => {
    for (const { name } of studyShape.keys) expect(keyHelp([name])?.markdown, name).to.not.equal(undefined);
  });

  it('says of a key what it can be, and whether it is scored', () => {
    expect(keyHelp(['simulate', 'orders'])?.markdown).to.contain('- `permuted`: In an order of its own');
    expect(keyHelp(['respondents', 'survey', 'replicates'])?.markdown).to.contain(
      'not scored by this version yet',
    );
  });
});

describe('the catalogue of diagnostics', () => {
  it('holds every code of the format page', () => {
    expect(diagnosticCodes).to.include.members([
      'yaml/syntax',
      'yaml/duplicate-key',
      'yaml/alias-limit',
      'yaml/unquoted-template',
      'yaml/ambiguous-scalar',
      'study/unknown-key',
      'study/missing-key',
      'study/type',
      'study/version',
      'reference/unknown',
      'template/unknown-variable',
      'template/unused-factor',
      'conditions/no-control',
      'conditions/several-controls',
      'conditions/same-stimulus',
      'outcomes/unreachable',
      'scale/levels',
      'scale/labels',
      'scale/differs',
      'data/missing-file',
      'data/column',
      'data/condition-value',
      'data/outside-scale',
      'data/undeclared-missing',
      'data/empty-cell',
      'data/small-cell',
      'data/identifying',
      'profile/predicts-condition',
      'profile/predicts-outcome',
      'profile/post-treatment',
      'profile/vocabulary',
      'model/unknown',
      'model/untrusted-key',
      'budget/exceeded',
      'model/base-model',
      'model/demonstration',
    ]);
  });

  it('says of each what to do', () => {
    for (const code of diagnosticCodes) {
      const { title, explanation, help } = describeCode(code);
      expect(
        [title, explanation, help].every((text) => text.length > 10),
        code,
      ).to.equal(true);
    }
  });
});
