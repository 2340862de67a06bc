import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { Tracing } from './tracing.js';

/**
 * Sends traces to a collector, in the background. Only a run that is told where to send them loads this file, and the SDK with it.
 * A collector that is away costs the traces of that time and nothing else.
 * @param url whole address, as `http://collector:4318/v1/traces`
 */
export const openTracing = (url: string): Tracing => {
  const contexts = new AsyncLocalStorageContextManager().enable();
  context.setGlobalContextManager(contexts);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'footprint' }),
    spanLimits: { attributeValueLengthLimit: 200 },
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  return new Tracing(provider.getTracer('footprint'), async () => {
    await provider.shutdown();
    context.disable();
  });
};
