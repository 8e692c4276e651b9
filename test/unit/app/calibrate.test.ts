import { expect } from 'chai';
import { evaluate } from '../../../src/app/evaluate';
import { simulate } from '../../../src/app/simulate';
import { readResults } from '../../../src/results/file';
import { appWorld, framingData, framingStudy } from '../../fakes/appServices';
import { rejection } from '../../fakes/rejection';
import { steadyModel } from '../../fakes/steadyModel';

const study = (keys: string): string =>
  framingStudy.replace('strategy: logprob}', `strategy: logprob, ${keys}}`);

async function run(keys: string, data = framingData(), conditions: readonly string[] = ['gain', 'loss']) {
  const files = { '/p/framing.study.yaml': study(keys), '/p/framing.csv': data };
  const world = appWorld({ files, model: () => steadyModel() });
  const options = { study: 'framing.study.yaml', name: 'run', conditions };
  const { dir, results } = await simulate(world.services, options, world.signals, world.report);
  const file = readResults(world.files.text(results ?? ''));
  return { world, file, journal: world.files.text(`${dir}/answers.jsonl`), dir };
}

describe('a run that is calibrated', () => {
  it('says in its results what was fitted on what, and leaves the journal as it was read', async () => {
    const plain = await run('seed: 1');
    const { file, journal } = await run('calibrate: shrinkage');
    const { calibration } = file.setup;
    expect(calibration?.kind).to.equal('shrinkage');
    expect(calibration?.cells.map(({ condition, on, answers }) => [condition, on, answers])).to.deep.equal([
      ['gain', ['loss'], 6],
      ['loss', ['gain'], 6],
    ]);
    expect(plain.file.setup.calibration).to.equal(null);
    const probabilities = (text: string) =>
      [...text.matchAll(/"probabilities":\[[^\]]*\]/g)].map(([one]) => one);
    expect(probabilities(journal)).to.deep.equal(probabilities(plain.journal));
    expect(file.evaluation.warnings[0]).to.match(/calibrated by a shrinkage fitted on the human answers/);
  });

  it('is evaluated anew with the same figures', async () => {
    const { world, file } = await run('calibrate: temperature');
    const again = await evaluate(world.services, { run: 'run' }, world.signals.stop);
    const sharesOf = (cells: readonly { readonly predicted: Readonly<Record<string, number>> }[]) =>
      cells.map(({ predicted }) => Object.values(predicted).map((share) => share.toFixed(4)));
    expect(sharesOf(again.cells)).to.deep.equal(sharesOf(file.evaluation.cells));
  });

  it('never lets the answers of a condition into its own predictions', async () => {
    const other = framingData().replace(/^(p\d+,gain),[01]/gm, '$1,1');
    const [one, two] = [await run('calibrate: temperature'), await run('calibrate: temperature', other)];
    const gain = ({ file }: typeof one) => {
      const cell = file.evaluation.cells.find(({ condition }) => condition === 'gain');
      return { observed: cell?.observed, predicted: cell?.predicted };
    };
    expect(gain(two).observed).not.to.deep.equal(gain(one).observed);
    expect(gain(two).predicted).to.deep.equal(gain(one).predicted);
  });

  it('is refused before anything is asked where there is nothing to fit', async () => {
    const refused = await rejection(run('calibrate: temperature', framingData(), ['gain']));
    expect(refused.code).to.equal('calibrate/no-human');
  });
});

describe('a new condition that nobody has seen', () => {
  it('is calibrated by the people of the others', async () => {
    const { file } = await run('calibrate: shrinkage', 'id,arm,choice,age,party\np1,gain,1,30,Red\n');
    expect(file.setup.calibration?.cells.map(({ condition, on }) => [condition, on])).to.deep.equal([
      ['loss', ['gain']],
    ]);
    expect(file.evaluation.warnings).to.include(
      'Not calibrated, for lack of human answers in other conditions: choice in gain.',
    );
  });
});

describe('a run in both orders', () => {
  it('says how much its answers depend on them', async () => {
    const { file } = await run('orders: both');
    expect(file.setup.modifiers).to.deep.equal([{ id: 'orders', text: 'both' }]);
    for (const { sensitivity } of file.evaluation.cells) {
      expect(sensitivity?.order?.w).to.be.within(0, 1);
      expect(sensitivity?.frame).to.equal(null);
    }
  });
});
