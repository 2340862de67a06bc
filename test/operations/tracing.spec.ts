import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTracing } from '../../src/platform/tracing/open-tracing.js';
import type { Tracing } from '../../src/platform/tracing/tracing.js';
import { NOBODY } from '../../src/platform/watching/watcher.js';
import { watch } from '../../src/platform/watching/watching.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { attributesOf, Collector, type Span } from './collector.js';

/** One dispute is raised and answered while a collector listens. */
describe('traces of a request', () => {
  const correlationId = 'b7f6c1de-4a51-4f0e-9d37-0d9f4f6f5f11';
  const caller = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
  const PLANTED = 'Kylie Pl4nted';
  let collector: Collector;
  let tracing: Tracing;
  let spans: Span[];

  beforeAll(async () => {
    collector = await Collector.listen();
    tracing = openTracing(collector.url);
    const council = await Council.begin('house', { watcher: tracing });
    const refused = { kind: PLANTED, [PLANTED]: PLANTED };
    await council.post('Iris', `/disputes?child=${encodeURIComponent(PLANTED)}`, refused, { referer: PLANTED });
    const raised = await council.done('Iris', '/disputes', aConcern({ concern: PLANTED }), {
      'correlation-id': correlationId,
      traceparent: `00-${caller.traceId}-${caller.spanId}-01`,
    });
    await council.done('Tom', `/disputes/${raised.reference}/answer`, anAnswer({ reasons: PLANTED }), {
      'idempotency-key': 'Kylie.Pl4nted',
      'correlation-id': 'Kylie.Pl4nted',
    });
    await council.end();
    await tracing.close();
    spans = collector.spans;
  });
  afterAll(async () => collector.close());

  const ofTheRequest = (): Span[] => spans.filter(({ traceId }) => traceId === caller.traceId);
  const named = (name: string): Span => ofTheRequest().find((span) => span.name === name)!;

  it('go from HTTP to command to append, under the span of the caller', () => {
    const request = named('POST /api/v1/disputes');
    const command = named('command dispute.raise-formal');
    const append = ofTheRequest().find((span) => span.name === 'append' && span.parentSpanId === command.spanId);
    expect(request.parentSpanId).toBe(caller.spanId);
    expect(command.parentSpanId).toBe(request.spanId);
    expect(append).toBeDefined();
  });

  it('say names of commands, counts and the correlation id', () => {
    expect(attributesOf(named('POST /api/v1/disputes'))).toMatchObject({
      'http.route': '/api/v1/disputes',
      'http.response.status_code': 201,
      'footprint.correlation_id': correlationId,
    });
    expect(attributesOf(named('command dispute.raise-formal'))).toEqual({
      'footprint.command': 'dispute.raise-formal',
      'footprint.correlation_id': correlationId,
      'footprint.outcome': 'accepted',
    });
    expect(attributesOf(named('append'))).toMatchObject({
      'footprint.category': 'dispute',
      'footprint.correlation_id': correlationId,
    });
  });

  it('are linked to from the page of the subscription that handed the events to the read models', () => {
    const append = named('append');
    const page = spans.find(
      ({ name, links }) => name === 'subscription read-models' && links?.some(({ spanId }) => spanId === append.spanId),
    );
    expect(page).toMatchObject({
      links: expect.arrayContaining([expect.objectContaining({ traceId: caller.traceId })]),
    });
    expect(JSON.stringify(attributesOf(page!))).toContain(correlationId);
  });

  it('hold no name, no text and no reference', () => {
    expect(spans.length).toBeGreaterThan(10);
    expect(collector.bodies.join('')).not.toMatch(/Kylie|Pl4nted|permanence|DRP-|"C1"|iris|"tom/i);
  });
});

describe('a run that nobody traces', () => {
  it('has no watcher at all', async () => {
    expect((await watch({ logLevel: 'info', metrics: null, tracesUrl: null })).watcher).toBe(NOBODY);
  });
});

describe('the alarm clock', () => {
  it.each(['alarm', 'sweep'] as const)('gives each %s a trace of its own, with its commands in it', async (name) => {
    const collector = await Collector.listen();
    const tracing = openTracing(collector.url);
    await tracing.around({ kind: 'job', name }, () =>
      tracing.around({ kind: 'command', name: 'dispute.chase', correlationId: undefined }, async () => undefined),
    );
    await tracing.close();
    const job = collector.spans.find((span) => span.name === `job ${name}`)!;
    expect(job.parentSpanId ?? '').toBe('');
    expect(collector.spans.find((span) => span.name === 'command dispute.chase')).toMatchObject({
      traceId: job.traceId,
      parentSpanId: job.spanId,
    });
    await collector.close();
  });
});
