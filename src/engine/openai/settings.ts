import { circuitDefaults, type CircuitSettings } from '../circuit';
import { limiterDefaults, type LimiterSettings } from '../limiter';
import { poolDefaults, type PoolSettings } from '../pool';
import { retryDefaults, type RetrySettings } from '../retry';
import { transportDefaults, type TransportSettings } from '../http/transport';

/** Numbers of every policy of one endpoint. */
export interface EndpointSettings {
  readonly transport: TransportSettings;
  readonly limiter: LimiterSettings;
  readonly retry: RetrySettings;
  readonly circuit: CircuitSettings;
  readonly pool: PoolSettings;
}

/** A model on this machine answers slowly and a few at a time; `concurrency` is a ceiling that is respected. */
export function settingsFor(loopback: boolean, concurrency: number | undefined): EndpointSettings {
  const ceiling = concurrency ?? limiterDefaults.ceiling;
  const start = Math.min(ceiling, loopback ? 8 : limiterDefaults.start);
  return {
    transport: loopback ? { ...transportDefaults, totalMs: 300_000 } : transportDefaults,
    limiter: { ...limiterDefaults, start, ceiling },
    retry: retryDefaults,
    circuit: circuitDefaults,
    pool: poolDefaults,
  };
}
