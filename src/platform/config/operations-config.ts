import { LOG_LEVELS, type LogLevel } from '../logging/log.js';
import { SettingInvalid } from './setting-invalid.js';

/** How this run is watched. */
export interface OperationsConfig {
  /** The least that is logged. */
  readonly logLevel: LogLevel;
  /** The address at which Prometheus may ask, apart from the program's own: who reaches the one need not reach the other. Null for none. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** The whole address to which traces go (OTLP over HTTP). Null, and nothing is traced. */
  readonly tracesUrl: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws SettingInvalid naming the variable, what was found and what is allowed */
export const operationsIn = (environment: Environment): OperationsConfig =>
  Object.freeze({
    logLevel: logLevelIn(environment.FOOTPRINT_LOG_LEVEL),
    metrics: metricsIn(environment),
    tracesUrl: tracesUrlIn(environment),
  });

const logLevelIn = (written: string | undefined): LogLevel => {
  if (!written) return 'info';
  const level = LOG_LEVELS.find((each) => each === written);
  if (level !== undefined) return level;
  throw new SettingInvalid(
    `FOOTPRINT_LOG_LEVEL is "${written}": set it to ${LOG_LEVELS.slice(0, -1).join(', ')} or ${LOG_LEVELS.at(-1)}, or leave it out for info.`,
  );
};

const metricsIn = ({ FOOTPRINT_METRICS_PORT: port, FOOTPRINT_METRICS_HOST: host }: Environment) => {
  if (!port) return null;
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return { host: host || '127.0.0.1', port: Number(port) };
  throw new SettingInvalid(
    `FOOTPRINT_METRICS_PORT is "${port}": set it to a whole number from 0 to 65535, or leave it out to serve no metrics.`,
  );
};

/** The standard variables of OpenTelemetry: one for traces alone, taken as it is, or one for everything, to which the path is added. */
const tracesUrlIn = (environment: Environment): string | null => {
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces, OTEL_EXPORTER_OTLP_ENDPOINT: everything } = environment;
  if (traces) return addressIn('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', traces);
  if (!everything) return null;
  return `${addressIn('OTEL_EXPORTER_OTLP_ENDPOINT', everything).replace(/\/+$/, '')}/v1/traces`;
};

const addressIn = (name: string, written: string): string => {
  if (/^https?:\/\/./.test(written) && URL.canParse(written)) return written;
  // It may hold a password, so it is not repeated.
  throw new SettingInvalid(`${name} is not an address: write http://host:4318, or leave it out to trace nothing.`);
};
