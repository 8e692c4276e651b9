import type { ModelEntry } from '../../workspace/types';

/** A model behind an OpenAI-compatible endpoint, as the project file names it. */
export type OpenaiEntry = Extract<ModelEntry, { kind: 'openai' }>;
