import { pathToFileURL } from 'node:url';
import { VignetteError } from '../../util/errors';

/** As much of node-llama-cpp 3.22 as is used; it is no dependency, so its own types are not at hand. */
export interface Runtime {
  getLlama(options: {
    readonly gpu: 'metal' | false;
    readonly build: 'never';
    readonly maxThreads: number;
    readonly logLevel: 'error';
    readonly progressLogs: false;
  }): Promise<Llama>;
  resolveChatWrapper(model: LlamaModel): ChatWrapper;
  /** The state of a grammar while a reply is sampled. */
  readonly LlamaGrammarEvaluationState: new (of: {
    readonly model: LlamaModel;
    readonly grammar: object;
  }) => object;
}

export type Token = number;

export interface Llama {
  loadModel(options: {
    readonly modelPath: string;
    readonly gpuLayers: number;
    readonly loadSignal: AbortSignal;
    readonly onLoadProgress: (share: number) => void;
  }): Promise<LlamaModel>;
  createGrammarForJsonSchema(schema: Readonly<Record<string, unknown>>): Promise<object>;
  dispose(): Promise<void>;
}

export interface LlamaModel {
  readonly trainContextSize: number;
  readonly tokenizer: object;
  readonly tokens: { readonly bos: Token | null; readonly shouldPrependBosToken: boolean };
  tokenize(text: string, specialTokens?: boolean, options?: 'trimLeadingSpace'): Token[];
  detokenize(tokens: readonly Token[], specialTokens?: boolean): string;
  createContext(options: {
    readonly sequences: 1;
    readonly contextSize: number;
    readonly threads: number;
    readonly swaFullCache: true;
    readonly lora?: string;
  }): Promise<LlamaContext>;
  dispose(): Promise<void>;
}

export interface LlamaContext {
  getSequence(): LlamaSequence;
  dispose(): Promise<void>;
}

export interface LlamaSequence {
  readonly nextTokenIndex: number;
  eraseContextTokenRanges(ranges: readonly { readonly start: number; readonly end: number }[]): Promise<void>;
  evaluateWithoutGeneratingNewTokens(tokens: readonly Token[]): Promise<void>;
  controlledEvaluate(
    input: readonly (Token | readonly [Token, { readonly generateNext: NextRequest }])[],
  ): Promise<readonly ({ readonly next: Next } | undefined)[]>;
  evaluate(tokens: readonly Token[], options: SamplerOptions): AsyncGenerator<Token, void>;
}

interface NextRequest {
  readonly logits: { readonly filter: { readonly tokens: readonly Token[]; readonly includeMax: true } };
  readonly totalLogitWeight: true;
}

export interface Next {
  readonly logits?: ReadonlyMap<Token, number>;
  /** Sum of exp(logit − largest logit) over the whole vocabulary. */
  readonly totalLogitWeight?: number;
}

export interface SamplerOptions {
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly minP: number;
  readonly seed: number;
  /** Of a grammar that the reply is held to. */
  readonly grammarEvaluationState?: object;
}

export interface ChatWrapper {
  generateContextState(state: { readonly chatHistory: readonly ChatItem[] }): {
    readonly contextText: PromptText;
    readonly stopGenerationTriggers: readonly PromptText[];
  };
}

export type ChatItem =
  | { readonly type: 'system' | 'user'; readonly text: string }
  | { readonly type: 'model'; readonly response: readonly string[] };

export interface PromptText {
  readonly values: readonly (string | { readonly value: string })[];
  tokenize(tokenizer: object): Token[];
}

/** Loads the engine from the user's storage. @throws VignetteError `engine/broken`. */
export async function loadRuntime(entry: string): Promise<Runtime> {
  try {
    return (await import(pathToFileURL(entry).href)) as Runtime;
  } catch (error) {
    throw brokenEngine(error, entry);
  }
}

/** Starts the engine without a graphics card; where the only build has one in it, that build. */
export async function startLlama(runtime: Runtime, threads: number, entry: string): Promise<Llama> {
  const appleSilicon = process.platform === 'darwin' && process.arch === 'arm64';
  try {
    return await runtime.getLlama({
      gpu: appleSilicon ? 'metal' : false,
      build: 'never',
      maxThreads: threads,
      logLevel: 'error',
      progressLogs: false,
    });
  } catch (error) {
    throw brokenEngine(error, entry);
  }
}

function brokenEngine(error: unknown, entry: string): VignetteError {
  return new VignetteError({
    code: 'engine/broken',
    message: `The embedded engine does not start: ${error instanceof Error ? error.message : String(error)}`,
    help: `Remove the engine folder of ${entry} and run \`vignette models get embedded\`, or use a local server.`,
    audience: 'endpoint',
    cause: error,
  });
}

/** `what` begins the sentence: a model file, or the model with what is laid over it. */
export function unreadable(what: string, error: unknown): VignetteError {
  return new VignetteError({
    code: 'model/unreadable',
    message: `${what} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`,
    help: 'It must be a whole GGUF file of a kind that llama.cpp knows; the machine must have memory for it.',
    audience: 'endpoint',
    cause: error,
  });
}
