import type { AnswerPart, Person } from '../data/types';
import type { FewShot, GroupAsking, Modifiers, Price, Scale, StrategyName } from '../study/types';
import type { CellId } from './cellId';

export interface Message {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** Always sent in full: a server's own defaults may cut the distribution. */
export interface Sampling {
  readonly temperature: number;
  /** 0 is off. */
  readonly topK: number;
  readonly topP: number;
  /** 0 is off. */
  readonly minP: number;
  readonly maxTokens: number;
  readonly seed: number;
}

/** One answer to ask for. `index` is its place in the plan, which orders everything that is summed later. */
export interface Task extends CellId {
  readonly index: number;
  readonly person: Person;
  readonly scale: Scale;
  /** 0 for the first answer of this person in this cell. Each task of a conjoint is an answer: draw = round × tasks + task. */
  readonly draw: number;
  /** The codes in the order in which the options are shown; undefined: as the scale has them. */
  readonly order: readonly number[] | undefined;
  /** Which frame of the instruction is used; 0 is the templates' own. */
  readonly frame: number;
  /** The alternatives of a conjoint's task, levels in the order of the scale's attributes; undefined on other scales. */
  readonly profiles: readonly (readonly string[])[] | undefined;
}

/** A request to a model: a sampled text, or the probability of each option's code as the next text. */
export type ModelCall =
  | {
      readonly kind: 'text';
      readonly messages: readonly Message[];
      readonly sampling: Sampling;
      /** JSON Schema of the reply; endpoints that cannot hold to one ignore it, so that replies are parsed all the same. */
      readonly schema?: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'options'; readonly messages: readonly Message[]; readonly codes: readonly number[] };

/** Tokens as the endpoint bills them; `estimated` where it does not say. */
export interface Usage {
  readonly in: number;
  readonly out: number;
  /** Of `in`, those served from the endpoint's own prefix cache. */
  readonly cachedIn: number;
  /** Of `out`, those of a reasoning that is billed and not shown. */
  readonly reasoningOut?: number;
  /** The endpoint did not say: guessed from the texts. */
  readonly estimated?: true;
}

export type ModelReply =
  | { readonly kind: 'text'; readonly text: string; readonly usage: Usage }
  | {
      readonly kind: 'options';
      /** Probability of each code in the order of the call, as part of everything the model could say; sums to `mass`. */
      readonly probabilities: readonly number[];
      readonly mass: number;
      readonly usage: Usage;
    };

/** Vectors of texts, whose cosine says how alike two of them are. */
export interface Embeddings {
  /** One a text, in their order. */
  readonly vectors: readonly (readonly number[])[];
  readonly usage: Usage;
  /** Requests that it took. */
  readonly calls: number;
}

/** What a model is, as far as an answer depends on it: part of every cache key and of every record. */
export interface ModelIdentity {
  /** The name by which the user chose it. */
  readonly name: string;
  /** `none`: a baseline. */
  readonly engine: 'openai' | 'embedded' | 'editor' | 'none';
  /** The endpoint's own name of the model, or the file's name. */
  readonly model: string;
  /** Origin of the base URL, or the SHA-256 of the model file. */
  readonly where: string;
  /** Small engines that exercise the software and are no evidence about people. */
  readonly demonstration: boolean;
}

export interface ModelCapabilities {
  readonly logprobs: boolean;
  /** Whether temperature and seed reach the model; without them a reply is what the endpoint samples by its own rules. */
  readonly sampling: boolean;
  /** Runs on this machine: no consent needed, nothing to pay. */
  readonly local: boolean;
  /** How many calls may usefully be in flight at first. */
  readonly parallel: number;
}

/** A model that answers. Implemented by engine/; waiting, retrying and limits are inside. */
export interface Model {
  readonly identity: ModelIdentity;
  readonly capabilities: ModelCapabilities;
  /** USD per million tokens; undefined when unknown, zero when free. */
  readonly price: Price | undefined;
  /** Tokens that a reply may be billed beyond its limit, as far as is known by now: reasoning that is not shown. */
  hiddenTokens?(): number;
  /** @throws VignetteError with audience `endpoint` when the endpoint refuses for good. */
  ask(call: ModelCall, signal: AbortSignal): Promise<ModelReply>;
  /** Absent where the engine has no embeddings. @throws VignetteError `strategy/no-embeddings` where the endpoint has none. */
  embed?(texts: readonly string[], signal: AbortSignal): Promise<Embeddings>;
  /** How many calls may be in flight now; the run keeps so many open. */
  limit(): number;
  /** How the limit moved and why, for the run's record. */
  limitHistory(): readonly { readonly atMs: number; readonly limit: number; readonly why: string }[];
  dispose(): Promise<void>;
}

export type AnswerResult =
  | {
      readonly kind: 'answer';
      readonly code: number;
      /** Shares over the scale's codes and then "don't know" where it is offered, in order, normalised; only where the strategy has them. */
      readonly probabilities: readonly number[] | undefined;
      /** Probability mass on the options before normalising, 0 … 1. */
      readonly mass: number | undefined;
      /** The words that a rubric coded. */
      readonly text?: string;
    }
  /** On several options: as human answers have them (`AnswerPart`), in option order. */
  | { readonly kind: 'several'; readonly parts: readonly AnswerPart[] }
  /** Words that no rubric codes. */
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'failure';
      readonly reason: 'not-a-number' | 'out-of-range' | 'refusal' | 'empty' | 'malformed';
      readonly raw: string;
    };

/** One line of a run's journal. */
export interface AnswerRecord extends CellId {
  readonly index: number;
  readonly person: string;
  readonly draw: number;
  readonly result: AnswerResult;
  /** The raw reply that was parsed; undefined for probabilities and baselines. */
  readonly raw: string | undefined;
  /** Hash of the messages; the text stands once in prompts.jsonl. Empty for baselines. */
  readonly prompt: string;
  readonly usage: Usage;
  readonly ms: number;
  readonly cached: boolean;
  /** Retries after unusable replies. */
  readonly retries: number;
  /** As of the task; absent where it has none. */
  readonly order?: readonly number[];
  readonly frame?: number;
  readonly profiles?: readonly (readonly string[])[];
  /** What the coder said of words that a rubric codes, and how many calls that took. */
  readonly coding?: { readonly raw: string; readonly calls: number };
  /** What few-shot showed, each as `person condition outcome item`. */
  readonly shown?: readonly string[];
}

/** What a run is asked to do: the study's defaults with the user's overrides. */
export interface RunSettings extends Modifiers {
  readonly model: string;
  readonly strategy: StrategyName;
  /** Undefined: all. */
  readonly respondents: number | undefined;
  readonly assign: 'data' | 'all';
  readonly seed: number;
  readonly temperature: number;
  /** Empty: all. */
  readonly conditions: readonly string[];
  readonly outcomes: readonly string[];
  readonly items: readonly string[];
  readonly prompts: PromptTemplates;
  readonly fewShot: FewShot;
  readonly group: GroupAsking;
}

/** Templates of the prompt; `chat` is the default set. */
export interface PromptTemplates {
  readonly name: 'chat' | 'socrates' | 'custom';
  readonly system: string;
  readonly persona: string;
  readonly ask: string;
}

export interface Budget {
  readonly usd: number | undefined;
  readonly calls: number | undefined;
  readonly tokens: number | undefined;
}
