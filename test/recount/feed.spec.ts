import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../../src/app.module.js';
import { londonDate } from '../../src/calendar/dates.js';
import { fillLog } from '../../src/demonstration/demonstration.js';
import { feedPage } from '../../src/feed/feed-page.js';
import type { FeedRow } from '../../src/feed/feed-table.js';
import { FEED_TABLES } from '../../src/feed/feed-tables.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/config.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import type { Reading } from '../../src/reading/reading.js';
import { Readings } from '../../src/reading/readings.js';
import { annualReport } from '../../src/reports/annual/annual-report.js';
import { themeFigures } from '../../src/reports/themes/theme-figures.js';
import { report } from '../faults/cases.js';

/*
 * A person who counts the rows of the feed in another tool comes to the figures that the pages show, for every year and both kinds of the
 * demonstration council.
 */

let app: INestApplicationContext;
let reading: Reading;
const rows = new Map<string, readonly FeedRow[]>();
const of = (table: string): readonly FeedRow[] => rows.get(table)!;

beforeAll(async () => {
  const clock = new SettableClock('2026-11-23T12:00:00.000Z');
  const store = new MemoryEventStore(clock);
  app = await NestFactory.createApplicationContext(
    AppModule.forRoot(readConfig({}), { purpose: 'command', clock, store }),
    { logger: false, abortOnError: false },
  );
  await fillLog(app, () => undefined);
  reading = await app.get(Readings).now();
  for (const table of FEED_TABLES) rows.set(table.name, everyRow(table.name));
});
afterAll(() => app.close());

/** Page by page, as a tool reads it. */
const everyRow = (name: string): FeedRow[] => {
  const table = FEED_TABLES.find((each) => each.name === name)!;
  const found: FeedRow[] = [];
  for (let after: string | undefined; ;) {
    const page = feedPage(table, { after, limit: 37 }, { ...reading, pseudonymOf: (child) => `pseudonym of ${child}` });
    found.push(...page.rows);
    if (page.next === null) return found;
    after = page.next;
  }
};

/** A row of the table of disputes, and the rows of its rounds and actions. */
const keyOf = ({ reference, part }: FeedRow): string => `${String(reference)} ${String(part)}`;

const yearsOfTheFeed = (): string[] => [...new Set(of('disputes').map(({ year }) => year as string))].sort();

/** The figures of the annual report, beside those that the rows give; none if the report says that nobody knows. */
const compared = (year: string): { measure: string; report: unknown; feed: number }[] => {
  const { measures } = annualReport(year, reading.readModels, reading.now);
  const counted = of('disputes').filter((row) => row.counted === true && row.year === year);
  const keys = (kind: string) => new Set(counted.filter((row) => row.kind === kind).map(keyOf));
  const feed = new Map<string, number>();
  for (const kind of ['informal', 'formal']) {
    const its = counted.filter((row) => row.kind === kind);
    const rounds = of('rounds').filter((row) => row.due === true && keys(kind).has(keyOf(row)));
    const number = (name: string, which: (row: FeedRow) => boolean) =>
      feed.set(`${kind}${name}`, its.filter(which).length);
    number('', () => true);
    number('.driftAndDelay', ({ themeGroup }) => themeGroup === 'DD');
    number('.withdrawn', ({ status }) => status === 'withdrawn');
    number('.stalemate', ({ status }) => status === 'stalemate');
    number('.reopened', ({ reopened }) => (reopened as number) > 0);
    number('.childView', ({ childView }) => childView === true);
    feed.set(`${kind}.children`, new Set(its.flatMap(({ children }) => children as string[])).size);
    feed.set(`${kind}.answersDue`, rounds.length);
    feed.set(`${kind}.answeredInTime`, rounds.filter(({ inTime }) => inTime === true).length);
    feed.set(
      `${kind}.answeredInTimeWithExtensions`,
      rounds.filter(({ inTimeWithExtensions }) => inTimeWithExtensions === true).length,
    );
  }
  feed.set('disputes.voided', of('disputes').filter((row) => row.year === year && row.status === 'voided').length);
  feed.set(
    'conversations',
    of('disputes').filter((row) => row.year === year && row.kind === 'conversation' && row.status !== 'withdrawn')
      .length,
  );
  feed.set('acknowledgements', of('acknowledgements').filter((row) => row.year === year).length);
  return measures.flatMap(({ code, value }) =>
    typeof value === 'number' && feed.has(code)
      ? [{ measure: `${year} ${code}`, report: value, feed: feed.get(code)! }]
      : [],
  );
};

