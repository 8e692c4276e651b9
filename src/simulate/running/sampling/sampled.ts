import { plusUsage } from '../../prices/cost';
import { mostTokens } from '../../strategies/room';
import type { ModelReply, Task, Usage } from '../../types';
import { answered, noUsage, type Answered, type Prepared } from '../answered';
import type { AskingParts } from '../parts';
import type { Attempt, Question } from '../question';
import type { Claim } from '../spending';
import { conversation, type Conversation, type Talked } from './conversation';

/** Tasks whose reply is one sampled text: a reply that cannot be read is asked again, with the next attempt's seed. */
export function sampledTasks(parts: AskingParts): (task: Task) => Prepared {
  const { strategy, cache, clock, spending, request } = parts;

  const claimFor = ({ call }: Attempt): Claim | undefined => spending.claim(call.messages, mostTokens(call));

  /** On from `attempt`, which the cache does not know. */
  async function askOn(
    question: Question,
    talk: Conversation,
    attempt: Attempt,
    claim: Claim,
  ): Promise<Answered | undefined> {
    const began = clock.now();
    let usage = noUsage;
    let asked = attempt;
    let next: Claim | undefined = claim;
    while (next !== undefined) {
      const reply: ModelReply = await request(asked, next);
      usage = plusUsage(usage, reply.usage);
      const step = talk.next(reply);
      if (step.done)
        return answeredBy(question, step.value, { source: 'asked', usage, ms: clock.now() - began });
      asked = step.value;
      next = claimFor(asked);
    }
    return undefined;
  }

  return (task) => {
    const question = parts.questionOf(task);
    const talk = conversation(strategy, question);
    let step = talk.next();
    while (!step.done) {
      const reply = cache.get(step.value.key);
      if (reply === undefined) break;
      step = talk.next(reply);
    }
    if (step.done) {
      const asked = { source: 'cached', usage: noUsage, ms: 0 } as const;
      return { kind: 'known', answered: answeredBy(question, step.value, asked) };
    }
    const attempt = step.value;
    return {
      kind: 'open',
      start: () => {
        const claim = claimFor(attempt);
        return claim && askOn(question, talk, attempt, claim);
      },
    };
  };
}

function answeredBy(question: Question, { result, reply, retries, coding }: Talked, asked: Asked): Answered {
  const made = answered(question, result, reply, { ...asked, retries });
  return coding === undefined ? made : { ...made, record: { ...made.record, coding } };
}

interface Asked {
  readonly source: 'asked' | 'cached';
  readonly usage: Usage;
  readonly ms: number;
}
