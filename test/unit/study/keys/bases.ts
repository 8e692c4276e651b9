/** The studies that the table of keys changes, each correct and with data beside it. */

const BETWEEN = `vignette: 1
id: base
title: A study
source: {citation: "A 2020", url: "https://a.example", licence: CC0-1.0, year: 2020}
population: Adults
language: en
design: between
fielded: {from: 2016-05-01, to: 2016-05-20, country: US, mode: online}
assignment: {unit: respondent, probabilities: {gain: 0.05, loss: 0.95}, blocks: [region]}
intro: Imagine an outbreak.
scales:
  programs: {type: binary, options: {0: A, 1: B}, dontKnow: {code: 97, label: Unsure, as: option}}
  slider: {type: numeric, min: 0, max: 10, step: 1, unit: points, labels: {0: Not at all}, dontKnow: {code: 99, label: Unsure, as: option}}
  colours: {type: nominal, options: {1: Red, 2: Blue, 3: Green}, dontKnow: {code: 98, label: Unsure, as: option}}
  agree: {type: ordinal, points: 5, min: 1, labels: {1: Disagree, 5: Agree}, dontKnow: {code: 9, label: Unsure, as: option}}
factors:
  frame: {gain: "200 are saved", loss: "400 die"}
conditions:
  gain: {label: Gain, control: true, factors: {frame: gain}, text: "If so, {{ frame }}.", wording: verbatim, simulated: true}
  loss: {factors: {frame: loss}, pages: ["If so,", "{{ frame }}."], media: [{file: a.png, alt: A map, transcript: Beware}]}
outcomes:
  choice:
    question: Which program?
    scale: programs
    role: primary
    higher: risk
    wording: verbatim
    in: {loss: {question: Which one now?, wording: verbatim, scale: {options: {0: AA}}}}
  trust:
    question: Do you agree?
    scale: agree
    in: {loss: {scale: {labels: {5: Agree}, points: 5, min: 1, dontKnow: {code: 9, label: Not sure, as: option}}}}
  sure:
    question: How sure are you?
    scale: slider
    in: {loss: {scale: {min: 0, max: 10, step: 1, unit: points}}}
  colour:
    question: Which colour?
    scale: colours
    ask: [gain, loss]
    role: check
    correct: [1, 2]
respondents:
  data: base.csv
  id: id
  condition: {column: arm, values: {0: gain, 1: loss}}
  outcomes: {choice: {column: q1, values: {A: 0, B: 1, DK: 97}, missing: [refused]}, trust: q2}
  survey: {weight: w, strata: region, psu: town}
  where: {age: {min: 20, max: 60}, status: {not: [preview]}}
  missing: [-99]
  profile:
    - {column: age, field: age}
    - {column: sex, field: gender, values: {1: Male, 2: Female}}
    - {column: hobby, label: Pastime, measured: pre}
smallestEffect: 2
contrasts:
  - {id: main, outcome: choice, treatment: loss, control: gain, published: {estimate: 0.28, se: 0.03, unit: raw}}
  - {id: high, outcome: trust, treatment: loss, control: gain, share: [4, 5], weighted: true, published: {estimate: 0.1, ci: [0, 0.2], unit: {sd: 0.5}}}
scores:
  both: {of: [trust, sure], reverse: [trust], combine: mean}
expect:
  - {contrast: main, sign: positive}
  - {outcome: trust, w1: {below: 0.2}}
simulate: {model: fake, strategy: logprob, respondents: 16, assign: data, seed: 1}
`;

