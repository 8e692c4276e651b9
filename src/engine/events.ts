/** What the policies of an endpoint did, for whoever keeps a log. */
export type EngineEvent =
  | { readonly kind: 'limit'; readonly atMs: number; readonly limit: number; readonly why: string }
  | { readonly kind: 'pause'; readonly atMs: number; readonly ms: number }
  | { readonly kind: 'retry'; readonly atMs: number; readonly afterMs: number; readonly code: string }
  | { readonly kind: 'left-out'; readonly atMs: number; readonly url: string; readonly ms: number }
  | { readonly kind: 'circuit-open'; readonly atMs: number; readonly code: string };

export type OnEvent = (event: EngineEvent) => void;
