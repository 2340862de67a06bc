import type { OperationsConfig } from '../config/operations-config.js';
import type { HealthWatch } from '../health/health-watch.js';
import { Metrics } from '../metrics/metrics.js';
import { MetricsServer } from '../metrics/metrics-server.js';
import type { Tracing } from '../tracing/tracing.js';
import { NOBODY, together, type Watcher } from './watcher.js';

/** Everybody who watches this run. */
export interface Watching {
  readonly watcher: Watcher;
  /** Serves metrics, once there is something to be asked. @throws the system's error where the address is taken */
  begin(health: HealthWatch): Promise<void>;
  /** Sends what has not been sent yet. */
  end(): Promise<void>;
}

/** Watches for the listeners that the settings name. The SDK of OpenTelemetry is loaded only if traces are wanted. */
export const watch = async ({ metrics: address, tracesUrl }: OperationsConfig): Promise<Watching> => {
  const metrics = address === null ? undefined : new Metrics({ ofTheProcess: true });
  const tracing = tracesUrl === null ? undefined : await openTracing(tracesUrl);
  let server: MetricsServer | undefined;
  return {
    watcher: together([tracing ?? NOBODY, metrics ?? NOBODY].filter((each) => each !== NOBODY)),
    async begin(health) {
      if (metrics === undefined || address === null) return;
      metrics.lookUp(() => health.health());
      server = await MetricsServer.listen(metrics, address);
    },
    async end() {
      await Promise.all([server?.close(), tracing?.close()]);
    },
  };
};

const openTracing = async (url: string): Promise<Tracing> => {
  const { openTracing } = await import('../tracing/open-tracing.js');
  return openTracing(url);
};
