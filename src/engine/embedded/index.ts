export { defaultThreads, embeddedModel, type EmbeddedDeps, type EmbeddedEntry } from './model';
export { embeddedStatus, embeddedStore } from './store';
export { fetchModel } from './install/fetchModel';
export { installEngine } from './install/installEngine';
export type { EmbeddedStatus, EmbeddedStore, OnProgress } from './types';
