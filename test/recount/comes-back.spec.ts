import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../../src/app.module.js';
import { exportTo, importFiles, importingWith } from '../../src/cli/commands/register-actions.js';
import { COMMAND_LINE } from '../../src/cli/acting-as.js';
import { councilOf } from '../../src/cli/open-council.js';
import { fillLog } from '../../src/demonstration/demonstration.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/config.js';
import type { RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { eventsOf } from '../../src/platform/event-store/events-of.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { Readings } from '../../src/reading/readings.js';
import type { Coverage } from '../../src/register/events.js';
import { EVERY_FIGURE, type NotCarried } from '../../src/register/export/not-carried.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';
import { toAppend } from '../support/read-models.js';
import { everyFigure, type FigureShown, sameValue } from './every-figure.js';
import { yearsIn } from './recount.js';
import { councilsOfEachKind, type SimulatedCouncil } from './simulated-council.js';

/*
 * A council's register is exported and read into an empty folder that has the same teams and protocols. Every figure is the same there, or
 * the export has named it among those that a spreadsheet cannot carry.
 */

const COUNCILS = casesOf('comes-back');
const SETTING = ['protocol', 'team', 'calendar', 'person', 'post'];

interface Exported {
  readonly disputes: number;
  readonly acknowledgements: number;
  readonly files: readonly string[];
  readonly covers: readonly Coverage[];
  readonly notCarried: readonly NotCarried[];
}

interface Council {
  readonly app: INestApplicationContext;
  readonly store: MemoryEventStore;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footprint-comes-back-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const councilAt = async (now: string): Promise<Council> => {
  const clock = new SettableClock(now);
  const store = new MemoryEventStore(clock);
  const app = await NestFactory.createApplicationContext(
    AppModule.forRoot(readConfig({}), { purpose: 'command', clock, store }),
    { logger: false, abortOnError: false },
  );
  return { app, store };
};

const everyEvent = async ({ store }: Council): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of eventsOf(store)) events.push(event);
  return events;
};

/** An empty folder into which the teams, the protocols and the holders of posts have been brought. */
const emptyBeside = async (original: Council, now: string): Promise<Council> => {
  const council = await councilAt(now);
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of await everyEvent(original)) {
    if (!SETTING.includes(event.stream.split('-')[0]!)) continue;
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  }
  for (const [stream, events] of streams) await council.store.append(stream, 'no_stream', events);
  return council;
};

const terminal = () => {
  const said = { out: '' };
  return {
    said,
    environment: {},
    print: (text: string) => void (said.out += text),
    say: () => undefined,
  };
};

/** Exports one council and reads it into another, as the export says that it is to be read. */
const carriedOver = async (from: Council, to: Council, into: string): Promise<Exported> => {
  const exporting = terminal();
  await councilOf(from.app).readModels.catchUp();
  await exportTo(councilOf(from.app), exporting, into, { json: true });
  const exported = JSON.parse(exporting.said.out) as Exported;
  const files = exported.files.filter((name) => name.endsWith('.csv')).map((name) => join(into, name));
  const importing = await importingWith({
    mapping: join(into, 'mapping.yaml'),
    expectTotal: exported.disputes + exported.acknowledgements,
    covers: exported.covers.map((each) => `${each.kind}:${each.from}..${each.to}`),
  });
  await councilOf(to.app).readModels.catchUp();
  const reading = terminal();
  await importFiles(councilOf(to.app), COMMAND_LINE, reading, files, importing).catch((error: unknown) => {
    throw new Error(reading.said.out, { cause: error });
  });
  await councilOf(to.app).readModels.catchUp();
  return exported;
};

const figuresIn = async ({ app }: Council, years: readonly string[]): Promise<Map<string, FigureShown>> => {
  const reading = await app.get(Readings).now();
  return new Map(years.flatMap((year) => [...everyFigure(year, reading)]));
};

interface Difference {
  readonly cell: string;
  readonly before: unknown;
  readonly after: unknown;
}

