import type { ResultsState } from '../../protocol/views';
import type { Results } from '../../results/types';
import type { Study } from '../../study/types';
import { progressText } from '../run/progress';
import type { ActiveRun } from '../run/runs';
import { staleConditions } from './stale';

/** What a results view is made from. */
export interface ResultsInput {
  readonly studyPath: string;
  readonly study: Study | undefined;
  readonly name: string;
  readonly results: Results | undefined;
  readonly run: ActiveRun | undefined;
  readonly problem: ResultsState['problem'];
  readonly reveal: ResultsState['reveal'];
}

export function resultsState(input: ResultsInput): ResultsState {
  const { study, results, run } = input;
  const stale = study && results ? staleConditions(study, results) : [];
  return {
    kind: 'results',
    study: input.studyPath,
    runName: input.name,
    results,
    stale,
    staleOffer: stale.length > 0 && run === undefined ? offer(stale.length) : undefined,
    live: run && {
      answered: run.progress?.answered ?? 0,
      total: run.progress?.total ?? run.total ?? 0,
      text: run.phase === 'stopping' ? `Stopping, ${progressText(run)}` : progressText(run),
    },
    problem: input.problem,
    reveal: input.reveal,
  };
}

function offer(conditions: number): string {
  return conditions === 1 ? 'Simulate the condition that changed' : `Simulate the ${conditions} that changed`;
}
