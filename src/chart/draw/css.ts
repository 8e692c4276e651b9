/** The colours of a chart by role: hex values where they are baked, `var(…)` where a theme gives them. */
export interface Colours {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly predicted: string;
  readonly predictedFill: string;
  readonly observed: string;
  readonly grid: string;
  readonly axis: string;
  readonly floor: string;
}

/** Follows the page: every colour is one of its `--vg-*` variables. */
export const themed: Colours = {
  ground: 'var(--vg-ground)',
  ink: 'var(--vg-ink)',
  muted: 'var(--vg-muted)',
  predicted: 'var(--vg-predicted)',
  predictedFill: 'var(--vg-predicted-fill)',
  observed: 'var(--vg-observed)',
  grid: 'var(--vg-grid)',
  axis: 'var(--vg-axis)',
  floor: 'var(--vg-floor)',
};

/** For images on the editor's dark hover, where no variable reaches. */
export const dark: Colours = {
  ground: '#202020',
  ink: '#cccccc',
  muted: '#9d9d9d',
  predicted: '#59a4f9',
  predictedFill: '#59a4f957',
  observed: '#707070',
  grid: '#3c3c3c',
  axis: '#9d9d9d',
  floor: '#444444',
};

/** For images on the editor's light hover and for every copy that leaves the editor. */
export const light: Colours = {
  ground: '#f8f8f8',
  ink: '#3b3b3b',
  muted: '#3b3b3b',
  predicted: '#0063d3',
  predictedFill: '#0063d357',
  observed: '#8a8a8a',
  grid: '#dddddd',
  axis: '#858585',
  floor: '#d3d3d3',
};

/** For images that are pasted on paper and slides. */
export const paper: Colours = { ...light, ground: '#ffffff' };

/** The rules that draw the marks of every chart in these colours. */
export function chartCss(colours: Colours): string {
  return [
    `.t-m{fill:${colours.muted}}.t-b{font-weight:600}.t-e{text-anchor:end}.t-c{text-anchor:middle}`,
    `.t-p{fill:${colours.predicted}}`,
    `.grid{stroke:${colours.grid};fill:none}.axis{stroke:${colours.axis};fill:none}.zero{stroke:${colours.ink}}`,
    `.b-p{fill:${colours.predictedFill};stroke:${colours.predicted};stroke-width:1.25}.b-o{fill:${colours.observed}}`,
    `.ci{stroke:${colours.ink};stroke-width:1.25;fill:none}.halo{stroke:${colours.ground};stroke-width:3.25;fill:none}`,
    `.cip{stroke:${colours.predicted};stroke-width:1.25;fill:none;stroke-dasharray:3 2}`,
    `.cipub{stroke:${colours.ink};stroke-width:1.25;fill:none;stroke-dasharray:1 2}`,
    `.m-o{fill:${colours.ink}}.m-p{fill:${colours.ground};stroke:${colours.predicted};stroke-width:1.75}`,
    `.m-pf{fill:${colours.predicted};stroke:${colours.predicted}}`,
    `.m-pub{fill:${colours.ground};stroke:${colours.ink};stroke-width:1.25}`,
    `.floor{fill:${colours.floor}}.q95{stroke:${colours.ink}}.mean{stroke:${colours.ink};stroke-width:1.25}`,
    `.gap{stroke:${colours.predicted};stroke-width:1.25}.move{stroke:${colours.predicted};stroke-width:2;fill:none}`,
    `.tip{fill:${colours.predicted}}.obs{stroke:${colours.axis};fill:none}.tick{stroke:${colours.ink};stroke-width:2}`,
    `.stamp{fill:${colours.ground};stroke:${colours.axis};stroke-dasharray:3 2}`,
  ].join('\n');
}

/** The rules of an image that stands alone: colours and the letters too. */
export function bakedCss(colours: Colours, fontSize: number): string {
  const font = "-apple-system,'Segoe UI',Ubuntu,'Liberation Sans',sans-serif";
  return `svg{font:${fontSize}px/1 ${font};font-variant-numeric:tabular-nums}text{fill:${colours.ink}}\n${chartCss(colours)}`;
}
