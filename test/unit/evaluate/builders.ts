import type { About } from '../../../src/evaluate/evaluate';
import type { AnswerRecord, AnswerResult, ModelIdentity } from '../../../src/simulate/types';

export function aModel(change: Partial<ModelIdentity> = {}): ModelIdentity {
  return { name: 'local', engine: 'openai', model: 'm', where: 'w', demonstration: false, ...change };
}

/** What `evaluate` is told of a run. */
export function aRun(change: Partial<About> = {}): About {
  return { run: 'study.local.direct.0000', model: aModel(), strategy: 'direct', people: [], ...change };
}

export function aBaselineRun(): About {
  return aRun({ strategy: 'baseline', model: aModel({ name: 'uniform' }) });
}

export function aRecord(
  index: number,
  person: string,
  condition: string,
  result: AnswerResult,
  outcome = 'choice',
  item: string | null = null,
): AnswerRecord {
  const usage = { in: 0, out: 0, cachedIn: 0 };
  const cost = { prompt: '', usage, ms: 0, cached: false, retries: 0 };
  return { index, person, condition, outcome, item, draw: 0, result, raw: undefined, ...cost };
}

/** A parsed answer without probabilities. */
export function anAnswer(
  index: number,
  person: string,
  condition: string,
  code: number,
  outcome = 'choice',
): AnswerRecord {
  const result = { kind: 'answer', code, probabilities: undefined, mass: undefined } as const;
  return aRecord(index, person, condition, result, outcome);
}

/** Answers of people p1, p2, … in one condition. */
export function answersOf(condition: string, codes: readonly number[], outcome = 'choice'): AnswerRecord[] {
  return codes.map((code, index) => anAnswer(index, `p${index + 1}`, condition, code, outcome));
}
