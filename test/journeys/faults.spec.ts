import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { type EventStore, StoreUnavailable } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { aConcern, Council, type Written } from './council.js';

describe('a log that cannot be reached', () => {
  it('says so, says when to try again, and the same command then takes effect once', async () => {
    let away = false;
    const council = await Council.begin('house', {
      store: (clock) => {
        const memory = new MemoryEventStore(clock);
        const append = memory.append.bind(memory);
        memory.append = async (...append_) => {
          if (away) throw new StoreUnavailable('away');
          return append(...append_);
        };
        return memory as EventStore;
      },
    });
    const key = { 'idempotency-key': 'raise-1' };
    away = true;
    const refused = await council.post<{ code: string }>('Iris', '/disputes', aConcern(), key);
    expect(refused).toMatchObject({ status: 503, body: { code: 'log-unavailable' } });
    expect(refused.headers['retry-after']).toBe('2');
    away = false;
    expect((await council.post('Iris', '/disputes', aConcern(), key)).status).toBe(201);
    await council.end();
  });
});

describe('an error that nobody foresaw', () => {
  it('says nothing of the inside, and logs where, without what was typed', async () => {
    const council = await Council.begin('house', {
      store: (clock) => {
        const memory = new MemoryEventStore(clock);
        const append = memory.append.bind(memory);
        memory.append = async (stream, ...rest) => {
          if (stream.startsWith('dispute-')) throw new TypeError('permanence plan of C1');
          return append(stream, ...rest);
        };
        return memory as EventStore;
      },
    });
    const answer = await council.post<{ code: string; correlationId: string }>('Iris', '/disputes', aConcern());
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(answer.text).not.toMatch(/TypeError|permanence|append|\.ts/);
    const logged = council.lines.find((line) => line.includes('not foreseen'));
    expect(logged).toContain(answer.body.correlationId);
    expect(logged).toContain('TypeError');
    expect(logged).not.toContain('permanence plan of C1');
    await council.end();
  });
});

describe('a service that is stopped and started again', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'footprint-restart-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('everything is on record, and a command sent again is known', async () => {
    const key = { 'idempotency-key': 'raise-1' };
    const first = await Council.begin('house', { dataDir });
    const raised = await first.post<Written>('Iris', '/disputes', aConcern(), key);
    await first.end();

    const second = await Council.begin('house', { dataDir });
    const { body } = await second.get<DisputeDto>('Iris', `/disputes/${raised.body.reference}`);
    expect(body.raisedWith?.concern).toContain('permanence');
    const again = await second.post<Written>('Iris', '/disputes', aConcern(), key);
    expect(again.body).toEqual({ ...raised.body, repeated: true });
    const list = await second.get<{ items: object[] }>('Mona', '/disputes');
    expect(list.body.items).toHaveLength(1);
    await second.end();
  });

  it('a second one beside it is turned away', async () => {
    const running = await Council.begin('house', { dataDir });
    await expect(Council.begin('house', { dataDir })).rejects.toThrow('is in use');
    await running.end();
  });
});
