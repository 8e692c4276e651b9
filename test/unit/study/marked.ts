import { changed, GOOD } from './texts';

/** A mistake: the code that is said of it, and a text in which `⟦…⟧` marks where. */
export interface Marked {
  readonly code: string;
  readonly says: string;
  readonly text: string;
}

const TRUST = '    scale: agree7\n';

function inTrust(more: string): string {
  return changed(TRUST, `${TRUST}${more}`);
}

function onScale(scale: string): string {
  return changed(TRUST, `    scale: ${scale}\n`);
}

function below(more: string): string {
  return `${GOOD}${more}\n`;
}

const CROSSED = `vignette: 1
id: crossed
title: Crossed
factors:
  frame: {none: "", loss: "400 people will die"}
  expert: {absent: "", present: Experts agree.}
`;
const ASKED = `outcomes:
  choice: {question: Which program?, scale: {type: binary, options: {1: A, 2: B}}}
`;

function crossed(keys: string): string {
  return `${CROSSED}crossed: {text: "{{ frame }} {{ expert }}", ${keys}}\n${ASKED}`;
}

const ITEMS =
  'items:\n  one: {text: First., fields: {true: no}}\n  two: {text: Second., fields: {true: yes}}';
const TAX = 'attributes: {rate: {levels: {low: "5%", high: "25%"}}, who: {levels: {a: A, b: B}}}';

