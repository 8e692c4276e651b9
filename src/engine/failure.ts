import type { VignetteError } from '../util/errors';

/** Why one attempt at an endpoint brought nothing, as far as what to do next depends on it. */
export type Failure =
  /** Too many requests for now. */
  | {
      readonly kind: 'rate-limited';
      readonly retryAfterMs: number | undefined;
      readonly error: VignetteError;
    }
  /** A time-out, a broken connection, an error of the server or a reply that is none: may go away. */
  | {
      readonly kind: 'transient';
      readonly retryAfterMs: number | undefined;
      readonly error: VignetteError;
      /** Nothing listens at the address. */
      readonly nobody?: boolean;
    }
  /** Asking again cannot help: with this call, or with any other of this endpoint. */
  | { readonly kind: 'final'; readonly of: 'call' | 'endpoint'; readonly error: VignetteError };

export type Attempt<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
