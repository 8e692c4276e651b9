import { Crew } from './running/crew';
import { earlierAnswers } from './running/earlier';
import { makeFailureGate } from './running/failureGate';
import { makeTally } from './running/tally';
import { tasksOf } from './running/tasks';
import type { Plan } from './plan';
import type { RunEvent, RunPorts, RunSignals } from './ports';

/**
 * Runs a plan: every task that the journal does not hold yet is answered, written to the journal, and then told as an
 * event; answers that the journal holds already are counted and not told again. The records follow from the plan
 * and the replies alone, whatever the order in which these arrive, and a run that is resumed ends with the records of
 * one that never stopped.
 *
 * Known replies are answered first and take no place among the calls in flight. Budgets are kept, what is in flight counted
 * in. The last event is `end`; it says why when the run is not complete: stopped, over budget, or more than a fifth of
 * the first 50 answers unreadable.
 * @throws VignetteError what the endpoint or the disk ended the run with, after everything in flight has settled and
 * what was answered is in the journal; before anything is asked also `run/no-model`, `run/plan-differs`, `budget/no-price`.
 */
export async function* run(plan: Plan, ports: RunPorts, signals: RunSignals): AsyncGenerator<RunEvent, void> {
  const { journal, model, clock } = ports;
  const earlier = earlierAnswers(plan, journal.done);
  const done = earlier.map(({ record }) => record.index);
  const tally = makeTally(plan.total, model, clock);
  for (const { record, source } of earlier) tally.add(record, source);
  const gate = makeFailureGate(earlier.map(({ record }) => record));
  const tasks = tasksOf(plan, ports, signals.force, earlier);
  const crew = new Crew(plan, ports, signals, tasks, done, gate);
  try {
    for (;;) {
      const more = crew.fill();
      for (let next = crew.take(); next !== undefined; next = crew.take()) {
        tally.add(next.record, next.source);
        gate.add(next.record);
        if (gate.why !== undefined) crew.halt(gate.why);
        crew.fill();
        yield { kind: 'answer', record: next.record };
        if (tally.due()) yield { kind: 'progress', progress: tally.progress() };
      }
      if (crew.finished) break;
      await (more ? clock.sleep(0) : crew.wait());
    }
    yield { kind: 'progress', progress: tally.progress() };
    if (crew.cause) throw crew.cause;
    const counts = tally.counts();
    const complete = counts.answers === plan.total;
    yield { kind: 'end', counts, complete, why: complete ? undefined : crew.why };
  } finally {
    await settled(crew);
  }
}

/** A consumer that leaves early leaves no call behind. */
async function settled(crew: Crew): Promise<void> {
  crew.halt('The run was left.');
  while (!crew.finished) {
    crew.take();
    if (!crew.finished) await crew.wait();
  }
}