/** Each code that the study alone can raise, each on a text that is right but for the one place. */
export const marked: readonly Marked[] = [
  ['yaml/syntax', 'an open quote', changed('id: disease', 'id: "diseas⟦e⟧')],
  ['yaml/duplicate-key', 'a key twice', below('⟦title⟧: Other')],
  ['yaml/alias-limit', 'a bomb', aliases()],
  ['yaml/unquoted-template', 'no quotes', changed('Which program?', '⟦{{ frame }} now⟧')],
  ['yaml/ambiguous-scalar', 'a yes', changed('1: Program A', '1: ⟦yes⟧')],
  ['yaml/ambiguous-scalar', 'an exponent', changed('1: Program A', '1: ⟦1e3⟧')],
  ['yaml/ambiguous-scalar', 'base 8', changed('1: Program A', '1: ⟦0777⟧')],
  ['yaml/ambiguous-scalar', 'a date', changed('Gain and loss framing', '⟦2016-05-01⟧')],
  ['yaml/ambiguous-scalar', 'a time', changed('1: Program A', '1: ⟦12:30⟧')],
  ['study/unknown-key', 'at the top', changed('title:', '⟦tilte⟧:')],
  ['study/unknown-key', 'a misspelled type', changed('{type: ordinal,', '{⟦tpye⟧: ordinal,')],
  ['study/missing-key', 'in an outcome', changed('  choice:\n    question: Which program?', '  ⟦choice⟧:')],
  ['study/missing-key', 'of a contrast', below('contrasts: [⟦{outcome: choice}⟧]')],
  [
    'study/missing-key',
    'a control, where there is none',
    changed('control: true, ', '', below('contrasts: [{outcome: choice, treatment: ⟦loss⟧}]')),
  ],
  [
    'study/missing-key',
    'levels',
    changed('ordinal, points: 7, labels: {1: Disagree, 7: Agree}', '⟦ordinal⟧'),
  ],
  ['study/missing-key', 'people', below('⟦panel⟧: {size: 100}')],
  ['study/missing-key', 'a profile', below('⟦panel⟧: {size: 100, sample: s.csv}')],
  ['study/type', 'a word for a number', changed('points: 7', 'points: ⟦seven⟧')],
  ['study/type', 'right answers of what is no check', inTrust('    ⟦correct⟧: [1]\n')],
  ['study/type', 'both pages and text', changed('loss: {', 'loss: {⟦pages⟧: [A], ')],
  [
    'study/type',
    'an item column without items',
    below('respondents: {data: d.csv, condition: c, ⟦item⟧: i}'),
  ],
  ['study/type', 'a weight without a sample', below('panel: {size: 9, ⟦weight⟧: w, margins: {age: {1: 1}}}')],
  ['study/type', 'a score called as an outcome', below('scores: {⟦trust⟧: {of: [trust]}}')],
  ['study/type', 'half a control of crossed factors', crossed('⟦control⟧: {frame: none}')],
  ['study/version', 'a newer one', changed('vignette: 1', 'vignette: ⟦2⟧')],
  ['study/version', 'one before the first', changed('vignette: 1', 'vignette: ⟦0⟧')],
  [
    'study/unsupported',
    'replicate weights',
    below('respondents: {data: d.csv, condition: arm, survey: {⟦replicates⟧: [r1]}}'),
  ],
  ['study/limit', 'many outcomes', manyOutcomes()],
  ['reference/unknown', 'a scale', changed('scale: agree7', 'scale: ⟦agre7⟧')],
  ['reference/unknown', 'a level', changed('frame: loss}, text', 'frame: ⟦lost⟧}, text')],
  ['reference/unknown', 'a condition', inTrust('    ask: [⟦los⟧]\n')],
  [
    'reference/unknown',
    'an outcome of a contrast',
    below('contrasts: [{outcome: ⟦choise⟧, treatment: loss}]'),
  ],
  [
    'reference/unknown',
    'a field of items',
    below(`${ITEMS}\ncontrasts: [{outcome: choice, treatment: loss, items: {plus: {⟦tru⟧: [no]}}}]`),
  ],
  [
    'reference/unknown',
    'a value of a field',
    below(`${ITEMS}\ncontrasts: [{outcome: choice, treatment: loss, items: {plus: {true: [⟦maybe⟧]}}}]`),
  ],
  ['reference/unknown', 'a contrast', below('expect: [{contrast: ⟦los-gain⟧, sign: positive}]')],
  ['reference/unknown', 'a member of a score', below('scores: {both: {of: [⟦trst⟧]}}')],
  [
    'reference/unknown',
    'turned around without being a member',
    below('scores: {both: {of: [trust], reverse: [⟦choice⟧]}}'),
  ],
  [
    'reference/unknown',
    'an item of a matrix',
    below('contrasts: [{outcome: many.⟦coutrs⟧, treatment: loss}]').replace(
      'outcomes:\n',
      'outcomes:\n  many: {question: How?, scale: {type: matrix, of: agree7, items: {police: P, courts: C}}}\n',
    ),
  ],
  [
    'reference/unknown',
    'a level of an attribute',
    onScale(`{type: choice, tasks: 2, alternatives: 2, ${TAX}, restrict: [{rate: ⟦lo⟧}]}`),
  ],
  [
    'reference/unknown',
    'a combination to omit',
    crossed('control: {frame: none, expert: absent}, omit: [{frame: ⟦los⟧}]'),
  ],
  ['template/unknown-variable', 'a misspelled factor', changed('Imagine an outbreak.', '"{{ ⟦fram⟧ }}"')],
  ['template/unknown-variable', 'an item without items', changed('Imagine an outbreak.', '"{{ ⟦item⟧ }}"')],
  [
    'template/unknown-variable',
    'an unknown field of items',
    below(ITEMS).replace('Imagine an outbreak.', '"{{ ⟦item.tru⟧ }}"'),
  ],
  [
    'template/unknown-variable',
    'a profile field that nobody has',
    changed('Which program?', '"Which, at {{ ⟦profile.age⟧ }}?"'),
  ],
  ['template/unknown-variable', 'an open template', changed('outbreak.', 'outbreak. ⟦{{⟧ frame')],
  [
    'template/unknown-variable',
    'a level that a condition does not name',
    changed('factors: {frame: loss}, text: "If A is adopted, {{ frame }}."', 'text: "Die. {{ ⟦frame⟧ }}"'),
  ],
  [
    'template/unknown-variable',
    'an attribute where there is no alternative',
    onScale(`{type: choice, tasks: 2, alternatives: 2, ${TAX}}`).replace(
      'Imagine an outbreak.',
      '"At {{ ⟦rate⟧ }}?"',
    ),
  ],
  [
    'template/unknown-variable',
    'an item without the level of its factor',
    below('items: {one: {text: "{{ ⟦frame⟧ }}"}}').replace(
      'outcomes:',
      '  none: {text: Nothing is done.}\noutcomes:',
    ),
  ],
  [
    'template/unused-factor',
    'a factor in no text',
    changed('factors:\n', 'factors:\n  ⟦tone⟧: {calm: Calm}\n'),
  ],
  ['conditions/no-control', 'none', changed('control: true, ', '', changed('conditions:', '⟦conditions⟧:'))],
  [
    'conditions/no-control',
    'none among crossed ones',
    crossed('wording: verbatim').replace('crossed:', '⟦crossed⟧:'),
  ],
  ['conditions/several-controls', 'two', changed('loss: {', 'loss: {control: ⟦true⟧, ')],
  [
    'conditions/same-stimulus',
    'one text',
    changed('  loss: {factors: {frame: loss}', '  ⟦loss⟧: {factors: {frame: gain}'),
  ],
  [
    'conditions/same-stimulus',
    'crossed levels of one text',
    crossed('control: {frame: none, expert: absent}')
      .replace('"400 people will die"', '""')
      .replace('crossed:', '⟦crossed⟧:'),
  ],
  ['outcomes/unreachable', 'no condition', inTrust('    ask: []\n').replace('  trust:', '  ⟦trust⟧:')],
  [
    'outcomes/unreachable',
    'a filter by answers that nobody gives',
    inTrust('    askIf: {outcome: choice, is: ⟦[9]⟧}\n'),
  ],
  [
    'outcomes/unreachable',
    'a filter by what is asked of others',
    inTrust('    ask: [loss]\n    askIf: {outcome: ⟦choice⟧, is: [1]}\n').replace(
      '2: Program B}}\n',
      '2: Program B}}\n    ask: [gain]\n',
    ),
  ],
  ['outcomes/unreachable', 'a filter by itself', inTrust('    askIf: {outcome: ⟦trust⟧, is: [1]}\n')],
  [
    'outcomes/unreachable',
    'an item that each condition leaves out',
    changed(
      TRUST,
      '    scale: {type: matrix, of: agree7, items: {⟦a⟧: A, b: B}}\n    in: {gain: {scale: {items: {a: null}}}, loss: {scale: {items: {a: null}}}}\n',
    ),
  ],
  ['scale/levels', 'three in a binary one', onScale('{type: binary, options: ⟦{1: A, 2: B, 3: C}⟧}')],
  ['scale/levels', 'a word for a code', onScale('{type: nominal, options: {1: A, ⟦x⟧: B}}')],
  ['scale/levels', 'one code twice', onScale('{type: nominal, options: {1: A, ⟦01⟧: B}}')],
  ['scale/levels', 'points and options', onScale('{type: ordinal, ⟦points⟧: 3, options: {1: A, 2: B}}')],
  ['scale/levels', 'bounds turned around', onScale('{type: numeric, min: 10, max: ⟦0⟧}')],
  [
    'scale/levels',
    'a transform turned around',
    onScale('{type: numeric, transform: {kind: log, from: 5, to: ⟦1⟧}}'),
  ],
  ['scale/levels', 'a step that misses', onScale('{type: numeric, min: 0, max: 10, step: ⟦3⟧}')],
  [
    'scale/levels',
    "a don't know among the levels",
    onScale("{type: ordinal, points: 3, dontKnow: {code: ⟦3⟧, label: Don't know}}"),
  ],
  [
    'scale/levels',
    'more answers than options',
    onScale('{type: multiselect, options: {1: A, 2: B}, max: ⟦3⟧}'),
  ],
  [
    'scale/levels',
    'fewer at most than at least',
    onScale('{type: multiselect, options: {1: A, 2: B}, min: 2, max: ⟦1⟧}'),
  ],
  ['scale/levels', 'more ranks than options', onScale('{type: rank, options: {1: A, 2: B}, top: ⟦3⟧}')],
  ['scale/levels', 'nothing to spread', onScale('{type: allocate, options: {1: A, 2: B}, total: ⟦0⟧}')],
  [
    'scale/levels',
    'restrictions that leave nothing',
    onScale(
      `{type: choice, tasks: 2, alternatives: 2, ${TAX}, ⟦restrict⟧: [{rate: low}, {rate: high, who: [a, b]}]}`,
    ),
  ],
  [
    'scale/levels',
    'a conjoint in a matrix',
    onScale(`{type: matrix, of: ⟦tax⟧, items: {a: A, b: B}}`).replace(
      'scales:\n',
      `scales:\n  tax: {type: choice, tasks: 2, alternatives: 2, ${TAX}}\n`,
    ),
  ],
  [
    'scale/levels',
    'a rubric of several answers',
    onScale('{type: text, rubric: {question: What?, scale: ⟦many⟧}}').replace(
      'scales:\n',
      'scales:\n  many: {type: multiselect, options: {1: A, 2: B}}\n',
    ),
  ],
  ['scale/levels', 'a right answer off the scale', inTrust('    role: check\n    correct: [7, ⟦8⟧]\n')],
  [
    'scale/levels',
    'a share of what is not offered',
    below('contrasts: [{outcome: choice, treatment: loss, share: [2, ⟦3⟧]}]'),
  ],
  ['scale/levels', 'a change that says nothing', inTrust('    in: {loss: {scale: {⟦top⟧: 2}}}\n')],
  ['scale/labels', 'one outside', changed('7: Agree', '⟦8⟧: Agree')],
  ['scale/labels', 'beside options', onScale('{type: ordinal, options: {1: A, 2: B}, ⟦labels⟧: {1: C}}')],
  [
    'scale/labels',
    'turned around',
    changed('labels: {1: Disagree, 7: Agree}', '⟦labels⟧: {Disagree: 1, Agree: 7}'),
  ],
  ['scale/differs', 'another range', inTrust('    in: {loss: {⟦scale⟧: {points: 5}}}\n')],
  ['scale/differs', 'other labels', inTrust('    in: {loss: {⟦scale⟧: {labels: {1: Never}}}}\n')],
  ['scale/many-levels', 'a long slider', onScale('{type: ⟦numeric⟧, min: 0, max: 500}')],
  ['shares/sum', 'margins', below('panel: {size: 9, margins: {⟦age⟧: {1: 0.5, 2: 0.6}}}')],
  ['shares/sum', 'probabilities', below('assignment: {⟦probabilities⟧: {gain: 0.5, loss: 0.4}}')],
  ['shares/sum', 'a condition without a share', below('assignment: {⟦probabilities⟧: {gain: 1}}')],
  [
    'contrasts/arms',
    'one with itself',
    below('contrasts: [{outcome: choice, treatment: loss, control: ⟦loss⟧}]'),
  ],
  [
    'contrasts/arms',
    'an outcome that is not asked',
    below('contrasts: [{outcome: ⟦trust⟧, treatment: loss}]').replace(TRUST, `${TRUST}    ask: [gain]\n`),
  ],
  [
    'contrasts/arms',
    'an attribute of another',
    below('contrasts: [{outcome: ⟦choice⟧, attribute: rate, treatment: low, control: high}]').replace(
      'scale: agree7',
      `scale: {type: choice, tasks: 2, alternatives: 2, ${TAX}}`,
    ),
  ],
  [
    'contrasts/arms',
    'no item',
    below(
      `${ITEMS.replace('{true: no}', '{true: no, left: yes}')}\ncontrasts: [{outcome: choice, treatment: loss, items: {plus: ⟦{true: [yes], left: [yes]}⟧}}]`,
    ),
  ],
  [
    'contrasts/arms',
    'no two conditions that differ in it alone',
    `${CROSSED}crossed: {text: "{{ frame }} {{ expert }}", control: {frame: none, expert: absent}, omit: [{frame: none, expert: present}, {frame: loss, expert: absent}]}\n${ASKED}contrasts: [{outcome: ⟦choice⟧, factor: frame, treatment: loss, control: none}]\n`,
  ],
  [
    'contrasts/duplicate',
    'one name',
    below('contrasts: [{outcome: choice, treatment: loss}, {outcome: choice, treatment: ⟦loss⟧}]'),
  ],
  [
    'contrasts/published',
    'an interval turned around',
    below('contrasts: [{outcome: choice, treatment: loss, published: {estimate: 1, ci: ⟦[2, 0]⟧}}]'),
  ],
  [
    'contrasts/published',
    'an estimate outside',
    below('contrasts: [{outcome: choice, treatment: loss, published: {estimate: 3, ci: ⟦[0, 2]⟧}}]'),
  ],
  [
    'contrasts/published',
    'an error that does not fit',
    below('contrasts: [{outcome: choice, treatment: loss, published: {estimate: 1, se: ⟦2⟧, ci: [0, 2]}}]'),
  ],
  ['scores/members', 'two ranges', below('scores: {both: {of: [trust, ⟦choice⟧]}}')],
  [
    'scores/members',
    'no order',
    below('scores: {both: {of: [⟦trust⟧]}}').replace(
      'scale: agree7',
      'scale: {type: nominal, options: {1: A, 2: B}}',
    ),
  ],
  ['expect/impossible', 'below nothing', below('expect: [{outcome: choice, w1: {below: ⟦0⟧}}]')],
  [
    'expect/impossible',
    'both signs',
    below('expect: [{contrast: loss-gain, sign: positive}, {contrast: loss-gain, sign: ⟦negative⟧}]'),
  ],
  [
    'expect/impossible',
    'a distance without an order',
    below('expect: [{outcome: ⟦trust⟧, w1: {below: 0.1}}]').replace(
      'scale: agree7',
      'scale: {type: nominal, options: {1: A, 2: B}}',
    ),
  ],
  [
    'profile/vocabulary',
    'a word of a margin',
    below('panel: {size: 9, margins: {gender: {⟦Man⟧: 0.5, Female: 0.5}}}'),
  ],
  [
    'profile/vocabulary',
    'a word of a value',
    below(
      'respondents: {data: d.csv, condition: c, profile: [{column: g, field: gender, values: {1: ⟦Man⟧}}]}',
    ),
  ],
].map(([code = '', says = '', text = '']) => ({ code, says, text }));

function aliases(): string {
  const hundred = Array.from({ length: 100 }, () => '*a').join(', ');
  return below(`population: &a x\nrespondents: {data: d.csv, condition: c, missing: [${hundred}, ⟦*a⟧]}`);
}

function manyOutcomes(): string {
  const many = Array.from({ length: 999 }, (_, i) => `  o${i}: {question: Why ${i}?, scale: agree7}\n`);
  return below(many.join('').replace('  o998:', '  ⟦o998⟧:').trimEnd());
}