describe('The rows of the feed', () => {
  it('give the figures of the annual report', () => {
    const cells = yearsOfTheFeed().flatMap(compared);
    expect(cells.filter((cell) => cell.report !== cell.feed)).toEqual([]);
    report('feed beside the annual report', { cells: cells.length });
    expect(new Set(cells.map(({ measure }) => measure.replace(/^\S+ /, ''))).size).toBeGreaterThanOrEqual(20);
  });

  it('give the heatmap of themes, teams and quarters', () => {
    let cells = 0;
    for (const year of yearsOfTheFeed()) {
      const figures = themeFigures(
        { year, by: ['kind', 'team', 'quarter', 'theme'] },
        reading.readModels,
        londonDate(reading.now),
      );
      // Cells in which nothing was raised, or of which nobody knows, have no rows.
      const printed = figures.rows
        .filter(({ count }) => (count ?? 0) > 0)
        .map(
          ({ filters, dimensions, count }) =>
            `${filters.kind} ${filters.team} ${dimensions.quarter} ${dimensions.theme}: ${count}`,
        );
      const counts = new Map<string, number>();
      const add = (kind: unknown, { team, quarter, theme }: FeedRow): unknown => {
        const cell = `${String(kind)} ${String(team)} ${String(quarter)} ${String(theme)}`;
        return counts.set(cell, (counts.get(cell) ?? 0) + 1);
      };
      for (const row of of('disputes')) if (row.year === year && row.counted === true) add(row.kind, row);
      for (const row of of('acknowledgements')) if (row.year === year) add('acknowledgement', row);
      expect([...counts].map(([cell, count]) => `${cell}: ${count}`).sort()).toEqual(printed.sort());
      cells += printed.length;
    }
    expect(cells).toBeGreaterThan(100);
  });

  it('are all there, each on one page, joined by references', () => {
    const { readModels } = reading;
    const inTable = (name: string) => readModels.get<{ n: number }>(`SELECT count(*) AS n FROM ${name}`)!.n;
    expect(Object.fromEntries(FEED_TABLES.map(({ name }) => [name, of(name).length]))).toEqual({
      disputes: inTable('counted_register'),
      rounds: inTable('answers'),
      actions: inTable('actions'),
      acknowledgements: inTable('acknowledgement_register'),
      checks: inTable('review_checks'),
    });
    const keys = of('disputes').map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    for (const table of ['rounds', 'actions'])
      expect(of(table).filter((row) => !keys.includes(keyOf(row)))).toEqual([]);
    expect(of('actions').length).toBeGreaterThan(20);
  });

  it('name nobody, and hold nothing that was written', () => {
    const { readModels } = reading;
    const secrets = readModels
      .all<{ secret: string | null }>(
        `SELECT name AS secret FROM people UNION SELECT person FROM people UNION SELECT child FROM children
          UNION SELECT concern FROM dispute_register UNION SELECT own_reference FROM dispute_register
          UNION SELECT what FROM actions UNION SELECT who FROM actions UNION SELECT evidence FROM actions
          UNION SELECT what_they_did FROM acknowledgement_register UNION SELECT text FROM review_checks`,
      )
      .flatMap(({ secret }) => (secret === null || secret === '' ? [] : [secret]));
    const values = new Set(
      FEED_TABLES.flatMap(({ name }) => of(name).flatMap((row) => Object.values(row).flat())).map(String),
    );
    expect(secrets.length).toBeGreaterThan(200);
    expect(secrets.filter((secret) => values.has(secret))).toEqual([]);
    for (const text of secrets.filter(({ length }) => length > 40))
      expect([...values].some((value) => value.includes(text))).toBe(false);
  });
});
