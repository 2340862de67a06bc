import { describe, expect, it } from '@jest/globals';
import { operationsIn } from './operations-config.js';

describe('The settings of watching', () => {
  it('logs from info up, serves no metrics and traces nothing unless told', () => {
    expect(operationsIn({})).toEqual({ logLevel: 'info', metrics: null, tracesUrl: null });
  });

  it('serves metrics on loopback unless another host is named', () => {
    expect(operationsIn({ FOOTPRINT_METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(operationsIn({ FOOTPRINT_METRICS_PORT: '9464', FOOTPRINT_METRICS_HOST: '0.0.0.0' }).metrics).toEqual({
      host: '0.0.0.0',
      port: 9464,
    });
  });

  it('knows both variables of OpenTelemetry', () => {
    expect(operationsIn({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' }).tracesUrl).toBe(
      'http://collector:4318/v1/traces',
    );
    expect(operationsIn({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector/t' }).tracesUrl).toBe(
      'http://collector/t',
    );
  });

  it.each([
    [{ FOOTPRINT_LOG_LEVEL: 'loud' }, 'FOOTPRINT_LOG_LEVEL is "loud": set it to debug, info, warn, error or silent'],
    [{ FOOTPRINT_METRICS_PORT: 'yes' }, 'FOOTPRINT_METRICS_PORT is "yes": set it to a whole number'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }, 'OTEL_EXPORTER_OTLP_ENDPOINT is not an address'],
  ])('says what is wrong with %j', (environment, message) => {
    expect(() => operationsIn(environment)).toThrow(message);
  });

  it('repeats no password', () => {
    expect(() => operationsIn({ OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://me:secret@collector' })).not.toThrow('secret');
  });
});
