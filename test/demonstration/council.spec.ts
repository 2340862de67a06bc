import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { AppModule } from '../../src/app.module.js';
import { addDays } from '../../src/calendar/dates.js';
import { chanceFrom } from '../../src/demonstration/chance.js';
import { fillLog, prepareDemonstration } from '../../src/demonstration/demonstration.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/config.js';
import { documentsToVerify } from '../../src/composition/documents.js';
import { documentsNamedIn } from '../../src/documents/events.js';
import { verifyDocuments } from '../../src/documents/verify-documents.js';
import { eventsOf } from '../../src/platform/event-store/events-of.js';
import { SqliteEventStore } from '../../src/platform/event-store/sqlite/sqlite-event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { digestOf } from '../../src/platform/executor.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';

const countsOf = (types: string[]): Record<string, number> =>
  types.reduce<Record<string, number>>((counts, type) => ({ ...counts, [type]: (counts[type] ?? 0) + 1 }), {});

const makeCouncil = async (now: string) => {
  const clock = new SettableClock(now);
  const store = new MemoryEventStore(clock);
  const app = await NestFactory.createApplicationContext(
    AppModule.forRoot(readConfig({}), { purpose: 'command', clock, store }),
    { logger: false, abortOnError: false },
  );
  const readModels = app.get(ProjectionRunner);
  await fillLog(app, () => undefined);
  const events = [];
  for (let page = await store.readAll(undefined); page.length > 0; page = await store.readAll(page.at(-1)!.position))
    events.push(...page);
  const rows = readModels.all<{ status: string; kind: string }>('SELECT status, kind FROM dispute_register');
  const figures = {
    teams: readModels.all('SELECT * FROM teams').length,
    iros: readModels.all(`SELECT DISTINCT h.person FROM post_holders h JOIN posts p USING (post) WHERE p.kind = 'iro'`)
      .length,
    children: readModels.all('SELECT * FROM children').length,
    acknowledgements: readModels.all('SELECT * FROM acknowledgement_register').length,
    meetings: readModels.all<{ meeting: string; held_on: string; items: number }>(
      `SELECT meeting, held_on, status,
              (SELECT count(*) FROM challenge_items AS item WHERE item.meeting = challenge_meetings.meeting) AS items
         FROM challenge_meetings`,
    ),
    kinds: countsOf(rows.map(({ kind }) => kind)),
    statuses: countsOf(rows.map(({ status }) => status)),
  };
  await app.close();
  return { events, figures };
};

describe('the demonstration council', () => {
  it('has 9 teams, 14 IROs, about 1,000 children and two years of disputes in every state', async () => {
    const { events, figures } = await makeCouncil('2026-11-23T12:00:00.000Z');
    expect(figures).toMatchObject({ teams: 9, iros: 14, children: 1020 });
    expect(figures.acknowledgements).toBeGreaterThan(100);
    expect(figures.kinds.informal).toBeGreaterThan(150);
    expect(figures.kinds.formal).toBeGreaterThan(150);
    expect(Object.keys(figures.statuses)).toEqual(
      expect.arrayContaining(['ended-otherwise', 'formalised', 'open', 'resolved', 'stalemate', 'voided', 'withdrawn']),
    );
    expect(figures.statuses.open).toBeGreaterThan(5);
    expect(events.every(({ metadata }) => metadata.occurredAt <= '2026-11-23T12:00:00.000Z')).toBe(true);
    // Somebody has begun the report of the year that is over.
    expect(events.find(({ type }) => type === 'ReportDrafted')).toMatchObject({
      data: { kind: 'annual', from: '2025-04-01', to: '2026-03-31' },
    });
    // What happened in its last week is told to those whom it concerns, once the program runs.
    const beginning = events.findIndex(({ type }) => type === 'NoticesBegan');
    expect(events[beginning]).toMatchObject({ data: { began: '2026-11-16T09:00:00.000Z' } });
    expect(events.slice(beginning).filter(({ type }) => type === 'AnswerGiven').length).toBeGreaterThan(3);
  });

  it('has a challenge meeting next week, whose agenda made itself', async () => {
    const { figures } = await makeCouncil('2026-11-23T12:00:00.000Z');
    const [held, next] = figures.meetings.toSorted((a, b) => a.held_on.localeCompare(b.held_on));
    expect(held).toMatchObject({ held_on: '2026-11-02', status: 'closed' });
    expect(next).toMatchObject({ held_on: '2026-12-02', status: 'arranged' });
    expect(next!.items).toBeGreaterThan(3);
    expect(next!.items).toBeLessThan(60);
  });

  it('is the same council when it is made twice on the same day', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => makeCouncil('2026-11-23T12:00:00.000Z')));
    expect(digestOf(first!.events)).toBe(digestOf(second!.events));
  });

  it('can be made on any day of the year', async () => {
    const chance = chanceFrom(7);
    for (let made = 0; made < 6; made++) {
      const day = addDays('2026-01-01', chance.number(0, 500));
      const { figures } = await makeCouncil(`${day}T08:30:00.000Z`);
      expect(figures.statuses.open).toBeGreaterThan(0);
    }
  });

  it('is begun again after a start that was cut short, and left alone once it is whole', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'footprint-demonstration-'));
    mkdirSync(join(dataDir, 'demonstration-being-made'));
    writeFileSync(join(dataDir, 'demonstration-being-made', 'log.sqlite'), 'half of a log');
    const config = readConfig({ FOOTPRINT_DATA_DIR: dataDir });
    await prepareDemonstration(config, () => undefined, new SettableClock('2026-11-23T12:00:00.000Z'));
    expect(readdirSync(dataDir).sort()).toEqual([
      ...['documents', 'drafts.sqlite', 'log.sqlite', 'read-models.sqlite', 'sealing.key'],
    ]);
    const made = statSync(join(dataDir, 'log.sqlite'));
    await prepareDemonstration(config, () => undefined);
    expect(statSync(join(dataDir, 'log.sqlite'))).toEqual(made);
    rmSync(dataDir, { recursive: true });
  });

  it('has files as evidence with a dispute, an answer and what was done, each as its event names it', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'footprint-evidence-'));
    const config = readConfig({ FOOTPRINT_DATA_DIR: dataDir });
    const clock = new SettableClock('2026-11-23T12:00:00.000Z');
    await prepareDemonstration(config, () => undefined, clock);
    // As after a start that was cut short when the evidence was kept already.
    for (const file of readdirSync(dataDir).filter((name) => name.endsWith('.sqlite'))) rmSync(join(dataDir, file));
    await prepareDemonstration(config, () => undefined, clock);
    const log = SqliteEventStore.open(join(dataDir, 'log.sqlite'), { clock, readOnly: true });
    try {
      const named: string[] = [];
      for await (const event of eventsOf(log))
        named.push(...documentsNamedIn(event).map(({ name }) => `${event.type}: ${name}`));
      expect([...new Set(named)].sort()).toEqual([
        'ActionDone: Case note.txt',
        'AnswerGiven: Days that were offered.csv',
        'FormalDisputeRaised: Minutes of the review.txt',
      ]);
      expect(await verifyDocuments(log, documentsToVerify(config))).toEqual({
        ...{ documents: named.length, faults: [], unnamed: 0 },
      });
    } finally {
      await log.close();
      rmSync(dataDir, { recursive: true });
    }
  });
});
