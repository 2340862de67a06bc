import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailable, type EventStore } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { type Health, HealthWatch } from '../../src/platform/health/health-watch.js';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { MetricsServer } from '../../src/platform/metrics/metrics-server.js';
import { together } from '../../src/platform/watching/watcher.js';
import { aConcern, anAnswer, Council, PEOPLE } from '../journeys/council.js';
import { Postbox } from '../notices/postbox.js';

const documented = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8');
const alerts = readFileSync(new URL('../../deploy/prometheus/alerts.yml', import.meta.url), 'utf8');

describe('metrics', () => {
  const metrics = new Metrics({ ofTheProcess: true });
  let council: Council;
  let server: MetricsServer;
  let away = false;

  const scraped = async (): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const valueOf = (text: string, series: string): number | undefined => {
    const line = text.split('\n').find((each) => each.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  };

  beforeAll(async () => {
    council = await Council.begin('house', {
      watcher: together([metrics]),
      notices: new Postbox(),
      store: (clock) => {
        const memory = new MemoryEventStore(clock);
        const append = memory.append.bind(memory);
        memory.append = async (...given) => {
          if (away) throw new StoreUnavailable('Away.');
          return append(...given);
        };
        return memory as EventStore;
      },
    });
    metrics.lookUp(() => council.app.get(HealthWatch).health());
    server = await MetricsServer.listen(metrics, { host: '127.0.0.1', port: 0 });
    const raised = await council.done('Iris', '/disputes', aConcern({ concern: 'Kylie Pl4nted' }), {
      'idempotency-key': 'raise-1',
    });
    await council.post('Iris', '/disputes', aConcern({ concern: 'Kylie Pl4nted' }), { 'idempotency-key': 'raise-1' });
    await council.done('Tom', `/disputes/${raised.reference}/answer`, anAnswer());
    await council.post('Tom', `/disputes/${raised.reference}/answer`, anAnswer());
    away = true;
    await council.post('Iris', '/disputes', aConcern({ theme: 'EDUC' }));
    away = false;
    await council.get('Iris', `/Kylie/Pl4nted`);
  });
  afterAll(async () => {
    await server?.close();
    await council?.end();
  });

  it('count commands by name and outcome, and how long they took', async () => {
    const text = await scraped();
    const commands = (name: string, outcome: string): number | undefined =>
      valueOf(text, `footprint_commands_total{command="${name}",outcome="${outcome}"}`);
    expect(commands('dispute.raise-formal', 'accepted')).toBe(1);
    expect(commands('dispute.raise-formal', 'repeated')).toBe(1);
    expect(commands('dispute.raise-formal', 'unavailable')).toBe(1);
    expect(commands('dispute.answer', 'refused')).toBe(1);
    expect(valueOf(text, 'footprint_command_duration_seconds_count{command="dispute.raise-formal"}')).toBe(3);
  });

  it('count appends by outcome, requests by route and notices by what became of them', async () => {
    const text = await scraped();
    expect(valueOf(text, 'footprint_append_duration_seconds_count{outcome="unavailable"}')).toBe(1);
    expect(
      valueOf(text, 'footprint_requests_total{method="POST",route="/api/v1/disputes/:reference/answer",status="409"}'),
    ).toBe(1);
    expect(valueOf(text, 'footprint_requests_total{method="GET",route="none",status="404"}')).toBe(1);
    expect(valueOf(text, 'footprint_notices_total{outcome="sent"}')).toBeGreaterThan(0);
    expect(valueOf(text, 'footprint_events_handled_total{reader="read-models"}')).toBeGreaterThan(0);
  });

  it('look up what stands: readiness, lag of each read model, alarms, parts, the event loop', async () => {
    const text = await scraped();
    expect(valueOf(text, 'footprint_ready')).toBe(1);
    expect(valueOf(text, 'footprint_projection_lag_seconds{projection="dispute_register"}')).toBe(0);
    expect(valueOf(text, 'footprint_alarms_waiting')).toBe(0);
    expect(valueOf(text, 'footprint_alarms_late')).toBe(0);
    expect(valueOf(text, 'footprint_health{part="log"}')).toBe(0);
    expect(valueOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });

  it('hold no id, no name and no word that somebody typed', async () => {
    const text = await scraped();
    expect(text).not.toMatch(/Kylie|Pl4nted|DRP-|"C1"|raise-1/);
    for (const name of Object.keys(PEOPLE)) expect(text).not.toMatch(new RegExp(`\\b${name}\\b`, 'i'));
  });

  it('are all documented, and no alert asks for one that does not exist', async () => {
    const names = new Set((await scraped()).match(/^# TYPE (footprint_\w+)/gm)?.map((line) => line.slice(7)));
    expect(names.size).toBeGreaterThan(15);
    for (const name of names) expect(documented).toContain(`\`${name}\``);
    for (const [name] of alerts.matchAll(/\bfootprint_\w+/g))
      expect(names).toContain(name.replace(/_(bucket|count|sum)$/, ''));
  });

  it('are at no other address, and not in the program’s own', async () => {
    expect((await fetch(`http://127.0.0.1:${server.port}/`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${server.port}/metrics`, { method: 'POST' })).status).toBe(404);
    expect((await council.app.inject({ url: '/metrics' })).statusCode).toBe(404);
  });
});

describe('appends that fail', () => {
  it('are counted from nothing, so that the first is an increase', async () => {
    const { text } = await new Metrics().exposition();
    for (const outcome of ['unavailable', 'failed'])
      expect(text).toContain(`footprint_append_duration_seconds_count{outcome="${outcome}"} 0`);
  });
});

describe('a part that is no more', () => {
  it('is not told of any longer', async () => {
    const metrics = new Metrics();
    const withParts = (...names: string[]) => {
      const parts = names.map((name) => ({ name, state: 'look' }));
      metrics.lookUp(async () => ({ ready: true, parts, statuses: STATUSES }) as unknown as Health);
    };
    withParts('log', 'warning');
    expect((await metrics.exposition()).text).toContain('footprint_health{part="warning"} 1');
    withParts('log');
    expect((await metrics.exposition()).text).not.toContain('footprint_health{part="warning"}');
  });
});

const STATUSES = { readModels: [], alarms: null, lastSweep: null, notices: { waiting: 0, failures: 0 }, disk: null };

describe('a subscription that breaks', () => {
  it('is counted by its reader', async () => {
    const metrics = new Metrics();
    metrics.broke('deadlines');
    expect((await metrics.exposition()).text).toContain('footprint_subscription_breaks_total{reader="deadlines"} 1');
  });
});
