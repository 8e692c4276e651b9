/** A study that uses all of the format, with parts long enough to be read apart. */
export const WHOLE_FORMAT = `# Everything that a study can say.
vignette: 1
id: whole-format
title: "Everything: the whole format"
source: {citation: "A & B (2020)", url: "https://example.org/x", licence: CC0-1.0, year: 2020}
population: Adults, online   # one line
language: en
design: mixed
fielded: {from: 2016-05-01, to: 2016-05-20, country: US, mode: online}
assignment:
  unit: respondent
  probabilities: {gain: 0.5, loss: 0.5}
intro: |
  Imagine that your country prepares for an outbreak.

  You are asked as {{ profile.age }}: # no comment
    what do you think?

scales:
  # Used below.
  agree7: {type: ordinal, points: 7, labels: {1: Strongly disagree, 4: Neither, 7: Strongly agree}, dontKnow: {code: 98, label: Don't know, as: missing}}
  warmth:
    type: numeric
    min: 0
    max: 100
    step: 1
    unit: degrees
    labels:
      0: Cold
      100: 'Warm: it''s'
  party: {type: nominal, options: {1: Left, 2: Right, 3: Neither}}
  several: {type: multiselect, options: {1: A, 2: B, 3: C}, min: 1, max: 2}
  ranks: {type: rank, options: {1: A, 2: B, 3: C}, top: 2}
  budget: {type: allocate, options: {1: Roads, 2: Schools}, total: 100}
  words:
    type: text
    maxWords: 50
    rubric: {question: How warm is the text?, scale: {type: ordinal, points: 3}}
  tax:
    type: choice
    tasks: 8
    alternatives: 2
    attributes:
      rate_top: {label: Top rate, levels: {5: "5%", 25: "25%", low: "<75%"}}
      rate_low: {label: Low rate, levels: {0: none, 10: "10%"}}
    restrict:
      - {rate_top: 5, rate_low: 10}

factors:
  frame: {gain: "200 people will be saved", loss: "400 people will die"}
  expert:
    absent: ''
    present: >-
      Experts
      agree.

conditions:
  gain:
    control: true
    label: Gains
    factors: {frame: gain, expert: absent}
    text: "If Program A is adopted, {{ frame }}. {{ expert }}
      {{ item }}"
  loss:
    factors:
      frame: loss
      expert: present
    text: |-
      If Program A is adopted, {{ frame }}.
      Note: {{ expert }}

      - a list: of things

  "photo one":
    pages: ["First {{ frame }}", 'Second']
    factors: {frame: loss}
    media:
    - {file: a.png, alt: "A picture", transcript: "Words"}
    - file: b.png
      alt: Another
    wording: described
    simulated: false
  empty:
  photo.two: {pages: [
      "First",
      "Second"
    ], wording: paraphrased}

outcomes:
  choice:
    question: Which of the two programs would you favor?
    scale: {type: binary, options: {1: Program A, 2: Program B}}
    role: primary
    higher: risk seeking
    ask: [gain, loss]
    wording: verbatim
    in: {loss: {question: "And now?", scale: {options: {1: The first}}}}
  trust:
    question: How much do you trust each of these?
    scale: {type: matrix, of: agree7, items: {police: The police, courts: The courts}}
  check:
    question: Which frame was it?
    role: check
    scale: {type: nominal, options: {1: Gains, 2: Losses}}
    correct: [1]
    askIf: {outcome: choice, is: [1]}
  warm: {question: How warm?, scale: warmth}
  vote:
    question: >
      Which of the two
      tax plans?
    scale: tax
  many: {question: Which?, scale: several, role: secondary}
  order: {question: In which order?, scale: ranks}
  spend: {question: How would you spend it?, scale: budget}
  why: {question: Why?, scale: words}

items:
  headline1: {text: "A headline", fields: {check: "true?", veracity: true}, in: {loss: {text: "Another", fields: {check: "no"}}}}
  headline2:
    text: A second
    fields:
      veracity: false

respondents:
  data: whole.csv
  id: respondent
  condition: {column: arm, values: {0: gain, 1: loss}}
  outcomes:
    choice: q1
    trust.police: {column: q2_1, values: {Yes: 1}, missing: [-1]}
    many: {columns: {1: q5_1, 2: q5_2}}
  item: item_id
  conjoint: {task: task, alternative: alt, chosen: chosen, attributes: {rate_top: top}}
  weight: weight
  where: {finished: [1], age: {min: 18}, status: {not: [preview]}}
  missing: [-99, 98, 99]
  profile:
    - {column: age, field: age}
    - {column: gender, field: gender, values: {1: Male, 2: Female}}
    - {column: hobby, label: Favourite pastime, measured: pre}

panel:
  size: 500
  margins: {gender: {Male: 0.49, Female: 0.51}}

smallestEffect: 2
contrasts:
  - {id: loss-gain, outcome: choice, treatment: loss, control: gain, published: {estimate: 0.28, se: 0.03, unit: raw}}
  - outcome: vote
    attribute: rate_top
    treatment: 25
    control: 5
scores:
  institutions: {of: [trust.police, trust.courts], reverse: [], combine: mean}
expect:
  - {contrast: loss-gain, sign: positive}
  - {outcome: choice, w1: {below: 0.1}}
simulate:
  model: local
  strategy: direct
  respondents: 200
  seed: 1
`;
