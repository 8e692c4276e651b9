/** What an endpoint takes, in US dollars per million tokens. */
export interface Price {
  readonly in: number;
  readonly out: number;
  /** For tokens in that the endpoint served from its own prefix cache; absent: as any other. */
  readonly cachedIn?: number;
}
