import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { QueryBus, type Query } from '@nestjs/cqrs';
import { type Asker, THE_OPERATOR } from '../../src/access/asker.js';
import type { LocalDate } from '../../src/calendar/calendar.js';
import { addDays, financialYearOf, lastMomentOf, londonDate } from '../../src/calendar/dates.js';
import { fillLog } from '../../src/demonstration/demonstration.js';
import { ReadChild } from '../../src/directory/children/child.query.js';
import { ReadChildHistory } from '../../src/directory/children/child-history.query.js';
import type { Directory } from '../../src/directory/directory.js';
import { ReadDispute, ReadDisputeHistory } from '../../src/disputes/read/read.query.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { Log } from '../../src/platform/logging/log.js';
import { readConfig } from '../../src/platform/config/config.js';
import { categoryOf, type RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import type { Versioned } from '../../src/platform/http/written.dto.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { DIRECTORY } from '../../src/platform/tokens.js';
import { ReadAnnualReport } from '../../src/reports/annual/annual.query.js';
import { ReadHowFar } from '../../src/reports/how-far/how-far.query.js';
import { ReadRepeats } from '../../src/reports/repeats/repeats.query.js';
import { ReadPraise } from '../../src/reports/praise/praise.query.js';
import { ReadSoWhat } from '../../src/reports/so-what/so-what.query.js';
import { ReadVoice } from '../../src/reports/voice/voice.query.js';
import { ReadYears } from '../../src/reports/years/years.query.js';
import { ReadTimeliness } from '../../src/reports/timeliness/timeliness.query.js';
import { ReadEscalations } from '../../src/reports/escalations/escalations.query.js';
import { ReadMyWork, ReadWorkOf } from '../../src/reports/my-work/my-work.query.js';
import { CountByMonth, CountOverTime } from '../../src/reports/over-time/over-time.query.js';
import { CountThemes } from '../../src/reports/themes/themes.query.js';
import { createService } from '../../src/serve.js';
import { casesOf, patienceFor } from '../faults/cases.js';

/*
 * The answers of the program on each day of a simulated council are kept, and asked again once the council has gone on: as at that day it says
 * the same. The council is the demonstration's, lived once more day by day: each day's events are recorded on that day.
 */

const DAYS = casesOf('as-at');
const TODAY = '2026-11-23';
const FIRST_DAY = addDays(TODAY, -700);
/** Fewer days lie apart from each other, over this many: on most of those that follow one another the same is said. */
const OVER = 300;
const APART = Math.max(1, Math.floor(OVER / DAYS));
/** One dispute in so many is lived again: the days are as full as those of a small council, and each is read from the beginning. */
const OF_EVERY = 12;

const recordedIn = async (store: MemoryEventStore): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (let page = await store.readAll(undefined); page.length > 0; page = await store.readAll(page.at(-1)!.position))
    events.push(...page);
  return events;
};

const composed = async (store: MemoryEventStore, clock: SettableClock): Promise<INestApplicationContext> => {
  const app = await createService(
    readConfig({}),
    { clock, store, views: new MemoryEventStore(clock), alarms: false, notices: 'off' },
    new Log(clock, () => undefined),
  );
  await app.init();
  return app;
};

const eventsOfTheCouncil = async (): Promise<RecordedEvent[]> => {
  const clock = new SettableClock(`${TODAY}T12:00:00.000Z`);
  const store = new MemoryEventStore(clock);
  const app = await composed(store, clock);
  try {
    await fillLog(app, () => undefined);
    const events = await recordedIn(store);
    const streams = [...new Set(events.map(({ stream }) => stream))];
    const cases = new Set(streams.filter((stream, place) => isOfACase(stream) && place % OF_EVERY === 0));
    const ofCases = JSON.stringify(events.filter(({ stream }) => cases.has(stream)).map(({ data }) => data));
    const isLived = (stream: string): boolean => {
      if (isOfACase(stream)) return cases.has(stream);
      // A child about whom nothing is lived says nothing, and is a third of the log.
      if (categoryOf(stream) === 'child') return ofCases.includes(JSON.stringify(stream.slice('child-'.length)));
      return !isMade(stream);
    };
    const lived = new Set(streams.filter(isLived));
    return events.filter(({ stream }) => lived.has(stream));
  } finally {
    await app.close();
  }
};

const isOfACase = (stream: string): boolean => ['dispute', 'acknowledgement'].includes(categoryOf(stream));
/** Meetings take up disputes of which only some are lived again. */
const isMade = (stream: string): boolean => categoryOf(stream).startsWith('challenge');

const inText = (said: object): Record<string, string> =>
  Object.fromEntries(Object.entries(said).map(([what, view]) => [what, JSON.stringify(view)]));

