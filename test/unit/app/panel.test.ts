import { expect } from 'chai';
import { plan } from '../../../src/app/plan';
import { prompt } from '../../../src/app/prompt';
import { resume } from '../../../src/app/resume';
import { simulate } from '../../../src/app/simulate';
import { readResults } from '../../../src/results/file';
import { readManifest } from '../../../src/workspace/manifest';
import { appWorld, framingStudy, type AppWorld } from '../../fakes/appServices';
import { rejection } from '../../fakes/rejection';
import { steadyModel } from '../../fakes/steadyModel';

const study = 'framing.study.yaml';

function panelStudy(file = 'people.csv', margins = ''): string {
  return framingStudy.replace(
    'simulate:',
    `panel:
  size: 4
  sample: ${file}
  weight: w
  profile: [{column: sex, field: gender}]
${margins}simulate:`,
  );
}

const rows = 'sex,w\nMale,1\nFemale,1\nMale,1\nFemale,1\nFemale,0\n';

function world(text = panelStudy(), people = rows): AppWorld {
  return appWorld({
    model: () => steadyModel(),
    files: { '/p/framing.study.yaml': text, '/p/people.csv': people, '/else/people.csv': people },
  });
}

const run = ({ services, signals, report }: AppWorld) => simulate(services, { study }, signals, report);

describe('a run of a panel', () => {
  it('is planned for as many people as the panel has, each asked everything', async () => {
    const { services, signals } = world();
    const planned = await plan(services, { study }, signals.stop);
    expect(planned).to.include({ personas: 4, cells: 2, answers: 8 });
  });

  it('asks the people of the file instead of those of the human data, and says so in the set-up', async () => {
    const here = world();
    const { dir, results } = await run(here);
    const { study: of } = await readManifest(here.files, dir);
    expect(of.sampleHash).to.match(/^[0-9a-f]{64}$/);
    expect(here.files.text(`${dir}/answers.jsonl`)).to.contain('"person":"panel-1"');
    const { setup, evaluation } = readResults(here.files.text(results ?? ''));
    expect(setup.panel).to.equal(`4 people, sampled from people.csv (SHA-256 ${of.sampleHash ?? ''})`);
    expect(evaluation.cells.map(({ nObserved, nPredicted }) => [nObserved, nPredicted])).to.deep.equal([
      [6, 4],
      [6, 4],
    ]);
  });

  it('has the warning of independent margins in every result', async () => {
    const margins = framingStudy.replace(
      'simulate:',
      'panel: {size: 5, margins: {gender: {Male: 0.5, Female: 0.5}, tenure: {Rents: 0.4, Owns: 0.6}}}\nsimulate:',
    );
    const here = world(margins);
    const { results } = await run(here);
    const { setup, evaluation } = readResults(here.files.text(results ?? ''));
    expect(evaluation.warnings[0]).to.match(/drawn independently of each other \(gender, tenure\)/);
    expect(setup.panel).to.contain('independent margins gender (Male 0.5, Female 0.5)');
    expect((await plan(here.services, { study }, here.signals.stop)).warnings).to.have.length(1);
  });

  it('shows the persona of any of its people', async () => {
    const { services, signals } = world();
    const cell = { study, condition: 'gain', outcome: 'choice', respondent: 'panel-2' };
    const { messages } = await prompt(services, cell, signals.stop);
    expect(messages.at(-1)?.content).to.contain('- Gender: Female');
  });

  it('is not resumed with another file', async () => {
    const here = world();
    const { dir } = await run(here);
    await here.files.write('/p/people.csv', rows.replace('Male', 'Female'));
    const again = resume(here.services, { run: dir }, here.signals, here.report);
    expect((await rejection(again)).code).to.equal('run/data-changed');
  });

  it('reads no file outside the workspace unless that is allowed', async () => {
    const here = world(panelStudy('../else/people.csv'));
    const { services, signals } = here;
    expect((await rejection(plan(services, { study }, signals.stop))).code).to.equal(
      'data/outside-workspace',
    );
    expect((await plan(services, { study, yes: true }, signals.stop)).personas).to.equal(4);
  });

  it('asks before the profiles of its file go to another host, and not for margins', async () => {
    const asked = async (text: string): Promise<readonly string[]> => {
      const here = appWorld({
        model: () => steadyModel({ local: false }),
        description: { local: false },
        answer: true,
        files: { '/p/framing.study.yaml': text, '/p/people.csv': rows },
      });
      await run(here);
      return here.asked;
    };
    expect((await asked(panelStudy())).join()).to.contain('Columns: sex.');
    const margins = framingStudy.replace(
      'simulate:',
      'panel: {size: 5, margins: {gender: {Male: 1}}}\nsimulate:',
    );
    expect(await asked(margins)).to.deep.equal([]);
  });
});
