import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  type Link,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { idShown } from '../logging/fields.js';
import { outcomeOf } from '../watching/outcome.js';
import type { RequestBegun, WatchedRequest, Watcher, Work } from '../watching/watcher.js';

/** Appends remembered, to link the pages that hold their events back to them, and links a page has at most. */
const APPENDS_REMEMBERED = 2_000;
const MOST_LINKS = 64;

/**
 * Spans across request, command, append, page of a subscription and job. They hold names of code, counts and correlation ids, and never
 * a reference, a name or a text.
 *
 * Nothing about a trace is stored: events are the same whether it is traced or not. A page is linked to the appends of its events by
 * their `$correlationId`, where they were made by this process; from another instance they are found by that attribute.
 */
export class Tracing implements Watcher {
  private readonly appends = new Map<string, SpanContext>();

  /** @param end sends what has not been sent yet, and sends no more */
  constructor(
    private readonly tracer: Tracer,
    private readonly end: () => Promise<void>,
  ) {}

  async close(): Promise<void> {
    await this.end();
  }

  async around<Result>(
    work: Work,
    run: () => Promise<Result>,
    cameTo: (result: Result) => string = () => 'done',
  ): Promise<Result> {
    // A read that belongs to nothing is the program looking at itself.
    if (work.kind === 'read' && trace.getActiveSpan() === undefined) return run();
    const span = this.begin(work);
    return context.with(trace.setSpan(context.active(), span), async () => {
      try {
        const result = await run();
        span.setAttribute('footprint.outcome', cameTo(result));
        return result;
      } catch (error) {
        const outcome = outcomeOf(error);
        span.setAttribute('footprint.outcome', outcome);
        if (outcome === 'failed' || outcome === 'unavailable') span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  }

  request({ method, correlationId, traceparent }: RequestBegun): WatchedRequest {
    const span = this.tracer.startSpan(
      method,
      {
        kind: SpanKind.SERVER,
        attributes: { 'http.request.method': method, 'footprint.correlation_id': idShown(correlationId) },
      },
      callerOf(traceparent),
    );
    const within = trace.setSpan(ROOT_CONTEXT, span);
    return {
      within: (work) => context.with(within, work),
      answered: ({ route, status }) => {
        span.setAttribute('http.response.status_code', status);
        if (route !== undefined) span.updateName(`${method} ${route}`).setAttribute('http.route', route);
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  broke(): void {}

  notice(): void {}

  private begin(work: Work): Span {
    switch (work.kind) {
      case 'command':
        return this.tracer.startSpan(`command ${work.name}`, {
          attributes: { 'footprint.command': work.name, ...correlation(work.correlationId) },
        });
      case 'append': {
        const span = this.tracer.startSpan('append', {
          attributes: {
            'footprint.category': work.category,
            'footprint.events': work.events,
            ...correlation(work.correlationId),
          },
        });
        if (work.correlationId !== undefined) this.remember(work.correlationId, span.spanContext());
        return span;
      }
      case 'read':
        return this.tracer.startSpan(`read ${work.of}`);
      case 'page':
        return this.beginPage(work);
      case 'job':
        return this.tracer.startSpan(`job ${work.name}`, { root: true });
    }
  }

  private beginPage({ reader, events }: Extract<Work, { kind: 'page' }>): Span {
    const correlations = [...new Set(events.map(({ metadata }) => metadata.$correlationId))].slice(0, MOST_LINKS);
    const links = correlations.flatMap((each): Link[] => {
      const append = this.appends.get(each);
      return append === undefined ? [] : [{ context: append }];
    });
    return this.tracer.startSpan(`subscription ${reader}`, {
      root: true,
      kind: SpanKind.CONSUMER,
      links,
      attributes: {
        'footprint.reader': reader,
        'footprint.events': events.length,
        'footprint.correlation_ids': correlations.map(idShown),
      },
    });
  }

  private remember(correlationId: string, append: SpanContext): void {
    this.appends.set(correlationId, append);
    if (this.appends.size > APPENDS_REMEMBERED) this.appends.delete(this.appends.keys().next().value!);
  }
}

const correlation = (correlationId: string | undefined): Attributes =>
  correlationId === undefined ? {} : { 'footprint.correlation_id': idShown(correlationId) };

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The caller's own span, where it sent one. */
const callerOf = (traceparent: string | undefined): Context => {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const caller: SpanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) || 0, isRemote: true };
  return isSpanContextValid(caller) ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT;
};