/** Twenty-eight people, of whom a few are left out or said nothing. */
function between(): string {
  const rows = Array.from({ length: 28 }, (_, i) => {
    const arm = i % 2;
    const q1 = i === 7 ? 'refused' : i === 8 ? 'DK' : (i * 7) % 5 < 2 + arm ? 'B' : 'A';
    const q2 = i === 9 ? -99 : i === 10 ? 9 : 1 + ((i * 3 + arm) % 5);
    const person = [19 + i, 1 + (i % 2 === 0 ? 1 : 0), ['Chess', 'Golf', 'Tennis'][i % 3]];
    const design = [1 + (i % 4) / 2, ['north', 'south'][i % 2], `t${i % 5}`, i === 20 ? 'preview' : 'done'];
    return [
      `p${i}`,
      arm,
      1 - arm,
      q1,
      q2,
      i === 11 ? 99 : (i * 3) % 11,
      i === 12 ? 98 : 1 + (i % 3),
      ...person,
      ...design,
      2 - (i % 3) / 2,
    ].join(',');
  });
  return `id,arm,arm2,q1,q2,sure,colour,age,sex,hobby,w,region,town,status,w2\n${rows.join('\n')}\n`;
}

const WITHIN = `vignette: 1
id: base
title: Headlines
design: within
factors:
  source: {none: "", paper: "From a paper."}
  check: {no: "", yes: "Checked."}
crossed:
  text: "{{ source }} {{ check }}"
  control: {source: none, check: no}
  omit: [{source: none, check: yes}]
  media: [{file: a.png, alt: A logo, transcript: Trust us}]
  wording: verbatim
items:
  cats: {text: Cats rule, fields: {veracity: true, topic: pets}, wording: verbatim}
  dogs: {text: Dogs vote, fields: {veracity: false, topic: pets}, in: {paper.no: {text: Dogs do vote, fields: {topic: law}}}}
outcomes:
  belief:
    question: "Do you believe this about {{ item.topic }}?"
    scale: {type: ordinal, points: 4}
  trust:
    question: How much do you trust them?
    scale: {type: matrix, of: {type: ordinal, points: 3}, items: {police: The police, courts: {text: The courts, wording: verbatim}}}
    in: {paper.no: {scale: {items: {police: Your police}}}}
respondents:
  data: base.csv
  id: id
  condition: {factors: {source: {column: s, values: {0: none, 1: paper}}, check: {column: c, values: {0: no, 1: yes}}}}
  item: {column: stimulus, values: {1: cats, 2: dogs}}
  outcomes: {trust.police: t1, trust.courts: t2}
  weight: w
  profile: [{column: age, field: age}]
contrasts:
  - {id: source, outcome: belief, factor: source, treatment: paper, control: none, estimator: cells}
  - {id: true-false, outcome: belief, treatment: paper.no, items: {plus: {veracity: [true]}, minus: {veracity: [false]}}}
  - {id: adjusted, outcome: belief, treatment: paper.no, adjust: [age]}
simulate: {model: fake, strategy: logprob}
`;

/** Six people who saw each headline in each condition. */
function within(): string {
  const cells = [
    [0, 0],
    [1, 0],
    [1, 1],
  ];
  const rows = Array.from({ length: 6 }, (_, i) =>
    cells.flatMap(([s = 0, c = 0]) =>
      [1, 2].map((item) =>
        [
          `p${i}`,
          s,
          c,
          item,
          1 + ((i + s + item) % 4),
          1 + ((i + c) % 3),
          1 + (i % 3),
          1 + (i % 2),
          20 + i,
        ].join(','),
      ),
    ),
  );
  return `id,s,c,stimulus,belief,t1,t2,w,age\n${rows.flat().join('\n')}\n`;
}

