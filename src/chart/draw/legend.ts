const samples = {
  predicted: ['predicted', 16, '<rect class="b-p" x="1" y="1" width="14" height="10"/>'],
  observed: ['observed', 16, '<rect class="b-o" x="1" y="1" width="14" height="10"/>'],
  interval: ['95 % (Wilson)', 12, '<path class="ci" d="M6 1v11M3 1h6M3 12h6"/>'],
  floor: [
    'noise floor: mean, q95',
    34,
    '<rect class="floor" y="2" width="30" height="8"/><path class="q95" d="M30 0v12"/><path class="mean" d="M13 2v8"/>',
  ],
  mark: [
    'W, filled: beyond q95',
    28,
    '<circle class="m-p" cx="6" cy="6" r="4"/><circle class="m-pf" cx="20" cy="6" r="4"/>',
  ],
  diamond: ['predicted', 14, '<path class="m-p" d="m7 1.5 4.5 4.5-4.5 4.5-4.5-4.5z"/>'],
  filledDiamond: [
    'predicted (filled: beyond q95)',
    14,
    '<path class="m-p" d="m7 1.5 4.5 4.5-4.5 4.5-4.5-4.5z"/>',
  ],
  circle: [
    'observed, 95 %',
    22,
    '<path class="ci" d="M1 6h20"/><circle class="m-o" cx="11" cy="6" r="3.5"/>',
  ],
  band: ['observed ± floor q95', 26, '<rect class="floor" width="26" height="12"/>'],
  movement: [
    'A to B, predicted',
    40,
    '<circle class="m-p" cx="6" cy="6" r="4"/><path class="gap" d="M10 6h14"/><path class="tip" d="M31 6l-7-4v8z"/><circle class="m-pf" cx="35" cy="6" r="4"/>',
  ],
  tick: ['observed, 95 % where known', 24, '<path class="obs" d="M0 6h24"/><path class="tick" d="M12 2v8"/>'],
  triangle: ['published', 14, '<path class="m-pub" d="M7 1.5l5 8H2z"/>'],
} as const;

export type Sample = keyof typeof samples;

/** The picture and the words of one entry of a legend; the picture is decoration, the words say it. */
export function legendEntry(name: Sample): { readonly svg: string; readonly words: string } {
  const [words, width, marks] = samples[name];
  const size = `width="${width}" height="13" viewBox="0 0 ${width} 13"`;
  return {
    words,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" class="chart" ${size} aria-hidden="true">${marks}</svg>`,
  };
}
