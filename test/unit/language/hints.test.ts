import { expect } from 'chai';
import { inlayHints } from '../../../src/language/hints';
import type { Environment } from '../../../src/language/types';
import { readStudy } from '../../../src/study/read';
import { aBinaryCell, aCell, anEvaluation, aResults } from '../../fakes/resultsBuilders';
import { GOOD } from '../study/texts';
import { aColumn, aDataProfile, anEnvironment } from './places';

const ENV = (change: Partial<Environment>): Environment => anEnvironment(change);

function results(
  cells: Parameters<typeof anEvaluation>[0] = {},
  stale: readonly string[] = [],
): Environment['results'] {
  return { name: 'run', results: aResults({ evaluation: anEvaluation(cells) }), stale };
}

const hints = (text: string, environment: Environment): readonly string[] =>
  inlayHints(readStudy(text), environment).map(
    ({ position, text: said }) => `${position.line + 1}:${position.character} ${said}`,
  );

describe('inlay hints', () => {
  const cells = [
    aCell({ condition: 'gain', outcome: 'trust' }),
    aCell({
      condition: 'loss',
      outcome: 'trust',
      w1: { stated: 0.061, observed: null, observedClipped: null, raw: null },
      floor: { mean: 0.033, q95: 0.06, p: 0.2, excess: 0.01 },
    }),
  ];

  it('draw predicted and observed at the end of a condition’s line', () => {
    const width = (line: number): number => GOOD.split('\n')[line - 1]?.length ?? 0;
    expect(hints(GOOD, ENV({ results: results({ cells }, ['loss']) }))).to.deep.equal([
      `10:${width(10)} █▃▂▁▁▁▁ · █▃▁▁▁▁▁  W .027 (floor .023)`,
      `11:${width(11)} █▃▂▁▁▁▁ · █▃▁▁▁▁▁  W .061 (floor .033) · out of date`,
      `17:${width(17)} W .044 over 2 cells (floor .028)`,
    ]);
  });

  it('name the outcomes where there are several', () => {
    const both = [aBinaryCell({ condition: 'gain', outcome: 'choice' }), cells[0]!];
    expect(hints(GOOD, ENV({ results: results({ cells: both }) }))[0]).to.match(
      /choice .*W \.048.* {3}trust .*W \.027/,
    );
  });

  it('say how many people the data hold', () => {
    const text = `${GOOD}respondents:\n  data: d.csv\n`;
    expect(hints(text, ENV({ data: aDataProfile([aColumn('arm', ['0'])]) }))).to.deep.equal([
      '20:13 1,813 people · 2 conditions',
    ]);
    expect(hints(text, ENV({ data: null }))).to.deep.equal([]);
  });

  it('carry the stamp of a demonstration engine in their tooltip', () => {
    const found = inlayHints(
      readStudy(GOOD),
      ENV({ results: results({ cells, stamp: 'demonstration engine, not evidence' }) }),
    );
    expect(found.every(({ tooltip }) => tooltip.includes('demonstration engine, not evidence'))).to.equal(
      true,
    );
  });
});