const SEVERAL = `vignette: 1
id: base
title: Several answers
scales:
  media: {type: multiselect, options: {1: Radio, 2: Paper, 3: Web}, min: 1, max: 2, dontKnow: {code: 9, label: Unsure, as: option}}
  goals: {type: rank, options: {1: Work, 2: Peace, 3: Health}, top: 2, dontKnow: {code: 8, label: Unsure, as: option}}
  budget: {type: allocate, options: {1: Roads, 2: Schools}, total: 100, dontKnow: {code: 999, label: Unsure, as: option}}
  words: {type: text, maxWords: 40, rubric: {question: How angry is this?, scale: {type: ordinal, points: 3}}}
  plan: {type: choice, tasks: 2, alternatives: 2, attributes: {rate: {label: Top rate, levels: {5: "5%", 25: "25%"}}, party: {label: Party, levels: {a: Left, b: Right}}}, restrict: [{rate: 5, party: a}]}
  income: {type: numeric, step: 1, unit: dollars, transform: {kind: log, from: 0, to: 1000}}
  agree: {type: ordinal, options: {1: No, 2: Maybe, 3: Sure}}
conditions:
  all: {text: Hello.}
outcomes:
  used: {question: Which do you use?, scale: media}
  ranked: {question: What matters?, scale: goals, in: {all: {scale: {top: 2}}}}
  spent: {question: Where should it go?, scale: budget, in: {all: {scale: {total: 100}}}}
  why: {question: Why?, scale: words}
  tax: {question: Which plan?, scale: plan}
  gate: {question: Do you earn?, scale: {type: binary, options: {1: Y, 2: N}}}
  earned: {question: How much?, scale: income}
  owner: {question: Is it yours?, scale: agree}
respondents:
  data: base.csv
  id: id
  outcomes: {used: {columns: {1: u1, 2: u2, 3: u3}}}
  conjoint: {task: {column: profile, per: 2}, alternative: alt, chosen: won, attributes: {rate: top}}
contrasts:
  - {outcome: tax, attribute: rate, treatment: 25, control: 5}
simulate: {model: fake, strategy: direct}
`;

/** Eight people with two tasks of two alternatives; what is not of an alternative stands in the first row. */
function several(): string {
  const rows = Array.from({ length: 8 }, (_, i) =>
    [1, 2, 3, 4].map((profile) => {
      const levels = [profile % 2 === 0 ? 25 : 5, 'b'];
      const chosen = (profile + i) % 2;
      const once =
        profile === 1
          ? [1, i % 2, 0, 1 + (i % 2), i * 100, i % 3 === 0 ? 'own' : 'rent', 1 + (i % 3)]
          : ['', '', '', '', '', '', ''];
      return [`p${i}`, profile, 1 + ((profile - 1) % 2), chosen, ...levels, ...once].join(',');
    }),
  );
  return `id,profile,alt,won,top,party,u1,u2,u3,gate,earned,house,owner\n${rows.flat().join('\n')}\n`;
}

const PANEL = `vignette: 1
id: base
title: A panel
outcomes:
  choice: {question: Which program?, scale: {type: binary, options: {0: A, 1: B}}}
panel:
  size: 12
  sample: base.csv
  profile: [{column: sex, field: gender, values: {1: Male, 2: Female}}, {column: hobby, label: Pastime, measured: pre}]
  weight: w
  margins: {gender: {Male: 0.3, Female: 0.7}}
simulate: {model: fake, strategy: logprob}
`;

const AMOUNT = `vignette: 1
id: base
title: Filters, and a number without bounds
outcomes:
  colour: {question: Which colour?, scale: {type: nominal, options: {1: Red, 2: Blue, 3: Green}}}
  taste: {question: Which taste?, scale: {type: nominal, options: {1: Sweet, 2: Sour}}, askIf: {column: region, is: [north]}}
  sure: {question: How much?, scale: much, askIf: {outcome: colour, is: [1]}}
scales:
  much: {type: numeric, step: 1, unit: dollars, transform: {kind: log, from: 0, to: 10}}
respondents: {data: base.csv, id: id, outcomes: {taste: sex}, missing: [98, 99]}
simulate: {model: fake, strategy: direct}
`;

export interface Base {
  readonly study: string;
  /** Files beside the study. */
  readonly data: Readonly<Record<string, string>>;
}

export const bases = {
  between: {
    study: BETWEEN,
    data: { 'base.csv': between(), 'other.csv': between().replace(/Chess/g, 'Go') },
  },
  within: { study: WITHIN, data: { 'base.csv': within() } },
  several: { study: SEVERAL, data: { 'base.csv': several() } },
  amount: { study: AMOUNT, data: { 'base.csv': between() } },
  panel: { study: PANEL, data: { 'base.csv': between(), 'other.csv': between().replace(/Chess/g, 'Go') } },
} as const satisfies Readonly<Record<string, Base>>;

export type BaseName = keyof typeof bases;
