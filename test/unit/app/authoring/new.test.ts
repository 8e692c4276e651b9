import { expect } from 'chai';
import { newStudy } from '../../../../src/app/authoring/new';
import { appWorld } from '../../../fakes/appServices';
import { rejection } from '../../../fakes/rejection';

const files = {
  '/templates/experiment.study.yaml': 'vignette: 1\nid: two-arm\ntitle: T\n',
  '/templates/survey.study.yaml': 'vignette: 1\nid: plain\ntitle: S\n',
};

describe('making a study from a template', () => {
  it('writes the template under the name given, in the current folder', async () => {
    const world = appWorld({ files });
    const made = await newStudy(world.services, { name: 'bus-lane', template: 'survey' });
    expect(made).to.deep.equal({
      study: 'bus-lane',
      template: 'survey',
      path: '/p/bus-lane.study.yaml',
    });
    expect(world.files.text('/p/bus-lane.study.yaml')).to.equal('vignette: 1\nid: bus-lane\ntitle: S\n');
  });
  it('takes the two-arm experiment when no template is named, and a name with its ending', async () => {
    const world = appWorld({ files });
    const made = await newStudy(world.services, { name: 'bus-lane.study.yaml' });
    expect(made).to.include({ study: 'bus-lane', template: 'experiment' });
  });
  it('overwrites nothing', async () => {
    const world = appWorld({ files: { ...files, '/p/mine.study.yaml': 'mine' } });
    expect(await rejection(newStudy(world.services, { name: 'mine' }))).to.include({ code: 'new/exists' });
    expect(world.files.text('/p/mine.study.yaml')).to.equal('mine');
  });
  it('refuses a name that leads elsewhere, and a template that is not there', async () => {
    const { services } = appWorld({ files });
    expect(await rejection(newStudy(services, { name: '../up' }))).to.include({ code: 'new/name' });
    const unknown = await rejection(newStudy(services, { name: 'a', template: 'none' }));
    expect(unknown).to.include({ code: 'new/template' });
  });
});
