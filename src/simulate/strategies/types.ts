import type { Scale } from '../../study/types';
import type { AnswerResult, Message, ModelCall, ModelReply, PromptTemplates, Task } from '../types';
import type { StrategyName } from '../../study/types';

/** One call to make for a task. */
export interface CallRequest {
  readonly task: Task;
  readonly messages: readonly Message[];
  /** Equal for people of whom the messages say the same. */
  readonly persona: string;
  /** k for the k-th respondent with these messages. */
  readonly replicate: number;
  /** 0, then 1 … for retries. */
  readonly attempt: number;
}

/** Questions that were answered already, as a prompt shows them. */
export interface Examples {
  readonly text: string;
  readonly shown: readonly string[];
}

/** Whom a call is about in place of one person. */
export interface Subject {
  /** Columns or fields of the profile that the messages show; nothing else of the person. Empty: nobody in particular. */
  readonly fields: readonly string[];
  /** The templates that speak of these people; parts that a user wrote stay. */
  readonly templates: (templates: PromptTemplates) => PromptTemplates;
}

/** A strategy that asks a model: a task becomes a call, a reply becomes an answer. */
export interface ModelStrategy {
  readonly kind: 'model';
  readonly name: StrategyName;
  /** Absent: the person of the task, as the persona selection shows them. */
  readonly subject?: Subject;
  /** What is asked in place of the scale's own answer sentence; absent or undefined: that sentence. */
  instruction?(task: Task, language: string): string | undefined;
  /** What stands before the question, with the ids of what it was made of; absent: nothing. */
  examples?(task: Task): Examples;
  /**
   * What has to be known before anything is asked. @throws VignetteError `strategy/no-examples` where nothing of the tasks could be asked.
   */
  warningsOf?(tasks: Iterable<Task>): readonly string[];
  /** A second call about a reply, which codes it; undefined for replies that are answers by themselves. */
  coding?(request: CallRequest, result: AnswerResult): ModelCall | undefined;
  /** The answer in the reply to the second call. */
  coded?(reply: ModelReply, task: Task, result: AnswerResult): AnswerResult;
  /** Reads the probabilities of tokens, which not every engine gives. */
  readonly needsLogprobs?: true;
  /** Equal messages have equal replies: they are asked once, and each respondent draws from the reply. */
  readonly merges: boolean;
  /** How often an unusable reply is asked again. */
  readonly retries: number;
  /** Most tokens that a reply may have, on a scale that is answered with one number. */
  readonly maxTokens: number;
  /** @throws VignetteError `strategy/levels` for a scale that it cannot ask about. */
  requireScale(scale: Scale, outcome: string): void;
  call(request: CallRequest): ModelCall;
  answer(reply: ModelReply, task: Task): AnswerResult;
}

/** A strategy that needs no model. */
export interface HostStrategy {
  readonly kind: 'host';
  readonly name: StrategyName;
  readonly warnings: readonly string[];
  /** @throws VignetteError `strategy/levels` for a scale that it cannot answer on. */
  requireScale(scale: Scale, outcome: string): void;
  answer(task: Task): AnswerResult;
}

export type Strategy = ModelStrategy | HostStrategy;
