import { escapeXml } from '../chart/draw/text';
import { sayGates, sayModel } from '../chart/sentences';
import { gatesOf } from '../results/gates';
import type { Results } from '../results/types';
import { reportCss } from './css';
import { lead } from './lead';
import type { Html } from './markup';
import { joined, svg, tag, text } from './markup';
import { methodsSection } from './methods';
import { peopleSection } from './people';
import { shownSection } from './shown';
import { effectsSection, numbersSection, predictedSection, scoresSection } from './predicted';

/** What a report says about itself. */
export interface ReportMeta {
  /** When it was made, as it is to be shown. */
  readonly generated: string;
  /** Version of this program. */
  readonly version: string;
}

const HATCH = `<svg class="sr" width="0" height="0" aria-hidden="true"><defs><pattern id="vg-hatch" width="5" height="5" \
patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v5"/></pattern></defs></svg>`;

/**
 * The report of one or more runs: one self-contained page that loads nothing and runs nothing, light or dark as the
 * reader prefers, with predictions hatched on paper. The human data stand first and alone; everything is computed from
 * `inputs`.
 */
export function htmlReport(inputs: readonly Results[], meta: ReportMeta): string {
  const titles = [...new Set(inputs.map((results) => results.evaluation.title))];
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    `<meta name="generator" content="Vignette ${escapeXml(meta.version)}">`,
    tag('title', {}, text(`${titles.join('; ')} · Vignette report`)),
    `<style>${reportCss}</style>`,
  ];
  const body = [
    svg(HATCH),
    ...cover(inputs),
    tag('main', {}, ...inputs.map((results) => article(results, meta))),
  ];
  return `<!doctype html>\n<html lang="en"><head>\n${head.join('\n')}\n</head><body>\n${joined(body)}\n</body></html>\n`;
}

function cover(inputs: readonly Results[]): readonly Html[] {
  if (inputs.length < 2) return [];
  const runs = inputs.map(({ evaluation }) =>
    tag(
      'li',
      {},
      text(`${evaluation.title} · ${evaluation.run}, ${evaluation.strategy}, ${evaluation.model}`),
    ),
  );
  return [
    tag('div', { class: 'cover' }, tag('h1', {}, text(`${inputs.length} runs`)), tag('ol', {}, ...runs)),
  ];
}

function article(results: Results, meta: ReportMeta): Html {
  const { evaluation, setup } = results;
  return tag(
    'article',
    {},
    tag(
      'div',
      { class: 'kick' },
      tag('span', {}, text('Vignette report')),
      tag('span', {}, text(evaluation.study)),
      tag('span', {}, text(`${evaluation.run}, ${setup.strategy}, ${sayModel(results)}`)),
      tag('span', {}, text(meta.generated)),
    ),
    tag('h1', {}, text(evaluation.title)),
    tag('p', { class: 'lead' }, text(lead(evaluation))),
    ...(evaluation.stamp === null ? [] : [tag('p', { class: 'badge' }, text(evaluation.stamp))]),
    tag('div', { class: 'grade' }, text(sayGates(gatesOf(evaluation, setup.smallestEffect)))),
    peopleSection(evaluation),
    predictedSection(evaluation),
    shownSection(evaluation),
    effectsSection(evaluation),
    scoresSection(evaluation),
    numbersSection(evaluation),
    methodsSection(results),
    tag(
      'footer',
      {},
      text(
        `Made by Vignette ${meta.version}, ${meta.generated}. Observed: human answers. Predicted: answers of the model named above; they are no data about people.`,
      ),
    ),
  );
}
