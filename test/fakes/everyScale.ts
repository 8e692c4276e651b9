import type { ModelCall, ModelReply } from '../../src/simulate/types';
import { rng } from '../../src/util/rng';
import { aText } from './fakeModel';

/** A study with an outcome of every type of scale, and no human answers. */
export const everyScaleStudy = `vignette: 1
id: every-scale
title: Every type of scale
conditions:
  plain: {control: true, text: "The city plans its budget."}
  tight: {text: "The city plans its budget, and money is tight."}
outcomes:
  vote: {question: Would you vote for it?, scale: {type: binary, options: {0: No, 1: Yes}}}
  trust: {question: Do you trust the city?, scale: {type: ordinal, points: 5}}
  years: {question: How many years have you lived there?, scale: {type: numeric, min: 0, max: 99}}
  party: {question: Whom do you like?, scale: {type: nominal, options: {1: Reds, 2: Greens, 3: Blues}}}
  use: {question: Which of these do you use?, scale: {type: multiselect, options: {1: Park, 2: Pool, 3: Library}, max: 2}}
  order: {question: What comes first?, scale: {type: rank, options: {1: Park, 2: Pool, 3: Library}}}
  spend: {question: How would you spend it?, scale: {type: allocate, options: {1: Park, 2: Pool, 3: Library}, total: 10}}
  views:
    question: How good is each?
    scale: {type: matrix, of: {type: ordinal, points: 3}, items: {park: The park, pool: The pool}}
  why: {question: Why?, scale: {type: text, maxWords: 30}}
  mood:
    question: How do you feel about it?
    scale:
      type: text
      rubric: {question: How positive is this text?, scale: {type: ordinal, points: 3, labels: {1: Negative, 3: Positive}}}
  pool:
    question: Which pool would you rather have?
    scale:
      type: choice
      tasks: 2
      alternatives: 2
      attributes:
        price: {label: Price, levels: {low: 2 euros, high: 5 euros}}
        size: {label: Size, levels: {small: Small, large: Large}}
panel: {size: 12, margins: {gender: {Male: 0.5, Female: 0.5}}}
simulate: {model: fake, strategy: direct, respondents: 12}
`;

/** The same with the answers of four people, `everyScalePeople`, in place of a panel. */
export const everyScaleSurvey = everyScaleStudy.replace(
  /panel: .*\n/,
  `respondents:
  data: people.csv
  id: id
  condition: arm
  outcomes:
    use: {columns: {1: use_1, 2: use_2, 3: use_3}}
    order: {columns: {1: order_1, 2: order_2, 3: order_3}}
    spend: {columns: {1: spend_1, 2: spend_2, 3: spend_3}}
    views.park: park
    views.pool: swim
  conjoint: {task: task, alternative: alternative, chosen: chosen, attributes: {price: price, size: size}}
  profile: [{column: gender, field: gender}]
`,
);

const peopleColumns =
  'id,arm,gender,vote,trust,years,party,use_1,use_2,use_3,order_1,order_2,order_3,spend_1,spend_2,spend_3,park,swim,mood';

const fourPeople = [
  'p1,plain,Male,1,5,10,1,1,0,0,1,2,3,5,5,0,3,2,3',
  'p2,plain,Female,0,1,20,2,1,1,0,2,1,3,10,0,0,1,2,1',
  'p3,tight,Male,1,3,30,3,0,1,1,3,1,2,0,5,5,2,1,2',
  'p4,tight,Female,1,3,40,3,0,0,1,1,3,2,4,4,2,2,3,2',
];

/** The tasks of the first and third, and of the second and fourth: task, alternative, chosen, price, size. */
const taskRows = [
  ['1,1,1,low,small', '1,2,0,high,large', '2,1,0,high,small', '2,2,1,low,large'],
  ['1,1,1,low,large', '1,2,0,high,small', '2,1,1,high,large', '2,2,0,low,small'],
];

/** As CSV, one row an alternative. */
export const everyScalePeople = [
  `${peopleColumns},task,alternative,chosen,price,size`,
  ...fourPeople.flatMap((person, index) => (taskRows[index % 2] ?? []).map((row) => `${person},${row}`)),
  '',
].join('\n');

/** What a respondent could say to each sentence that asks for an answer, first match first. */
const answers: readonly (readonly [RegExp, readonly string[]])[] = [
  [/own words/, ['It is good.', 'I do not like it.', 'Money is tight, so why not?']],
  [/all that apply/, ['1', '2, 3', '-', '3.']],
  [/in order/, ['1, 2, 3', '3, 1, 2', '2,3,1']],
  [/add up to 10/, ['5, 3, 2', '10, 0, 0', '2.5, 2.5, 5']],
  [/from 0 to 99/, ['4', '40', '17']],
  [/from 1 to 5/, ['1', '3', '5']],
  [/1, 2 or 3/, ['1', '2', '3']],
  [/0 or 1/, ['0', '1']],
  [/1 or 2/, ['1', '2']],
];

/** A reply in the form that the call asks for, which follows from the call alone; one of eight is no answer. */
export function surveyReply(call: ModelCall): ModelReply {
  const random = rng('survey', JSON.stringify(call));
  const asked = call.messages.map(({ content }) => content).join('\n');
  const words = asked.includes('own words');
  if (!words && random.below(8) === 0) return aText('Let me think about that');
  const [, said = []] = answers.find(([sentence]) => sentence.test(asked)) ?? [];
  return aText(said[random.below(said.length)] ?? 'no such question');
}

/** The first thing that a respondent could say, whoever is asked. */
export function firstReply(call: ModelCall): ModelReply {
  const asked = call.messages.map(({ content }) => content).join('\n');
  return aText(answers.find(([sentence]) => sentence.test(asked))?.[1][0] ?? 'no such question');
}
