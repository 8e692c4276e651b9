/** A correct study that has every kind of name, conditions written out. */
export const WRITTEN = `vignette: 1
id: news
title: Headlines and labels
source: {citation: "A. Writer 2020", url: "https://doi.org/10.1/x"}
assignment: {probabilities: {plain: 0.5, 'label: red': 0.5}}
intro: |
  You read the news, {{ profile.age }} years old.
  {{ item }} ({{ item.check }})
scales:
  agree7: {type: ordinal, points: 7, labels: {1: Disagree, 7: Agree}}
factors:
  tone: {calm: "calm", loud: "LOUD"}
  colour: {none: "", red: "red, {no template}"}
conditions:
  plain: {control: true, factors: {tone: calm, colour: none}, text: "A {{ tone }} text.{{ colour }}"}
  'label: red':
    factors:
      tone: "loud"
      colour: red
    pages:
      - A {{tone}} text, {{ colour }}.
      - |
        And {{ tone }} again.
    media: [{file: a.png, alt: A label}]
items:
  first: {text: "Rain", fields: {check: "yes it rains", true news: true}}
  second:
    text: Snow
    fields: {check: maybe, true news: false}
    in:
      'label: red': {text: Red snow, fields: {check: no}}
outcomes:
  share:
    question: "Would you share \\"{{ item.check }}\\", {{ tone }}?"
    scale: {type: binary, options: {1: Share, 2: Not}}
    ask: [plain, 'label: red']
    in:
      'label: red': {question: "Would you share it, {{ tone }}?"}
  trust:
    question: How much do you trust each?
    scale: {type: matrix, of: agree7, items: {police: The police, courts: The courts}}
    askIf: {outcome: share, is: [1]}
  gate:
    question: Do you agree?
    scale: agree7
    role: secondary
  tax:
    question: Which plan?
    scale:
      type: choice
      tasks: 4
      alternatives: 2
      attributes:
        rate: {label: Rate, levels: {low: "5%", high: "50%"}}
        plan: {levels: {a: A, b: B}}
      restrict:
        - {rate: high, plan: [a]}
respondents:
  data: d.csv
  id: pid
  condition: {column: arm, values: {0: plain, 1: 'label: red'}}
  outcomes: {share: q1, trust.police: q2_1, "trust.courts": q2_2, gate: q3}
  item: {column: hl, values: {1: first, 2: second}}
  conjoint: {task: t, chosen: c, attributes: {rate: col_rate, plan: col_plan}}
  weight: w
  where: {finished: [1]}
  profile:
    - {column: a, field: age}
    - {column: hobby, label: Hobby}
contrasts:
  - {outcome: share, treatment: 'label: red', control: plain}
  - {id: fake, outcome: share, treatment: 'label: red', control: plain, items: {plus: {true news: [false]}}, adjust: [age, hobby]}
  - {outcome: gate, factor: tone, treatment: loud, control: calm}
  - {outcome: tax, attribute: rate, treatment: high, control: low}
  - {outcome: institutions, treatment: 'label: red', control: plain, id: inst}
scores:
  institutions: {of: [trust.police, trust.courts], reverse: [trust.courts]}
expect:
  - {contrast: fake, sign: positive}
  - {contrast: 'label: red-plain', sign: negative}
  - {contrast: tone:loud-calm, sign: negative}
  - {outcome: trust, w1: {below: 0.2}}
  - {outcome: trust.police, w1: {below: 0.2}}
simulate: {model: local}
`;

/** The same for crossed factors. */
export const CROSSED = `vignette: 1
id: crossing
title: Two factors
factors:
  frame: {none: "", gain: "200 saved", v1.2: "400 die"}
  expert: {absent: "", present: "An expert says so."}
crossed:
  text: "{{ frame }} {{ expert }}"
  control: {frame: none, expert: absent}
  omit: [{frame: v1.2, expert: absent}]
outcomes:
  choice:
    question: Which?
    scale: {type: binary, options: {1: A, 2: B}}
    ask: [none.absent, gain.present, v1.2.present]
    in:
      gain.present: {question: Which of these?}
respondents:
  data: d.csv
  condition: {factors: {frame: f, expert: {column: e, values: {0: absent, 1: present}}}}
expect:
  - {contrast: gain.present-none.absent, sign: positive}
`;
