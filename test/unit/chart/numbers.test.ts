import { expect } from 'chai';
import {
  formatCode,
  formatCount,
  formatDistance,
  formatInterval,
  formatP,
  formatR,
  formatRange,
  formatSeconds,
  formatShare,
  formatShareInterval,
  formatSigned,
  formatUsd,
  formatUsdRange,
  formatW,
  sayP,
} from '../../../src/chart/numbers';

describe('writing numbers', () => {
  it('drops the leading zero of what cannot pass 1', () => {
    expect([formatW(0.0612), formatW(1), formatW(0), formatR(-0.12)]).to.deep.equal([
      '.061',
      '1.000',
      '.000',
      '−.12',
    ]);
  });
  it('never says that p is 0 or 1', () => {
    expect([sayP(0), sayP(0.0004), formatP(0.0391), formatP(0.9999)]).to.deep.equal([
      'p < .001',
      'p < .001',
      '.039',
      '> .999',
    ]);
  });
  it('writes shares in per cent with one decimal', () => {
    expect(formatShare(0.3968)).to.equal('39.7 %');
    expect(formatShareInterval([0.331, 0.467])).to.equal('[33.1, 46.7] %');
  });
  it('signs differences with a true minus and gives zero no sign', () => {
    expect([
      formatSigned(19.44),
      formatSigned(-3),
      formatSigned(-0.04),
      formatSigned(-1.087, 2),
    ]).to.deep.equal(['+19.4', '−3.0', '0.0', '−1.09']);
    expect(formatInterval([-6, 28.4])).to.equal('[−6.0, +28.4]');
  });
  it('groups thousands', () => {
    expect([formatCount(1200), formatCount(12), formatCount(1234567)]).to.deep.equal([
      '1,200',
      '12',
      '1,234,567',
    ]);
  });
  it('writes codes as short as they are', () => {
    expect([formatCode(7), formatCode(2.5), formatCode(-1), formatCode(100)]).to.deep.equal([
      '7',
      '2.5',
      '−1',
      '100',
    ]);
    expect([formatRange(1, 7), formatRange(-3, 3)]).to.deep.equal(['1–7', '−3 to 3']);
  });
  it('writes money with cents, and free as free', () => {
    expect([formatUsd(0.04), formatUsd(0), formatUsd(0.001), formatUsd(1234.5)]).to.deep.equal([
      '$0.04',
      'free',
      '< $0.01',
      '$1,234.50',
    ]);
    expect([
      formatUsdRange([0.04, 0.06]),
      formatUsdRange([0, 0]),
      formatUsdRange([0.041, 0.042]),
    ]).to.deep.equal(['$0.04–0.06', 'free', '$0.04']);
  });
  it('rounds a duration to what an estimate can know', () => {
    expect([formatSeconds(0.2), formatSeconds(9.2), formatSeconds(240), formatSeconds(9000)]).to.deep.equal([
      '~1 s',
      '~9 s',
      '~4 min',
      '~2.5 h',
    ]);
  });
  it('writes what is unknown as a dash and never as 0', () => {
    expect([
      formatW(null),
      formatP(undefined),
      formatShare(Number.NaN),
      formatSigned(null),
      formatUsd(null),
    ]).to.deep.equal(['–', '–', '–', '–', '–']);
    expect([formatInterval(null), formatUsdRange(null), formatCount(undefined)]).to.deep.equal([
      '–',
      '–',
      '–',
    ]);
  });
  it('puts a distance beside its ruler', () => {
    expect(formatDistance('W', 0.061, { mean: 0.034, q95: 0.058 })).to.equal('W .061 (floor .034, q95 .058)');
    expect(formatDistance('TVD', 0.12, null)).to.equal('TVD .120');
  });
});
