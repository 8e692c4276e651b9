import type { Shape } from '../../study/schema/shape';
import type { Place } from './place';
import type { Proposal } from './proposal';

const SCALES: Readonly<Record<string, string>> = {
  binary: '{type: binary, options: {1: ${1:The first}, 2: ${2:The second}\\}\\}',
  ordinal:
    '{type: ordinal, points: ${1:7}, labels: {1: ${2:Strongly disagree}, ${1:7}: ${3:Strongly agree}\\}\\}',
  numeric: '{type: numeric, min: ${1:0}, max: ${2:100}\\}',
  nominal: '{type: nominal, options: {1: ${1:One}, 2: ${2:Another}\\}\\}',
  multiselect: '{type: multiselect, options: {1: ${1:One}, 2: ${2:Another}\\}\\}',
  rank: '{type: rank, options: {1: ${1:One}, 2: ${2:Another}\\}\\}',
  allocate: '{type: allocate, options: {1: ${1:One}, 2: ${2:Another}\\}, total: ${3:100}\\}',
  matrix: '{type: matrix, of: ${1:scale}, items: {${2:name}: ${3:What is asked about}\\}\\}',
  choice:
    '{type: choice, tasks: ${1:4}, alternatives: 2, attributes: {${2:name}: {levels: {${3:a}: ${4:One}, ${5:b}: ${6:Another}\\}\\}\\}\\}',
  text: '{type: text, maxWords: ${1:100}\\}',
};

/** Whole scales of the types that may stand at a place, to be filled in. */
export function scaleProposals({ cases }: Shape & { kind: 'cases' }, { quoted }: Place): readonly Proposal[] {
  if (quoted) return [];
  return cases.flatMap(({ value, help }): Proposal[] => {
    const insert = SCALES[value];
    if (insert === undefined) return [];
    return [{ label: `{type: ${value}, …}`, kind: 'snippet', insert, snippet: true, detail: help }];
  });
}
