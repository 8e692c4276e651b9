const CONDITIONS = 64;
const OUTCOMES = 128;

/** A study of about 2,000 lines without a mistake: 64 conditions of several lines, 128 outcomes. */
export function largeStudy(): string {
  return [HEAD, numbered(CONDITIONS, condition), 'outcomes:', numbered(OUTCOMES, outcome), TAIL].join('\n');
}

const HEAD = `vignette: 1
id: large
title: A large study
source: {citation: "Somebody (2020)", licence: CC0-1.0, year: 2020}
population: Adults, online panel
language: en
intro: |
  Imagine that your country is preparing for an outbreak.
  You are {{ profile.age }} years old.
scales:
  agree7: {type: ordinal, points: 7, labels: {1: Strongly disagree, 4: Neither, 7: Strongly agree}}
  warmth: {type: numeric, min: 0, max: 100, step: 1, labels: {0: Cold, 100: Warm}}
factors:
  frame:
    gain: 200 people will be saved
    loss: 400 people will die
conditions:`;

const TAIL = `respondents:
  data: large.csv
  condition: arm
  profile:
    - {column: age, field: age}
    - {column: gender, field: gender, values: {1: Male, 2: Female}}
simulate:
  model: local
  seed: 1
`;

function numbered(count: number, entry: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => entry(i)).join('\n');
}

function condition(i: number): string {
  return `  arm${i}:
    label: Arm number ${i}
    control: ${i === 0}
    factors: {frame: ${i % 2 === 0 ? 'gain' : 'loss'}}
    wording: paraphrased
    text: |
      This is what the respondents of arm ${i} read: {{ frame }}.

      The programs differ in what they promise, in their cost, and in who carries it.
      Please read the description with care, and take the time that you need for it.
      Nothing that you answer can be traced back to you by anybody: not by us either.`;
}

function outcome(i: number): string {
  const inArm = `    in:
      arm${i % CONDITIONS}:
        question: "And if {{ frame }}: how much would you agree with statement ${i}?"`;
  return `  statement${i}:
    # Asked in random order.
    question: "If {{ frame }}, how much do you agree with statement ${i}?"
    scale: ${i % 3 === 0 ? '{type: nominal, options: {1: Yes please, 2: Rather not, 3: Never}}' : 'agree7'}
    role: ${i === 0 ? 'primary' : 'secondary'}
    higher: more agreement
    wording: paraphrased
${inArm}`;
}
