import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { THE_OPERATOR } from '../../src/access/asker.js';
import { AppModule } from '../../src/app.module.js';
import { fillLog } from '../../src/demonstration/demonstration.js';
import { SHOWN } from '../../src/demonstration/council.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/config.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { ReadWorkOf } from '../../src/reports/my-work/my-work.query.js';
import type { MyWork } from '../../src/reports/my-work/work.js';

/** A Wednesday: something can be due today. */
const NOW = '2026-11-25T12:00:00.000Z';

let app: INestApplicationContext;
let drafts: readonly { writer: string }[];
const workOf = async (name: string): Promise<MyWork> =>
  (await app.get(QueryBus).execute(new ReadWorkOf(THE_OPERATOR, name))).work;

beforeAll(async () => {
  const clock = new SettableClock(NOW);
  app = await NestFactory.createApplicationContext(
    AppModule.forRoot(readConfig({}), { purpose: 'command', clock, store: new MemoryEventStore(clock) }),
    { logger: false, abortOnError: false },
  );
  ({ drafts } = await fillLog(app, () => undefined));
  await app.get(ProjectionRunner).catchUp();
});
afterAll(() => app.close());

const rows = <Row extends object>(sql: string, person: string): Row[] =>
  app.get(ProjectionRunner).all<Row>(sql, { person });
const idOf = (name: string): string =>
  rows<{ person: string }>('SELECT person FROM people WHERE name = :person', name)[0]!.person;

describe('the people whom the demonstration shows at their fullest', () => {
  it.each(Object.values(SHOWN))('%s has something to do today', async (name) => {
    expect((await workOf(name)).totals.toDo).toBeGreaterThan(0);
  });

  // The agency decision maker writes nothing here but what was agreed in a meeting, so has no draft.
  it.each(Object.values(SHOWN).filter((name) => name !== SHOWN.decisionMaker))('%s has a draft', (name) => {
    expect(drafts.filter(({ writer }) => writer === idOf(name)).length).toBeGreaterThan(0);
  });

  it.each(['A. Hartwell', 'T. Ashdown', 'A. Wade', 'R. Blythe', 'H. Shaw', 'L. Stone', 'M. Temple'])(
    '%s has something that is late',
    async (name) => {
      expect((await workOf(name)).totals.late).toBeGreaterThan(0);
    },
  );

  it.each(['A. Hartwell', 'T. Ashdown', 'R. Blythe', 'H. Shaw', 'L. Stone', 'M. Temple', 'N. Abbot', 'S. Patel'])(
    '%s sees what others have now',
    async (name) => {
      expect((await workOf(name)).waitingForOthers.length).toBeGreaterThan(0);
    },
  );

  it.each(['T. Ashdown', 'A. Wade', 'H. Shaw', 'L. Stone', 'M. Temple', 'T. Dyer'])(
    '%s has something due today',
    async (name) => {
      expect((await workOf(name)).totals.dueToday).toBeGreaterThan(0);
    },
  );

  it.each(['A. Hartwell', 'R. Blythe', 'N. Abbot'])('%s is asked for more time', async (name) => {
    expect((await workOf(name)).items.map(({ what }) => what)).toContain('decide-extension');
  });

  it.each(['A. Hartwell', 'T. Ashdown', 'A. Wade', 'R. Blythe'])('%s reads a restricted dispute', (name) => {
    const found = rows<{ reference: string }>(
      `SELECT reference FROM dispute_register
        WHERE restricted_to IS NOT NULL AND (iro = :person OR instr(restricted_to, :person) > 0)`,
      idOf(name),
    );
    expect(found.length).toBeGreaterThan(0);
  });
});