describe('As at a day', () => {
  const clock = new SettableClock(`${FIRST_DAY}T12:00:00.000Z`);
  const store = new MemoryEventStore(clock);
  let app: INestApplicationContext;
  let events: readonly RecordedEvent[];
  let ask: <Answer>(query: Query<Answer>) => Promise<Answer>;

  beforeAll(async () => {
    events = await eventsOfTheCouncil();
    app = await composed(store, clock);
    const queries = app.get(QueryBus);
    ask = (query) => queries.execute(query);
  }, patienceFor(DAYS));
  afterAll(() => app.close());

  /** Records what happened up to the end of a day, each at its moment. */
  const live = async (from: number, until: LocalDate): Promise<number> => {
    let place = from;
    for (; place < events.length && events[place]!.recordedAt <= lastMomentOf(until); place++) {
      const { id, type, data, metadata, stream, revision, recordedAt } = events[place]!;
      clock.set(recordedAt);
      const expected = revision === 0 ? 'no_stream' : revision - 1;
      await store.append(stream, expected, [{ id, type, data, metadata }]);
    }
    clock.set(lastMomentOf(until));
    await app.get(ProjectionRunner).catchUp();
    return place;
  };

  const askerFor = (kind: 'iro' | 'iro-manager' | 'team-manager', place: number): Asker => {
    const directory = app.get<Directory>(DIRECTORY);
    const held = directory.postsHeld(kind, TODAY).filter(({ person }) => person !== null);
    const person = held[place % held.length]!.person!;
    return { person, name: person, posts: directory.postsHeldBy(person, TODAY), covers: [] };
  };

  /** Everything that the program says on a day; a dispute and a child in turn. */
  const saidOn = async (day: LocalDate, place: number, asAt?: LocalDate): Promise<object> => {
    const manager = askerFor('iro-manager', 0);
    const [worker, answerer] = [askerFor('iro', place), askerFor('team-manager', place)];
    const year = financialYearOf(day);
    const raised = events.filter(
      ({ type, recordedAt }) => /^(Formal|Informal)DisputeRaised$/.test(type) && recordedAt <= lastMomentOf(day),
    );
    const some = raised[(place * 7) % Math.max(1, raised.length)];
    const ofOne = async (): Promise<object> => {
      const { reference, subject } = some!.data as unknown as { reference: string; subject: { children: string[] } };
      const child = subject.children[0]!;
      const read = await ask<Versioned<object>>(new ReadDispute(reference, manager, 'to-read', asAt));
      const history = await ask<Versioned<object>>(new ReadDisputeHistory(reference, manager, 'to-read', asAt));
      return {
        // Nothing can be done on a day that is over.
        dispute: { ...read.body, allowedActs: null },
        revision: read.revision,
        history: history.body,
        child: await ask(new ReadChild(child, manager, asAt)),
        childHistory: await ask(new ReadChildHistory(child, { limit: '200' }, manager, asAt)),
      };
    };
    const nowAndThen = async (): Promise<object> => ({
      boardOfTheManager: await ask(new ReadEscalations(manager, {}, asAt)),
      overTime: await ask(
        new CountOverTime(manager, { kind: 'formal', lines: 'theme', filters: {}, year: null }, asAt),
      ),
      byMonth: await ask(new CountByMonth(manager, { kind: 'formal', filters: {}, year: null }, asAt)),
      workByName: await ask(new ReadWorkOf(THE_OPERATOR, worker.person, asAt)),
    });
    return {
      board: await ask(new ReadEscalations(THE_OPERATOR, {}, asAt)),
      themes: await ask(new CountThemes(THE_OPERATOR, { year, by: ['kind', 'team', 'quarter', 'themeGroup'] }, asAt)),
      annual: await ask(new ReadAnnualReport(THE_OPERATOR, year, undefined, asAt)),
      howFar: await ask(new ReadHowFar(THE_OPERATOR, year, asAt)),
      soWhat: await ask(new ReadSoWhat(THE_OPERATOR, year, asAt)),
      voice: await ask(new ReadVoice(THE_OPERATOR, year, asAt)),
      praise: await ask(new ReadPraise(THE_OPERATOR, year, asAt)),
      years: await ask(new ReadYears(THE_OPERATOR, year, asAt)),
      repeats: await ask(new ReadRepeats(THE_OPERATOR, year, asAt)),
      timeliness: await ask(new ReadTimeliness(THE_OPERATOR, year, [['stage', 'team']], asAt)),
      work: await ask(new ReadMyWork(place % 2 === 0 ? worker : answerer, asAt)),
      ...(place % 10 === 0 ? await nowAndThen() : {}),
      ...(some === undefined ? {} : await ofOne()),
    };
  };

  it(
    `says what the program said then, on each of ${DAYS} days`,
    async () => {
      const kept: { readonly day: LocalDate; readonly said: Record<string, string> }[] = [];
      let place = 0;
      for (let day = FIRST_DAY; kept.length < DAYS; day = addDays(day, APART)) {
        place = await live(place, day);
        kept.push({ day, said: inText(await saidOn(day, kept.length)) });
      }
      // The days say something, and are not all the same.
      const boards = kept.map(({ said }) => said.board!.replaceAll(/\d{4}-\d\d-\d\d/g, ''));
      expect(new Set(boards).size).toBeGreaterThan(DAYS / 2);
      await live(place, TODAY);
      clock.set(`${TODAY}T23:00:00.000Z`);
      const otherwise: string[] = [];
      for (const [index, { day, said }] of kept.entries())
        for (const [what, text] of Object.entries(inText(await saidOn(day, index, day))))
          if (text !== said[what]) otherwise.push(`${day} ${what}`);
      expect(otherwise).toEqual([]);
      expect(londonDate(clock.now())).toBe(TODAY);
    },
    patienceFor(DAYS),
  );
});
