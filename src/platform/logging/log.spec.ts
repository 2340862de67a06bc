import { describe, expect, it } from '@jest/globals';
import { SettableClock } from '../clock/clock.js';
import { StoreUnavailable } from '../event-store/event-store.js';
import { correlated } from './correlation.js';
import { failureOf } from './failure.js';
import { type LogFields, permitted } from './fields.js';
import { frameworkLog, Log, type LogLevel } from './log.js';

const ID = 'b7f6c1de-4a51-4f0e-9d37-0d9f4f6f5f11';
const NOW = '2026-11-23T10:00:00.000Z';

const logging = (level?: LogLevel): { log: Log; lines: () => Record<string, unknown>[] } => {
  const written: string[] = [];
  const log = new Log(new SettableClock(NOW), (line) => written.push(line), level);
  return { log, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

describe('a line of the log', () => {
  it('holds the time of the clock, its level, its event and its fields', () => {
    const { log, lines } = logging();
    log.info('command accepted', { status: 201, route: '/api/v1/disputes' });
    expect(lines()).toEqual([
      { time: NOW, level: 'info', event: 'command accepted', status: 201, route: '/api/v1/disputes' },
    ]);
  });

  it('carries the id of the request on whose behalf it is, however deep', async () => {
    const { log, lines } = logging();
    await correlated(ID, async () => {
      await Promise.resolve();
      log.warn('redis');
    });
    log.warn('redis');
    expect(lines().map(({ correlationId }) => correlationId)).toEqual([ID, undefined]);
  });

  it('is not written below the level that is set', () => {
    const { log, lines } = logging('warn');
    log.debug('request');
    log.info('notice');
    log.warn('redis');
    log.error('not foreseen');
    expect(lines().map(({ level }) => level)).toEqual(['warn', 'error']);
  });

  it('says of the framework that it spoke, and not what', () => {
    const { log, lines } = logging();
    frameworkLog(log).error('Kylie could not be read', 'at Kylie', 'ExceptionsHandler');
    expect(lines()).toEqual([{ time: NOW, level: 'error', event: 'framework', context: 'ExceptionsHandler' }]);
  });
});

describe('a field', () => {
  it('that is not in the table is not written', () => {
    expect(permitted({ name: 'Kylie', concern: 'He hit me.' } as LogFields)).toEqual({});
  });

  it.each([
    ['commandId', 'kylie-smith'],
    ['person', 'iris'],
    ['reference', '1568440'],
  ])('%s is a digest where somebody could have written %s', (field, value) => {
    const shown = permitted({ [field]: value })[field];
    expect(shown).toMatch(/^digest:[\w-]{16}$/);
    expect(permitted({ [field]: value })[field]).toBe(shown);
  });

  it.each([
    ['commandId', ID],
    ['reference', 'DRP-7K4M-2QXH'],
  ])('%s stays as it is where it says nothing: %s', (field, value) => {
    expect(permitted({ [field]: value })).toEqual({ [field]: value });
  });

  it.each([
    ['code', 'Kylie Smith'],
    ['route', '/children/Kylie Smith'],
    ['status', 'Kylie'],
    ['error', 'Kylie Smith'],
  ])('%s is left out where it is not what it should be', (field, value) => {
    expect(permitted({ [field]: value })).toEqual({});
  });
});

describe('an error', () => {
  it('of a parser, or that nobody foresaw, is logged without its message', () => {
    const thrown = new TypeError('Kylie\n    at Kylie (file.ts:1:1)');
    const logged = permitted(failureOf(thrown));
    expect(logged).toMatchObject({ error: 'TypeError', stack: expect.any(Array) });
    expect(JSON.stringify(logged)).not.toContain('Kylie');
  });

  it('of the machine is logged with its message, without passwords', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED redis://:secret@10.0.0.5:6379'), {
      code: 'ECONNREFUSED',
    });
    expect(permitted(failureOf(refused))).toEqual({
      error: 'Error',
      errorCode: 'ECONNREFUSED',
      errorMessage: 'connect ECONNREFUSED redis://10.0.0.5:6379',
    });
  });

  it('of the store is logged with its message, without what a stream is named after', () => {
    const away = new StoreUnavailable('Stream child-1568440 cannot be read: "Kylie".');
    expect(permitted(failureOf(away)).errorMessage).toBe('Stream child-… cannot be read: ….');
  });
});
