import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hostname } from 'node:os';
import { StoreUnavailable, type EventStore } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import type { HealthPartSince } from '../../src/platform/health/health-watch.js';
import { BEGINNING, Council } from '../journeys/council.js';

interface Body {
  readonly instance: string;
  readonly ready: boolean;
  readonly state: string;
  readonly parts: readonly HealthPartSince[];
}

describe('the health of a running service', () => {
  let council: Council;
  let away = false;

  beforeAll(async () => {
    council = await Council.begin('house', {
      store: (clock) => {
        const memory = new MemoryEventStore(clock);
        const head = memory.head.bind(memory);
        memory.head = async () => {
          if (away) throw new StoreUnavailable('Away.');
          return head();
        };
        return memory as EventStore;
      },
    });
  });
  afterAll(async () => council.end());

  const health = async (): Promise<Body> => JSON.parse((await council.app.inject({ url: '/health' })).body) as Body;
  const partOf = ({ parts }: Body, name: string): HealthPartSince => parts.find((each) => each.name === name)!;

  it('names every part to everybody who asks, without signing in', async () => {
    const body = await health();
    expect(body.ready).toBe(true);
    expect(body.instance).toBe(hostname());
    expect(body.parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['log', 'read model dispute_register', 'deadlines', 'clock', 'notices']),
    );
  });

  it('says since when, and again from when it is over', async () => {
    expect(partOf(await health(), 'log')).toMatchObject({ state: 'well', since: BEGINNING });
    away = true;
    council.clock.set('2023-04-03T09:10:00.000Z');
    expect(partOf(await health(), 'log')).toMatchObject({ state: 'broken', since: '2023-04-03T09:10:00.000Z' });
    council.clock.set('2023-04-03T09:20:00.000Z');
    expect(partOf(await health(), 'log')).toMatchObject({ state: 'broken', since: '2023-04-03T09:10:00.000Z' });
    expect((await council.app.inject({ url: '/health/ready' })).statusCode).toBe(503);
    expect((await council.app.inject({ url: '/health/live' })).statusCode).toBe(200);
    away = false;
    expect(partOf(await health(), 'log')).toMatchObject({ state: 'well', since: '2023-04-03T09:20:00.000Z' });
    expect((await council.app.inject({ url: '/health/ready' })).statusCode).toBe(200);
  });

  it('is a page for a browser, with the worst first', async () => {
    away = true;
    const page = await council.app.inject({ url: '/health', headers: { accept: 'text/html,application/xhtml+xml' } });
    expect(page.body).toContain('<div class="pane" tabindex="0" role="region" aria-label="Parts">');
    away = false;
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toContain('<h1>Something is broken</h1>');
    expect(page.body.indexOf('>log<')).toBeLessThan(page.body.indexOf('>clock<'));
    expect(page.body).not.toMatch(/<script|undefined|null/);
  });

  it('says on the page in one row that read models are up to date, and times as London reads them', async () => {
    const page = await council.app.inject({ url: '/health', headers: { accept: 'text/html' } });
    expect(page.body.match(/<th scope="row">read model/g)).toHaveLength(1);
    expect(page.body).toMatch(/<th scope="row">read models<\/th><td class="well">Well<\/td><td>\d+ are up to date\./);
    expect(page.body).toContain('on Monday 3 April 2023');
    expect(page.body).not.toContain('2023-04-03T');
  });
});
