import { mkdir, writeFile } from 'node:fs/promises';

/** Conditions × outcomes: everybody is asked all of it. */
const CONDITIONS = ['gain', 'loss'];
const OUTCOMES = 10;
/** Calls in flight at most, where a server is asked. */
export const CONNECTIONS = 256;

export const ANSWERS_A_PERSON = CONDITIONS.length * OUTCOMES;

const study = (): string => `vignette: 1
id: large
title: A study of many answers
conditions:
  gain: {control: true, text: "${'The programme saves two hundred people, says the report. '.repeat(8)}"}
  loss: {text: "${'Four hundred people die in spite of the programme, says the report. '.repeat(8)}"}
outcomes:
${Array.from(
  { length: OUTCOMES },
  (_, i) =>
    `  o${i}: {question: "How much do you agree with statement ${i}?", scale: {type: ordinal, points: 7, labels: {1: fully disagree, 2: disagree, 3: rather disagree, 4: neither, 5: rather agree, 6: agree, 7: fully agree}}}`,
).join('\n')}
respondents:
  data: large.csv
  id: id
  condition: arm
  outcomes: {${Array.from({ length: OUTCOMES }, (_, i) => `o${i}: o${i}`).join(', ')}}
  profile:
    - {column: age, field: age}
    - {column: gender, field: gender}
    - {column: education, field: education}
    - {column: region, label: Region of the country}
    - {column: party, field: party_id}
    - {column: income, label: Household income in dollars}
    - {column: interest, label: Interest in politics}
    - {column: number, label: Number of the interview}
simulate: {model: free, strategy: direct, assign: all}
`;

const project = (baseUrl: string): string => `models:
  free: {baseUrl: "${baseUrl}", model: free-1, concurrency: ${CONNECTIONS}}
results: results
`;

/** A project in `folder` whose study asks for so many answers, with the human answers of everybody in one arm. */
export async function writeLargeStudy(
  folder: string,
  answers: number,
  baseUrl = 'http://127.0.0.1:1/v1',
): Promise<void> {
  const people = answers / ANSWERS_A_PERSON;
  const head = `id,arm,age,gender,education,region,party,income,interest,number,${Array.from({ length: OUTCOMES }, (_, i) => `o${i}`).join(',')}`;
  const rows = Array.from({ length: people }, (_, i) => {
    const given = Array.from({ length: OUTCOMES }, (_, j) => 1 + ((i * 7 + j * 3) % 7));
    return `p${i},${CONDITIONS[i % 2]},${18 + (i % 70)},${i % 2 === 0 ? 'Female' : 'Male'},College degree,North ${i % 9},Independent,${20_000 + (i % 90) * 1000},Somewhat interested,${i},${given.join(',')}`;
  });
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/large.csv`, `${head}\n${rows.join('\n')}\n`);
  await writeFile(`${folder}/large.study.yaml`, study());
  await writeFile(`${folder}/vignette.yaml`, project(baseUrl));
}
