import type { Likeness } from '../planning/likeness';
import type { AnswerCache, Clock } from '../ports';
import type { ModelStrategy } from '../strategies';
import type { Task } from '../types';
import type { Question } from './question';
import type { Request } from './requests';
import type { Spending } from './spending';

/** What answering tasks with a model needs. */
export interface AskingParts {
  readonly strategy: ModelStrategy;
  readonly cache: AnswerCache;
  readonly clock: Clock;
  readonly spending: Spending;
  readonly request: Request;
  readonly questionOf: (task: Task) => Question;
  readonly likenessOf: (task: Task) => Likeness;
}
