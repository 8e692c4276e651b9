import { expect } from 'chai';
import { htmlReport } from '../../../src/report/html';
import type { Evaluation, Results } from '../../../src/results/types';
import {
  aBinaryCell,
  aCell,
  anEffect,
  anEvaluation,
  aResults,
  aSetup,
  withoutHumans,
} from '../../fakes/resultsBuilders';

const meta = { generated: '21 November 2026', version: '0.1.0' };

function report(change: Partial<Evaluation> = {}, results: Partial<Results> = {}): string {
  return htmlReport([aResults({ evaluation: anEvaluation(change), ...results })], meta);
}

/** What a reader sees, without markup; entities resolved. */
function textOf(html: string): string {
  return html
    .replace(/<(style|svg)[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

function headings(html: string): readonly string[] {
  return [...html.matchAll(/<h2>([^<]*)<\/h2>/g)].map((match) => match[1] ?? '');
}

describe('the HTML report', () => {
  it('shows the human data first and alone', () => {
    const html = report();
    expect(headings(html)).to.deep.equal([
      'What people answered',
      'Predicted against observed',
      'Effects, with their predictions',
      'Numbers',
      'Set-up and methods',
    ]);
    const people = html.slice(
      html.indexOf('What people answered'),
      html.indexOf('Predicted against observed'),
    );
    expect(people).not.to.match(/class="(b-p|m-p|m-pf|t-p)[ "]/);
    expect(people).not.to.match(/predicted \d/);
    expect(people).to.include('class="m-pub"');
  });
  it('answers first, in a sentence of computed numbers', () => {
    const mortality = anEvaluation().effects[2] ?? anEffect();
    expect(textOf(report({ effects: [mortality] }))).to.include(
      'The share of people answering “Program B” is 23.9 points higher in “Mortality (loss) frame” than in “Survival (gain) frame”. ' +
        'The simulation predicts 35.4 points higher: the observed sign, and outside the 95 % interval of the people. ' +
        '4 of 5 cells lie beyond the noise of samples of this size.',
    );
  });
  it('counts signs and intervals where there are several effects', () => {
    expect(textOf(report())).to.include(
      'Of 3 effects the simulation has the observed sign of 3 (100.0 %), and 1 of its estimates lies inside the 95 % interval of the people.',
    );
  });
  it('says of an opposite sign that it is one', () => {
    const estimate = { estimate: -1, se: null, ci: null, points: -16.7, pointsCi: null };
    expect(textOf(report({ effects: [anEffect({ predicted: estimate })] }))).to.include(
      'People’s mean answer to violation is 3.73 (scale 1 to 7) higher in “Behavioural targeting, tracked, data leave the device” ' +
        'than in “No advertising, no tracking”. The simulation predicts 1.00 (scale 1 to 7) lower: not the observed sign, and outside',
    );
  });
  it('never claims a grade that was not assessed', () => {
    expect(textOf(report())).to.include('Not screening grade: of 7 gates 1 passed, 1 failed, 5 not assessed');
  });
  it('puts the stamp on the page and inside every chart with a prediction', () => {
    const html = report({ stamp: 'demonstration engine, not evidence' });
    const charts = [...html.matchAll(/<svg [^>]*role="img"[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
    const withPrediction = charts.filter((svg) => /class="(b-p|m-p|m-pf)"/.test(svg));
    expect(withPrediction.length).to.equal(6);
    expect(
      withPrediction.filter((svg) => !svg.includes('>demonstration engine, not evidence<')),
    ).to.deep.equal([]);
    expect(html).to.include('<p class="badge">demonstration engine, not evidence</p>');
  });
  it('says why there is no W without human data', () => {
    const html = report({ cells: [withoutHumans(aCell())], effects: [] });
    expect(textOf(html)).to.include('There are no human answers: everything below is predicted only.');
    expect(textOf(html)).to.include('No W: there are no human answers to compare with.');
    expect(headings(html)).to.include('Predicted').and.not.to.include('Predicted against observed');
  });
  it('has the numbers of every chart in tables', () => {
    expect(textOf(report())).to.include(
      'No advertising, no tracking predicted 67.3 20.1 5.5 3.0 2.6 1.0 0.5 1.59 1.09 199',
    );
    expect(textOf(report())).to.include('bt − nant observed +3.73 +3.43 +4.02 +62.1 +57.2 +67.0');
  });
  it('says how it was done, with conventions, prompt, stimuli and hashes', () => {
    const text = textOf(report());
    expect(text).to.include('mean exact, q95 and p by simulation');
    expect(text).to.include('You answer a survey as the person described.');
    expect(text).to.include('You will be tracked and your data will leave your devices.');
    expect(text).to.include('a'.repeat(64));
    expect(text).to.include('8');
  });
  it('loads nothing and runs nothing', () => {
    const html = report({ title: '<script src="https://x.example/a.js"></script>' });
    expect(html).to.include(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.to.match(/<(script|link|img|iframe|object|a) /i);
    expect(html).not.to.match(/\b(src|href)="(?!#)/);
    expect(html).not.to.match(/url\((?!#)|@import/);
  });
  it('escapes text wherever it comes from', () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const html = htmlReport(
      [
        aResults({
          setup: aSetup({ conditions: [{ id: hostile, text: hostile }], strategy: hostile }),
          evaluation: anEvaluation({
            title: hostile,
            run: hostile,
            stamp: hostile,
            warnings: [hostile],
            outcomes: [
              { id: 'violation', question: hostile, type: hostile, higher: hostile, role: 'primary' },
            ],
            cells: [
              aCell({ conditionLabel: hostile }),
              aBinaryCell({ outcome: 'violation', labels: [hostile, hostile] }),
            ],
          }),
        }),
      ],
      { generated: hostile, version: hostile },
    );
    expect(html).not.to.include('<img');
  });
  it('lists the runs when there are several', () => {
    const second = aResults({ evaluation: anEvaluation({ run: 'run-5', title: 'Another study' }) });
    const html = htmlReport([aResults(), second], meta);
    expect(textOf(html)).to.include('2 runs');
    expect(html.match(/<article>/g)?.length).to.equal(2);
    expect(html).to.include('<li>Another study · run-5, direct, gpt-4o</li>');
  });
  it('is dark where the reader prefers it and hatched on paper', () => {
    const css = /<style>([\s\S]*?)<\/style>/.exec(report())?.[1] ?? '';
    expect(css).to.match(/@media \(prefers-color-scheme:dark\)\{:root\{--vg-ground:#1f1f1f/);
    expect(css).to.match(/@media print\{\s*:root\{[\s\S]*?--vg-predicted-fill:url\(#vg-hatch\)/);
  });
});