const differences = (
  before: ReadonlyMap<string, FigureShown>,
  after: ReadonlyMap<string, FigureShown>,
): (Difference & { name: string })[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((cell) => {
    const [one, other] = [before.get(cell), after.get(cell)];
    return sameValue(one?.value, other?.value)
      ? []
      : [{ cell, before: one?.value, after: other?.value, name: (one ?? other)!.name }];
  });

/** The differences that the export does not name, or of which it names fewer records than there are. */
const unnamed = (found: readonly (Difference & { name: string })[], { notCarried }: Exported): Difference[] =>
  found.filter(({ name, before, after, cell }) => {
    const naming = notCarried.filter(({ figures }) => figures.includes(EVERY_FIGURE) || figures.includes(name));
    const records = naming.reduce((sum, { count }) => sum + count, 0);
    const isCount =
      typeof before === 'number' && typeof after === 'number' && !/change|percent|Per100|ToFormal/i.test(cell);
    const isOfAnswers = name.startsWith('answer') || name === 'timeliness' || /\d$/.test(name);
    return naming.length === 0 || (isCount && !isOfAnswers && Math.abs(before - after) > records);
  });

/** A register has stages of the main ladder, and none of an informal dispute. */
const STAGE_WRITTEN = `CASE WHEN kind = 'informal' THEN 0 WHEN ladder <> 'main' THEN 1 ELSE stage END`;

/** The facts of each row, by the council's own reference: every figure is counted from them. */
const rowsOf = ({ app }: Council, years: readonly string[]): Map<string, unknown> => {
  const { readModels } = app.get(Readings).withoutRules();
  const rows = readModels.all<Record<string, unknown> & { own: string }>(
    `SELECT coalesce(own_reference, reference) AS own, kind, raised_on, team, theme, children, ${STAGE_WRITTEN} AS stage, outcome, ended_on,
            CASE status WHEN 'formalised' THEN 'ended-otherwise' ELSE status END AS status, agreement, due_on, answered_on,
            impact ->> 0 AS impact, coalesce(challenge_meeting, 0) AS challenge, lacks
       FROM dispute_register
      WHERE kind <> 'conversation' AND restricted_to IS NULL AND NOT of_wrong_child
        AND year IN (SELECT value FROM json_each(:years))`,
    { years: JSON.stringify(years) },
  );
  return new Map(rows.map(({ own, ...row }) => [own, row]));
};

describe('A register that leaves and comes back', () => {
  it(
    'gives the same figures of councils that contain everything, or names what it cannot carry',
    async () => {
      let [cells, named, councils] = [0, 0, 0];
      const carried = async ({ stories, now }: SimulatedCouncil): Promise<void> => {
        const original = await councilAt(now);
        let copy: Council | undefined;
        try {
          for (const { stream, events } of stories)
            await original.store.append(
              stream,
              'no_stream',
              events.map((event, index) => toAppend(stream, event, index)),
            );
          copy = await emptyBeside(original, now);
          const exported = await carriedOver(original, copy, join(folder, `${councils++}`));
          const record = JSON.parse(JSON.stringify(await everyEvent(original))) as Parameters<typeof yearsIn>[0];
          const years = yearsIn(record);
          const [before, after] = [await figuresIn(original, years), await figuresIn(copy, years)];
          const found = differences(before, after);
          expect(unnamed(found, exported)).toEqual([]);
          expect(rowsOf(copy, years)).toEqual(rowsOf(original, years));
          cells += before.size;
          named += found.length;
        } finally {
          await original.app.close();
          await copy?.app.close();
        }
      };
      for (const [simulated, many] of councilsOfEachKind(COUNCILS))
        await fc.assert(fc.asyncProperty(simulated, carried), { numRuns: many, seed, endOnFailure: true });
      report('registers that came back', { councils, cells, named });
    },
    patienceFor(COUNCILS, 6_000),
  );

  it('gives the same figures of the demonstration council, or names what it cannot carry', async () => {
    const now = '2026-11-23T12:00:00.000Z';
    const original = await councilAt(now);
    let copy: Council | undefined;
    try {
      await fillLog(original.app, () => undefined);
      copy = await emptyBeside(original, now);
      const exported = await carriedOver(original, copy, join(folder, 'demonstration'));
      const record = JSON.parse(JSON.stringify(await everyEvent(original))) as Parameters<typeof yearsIn>[0];
      const years = yearsIn(record);
      const [before, after] = [await figuresIn(original, years), await figuresIn(copy, years)];
      const found = differences(before, after);
      expect(unnamed(found, exported)).toEqual([]);
      expect(rowsOf(copy, years)).toEqual(rowsOf(original, years));
      report('the demonstration council, come back', { cells: before.size, named: found.length });
    } finally {
      await original.app.close();
      await copy?.app.close();
    }
  });
});
