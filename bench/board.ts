import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escalationBoard } from '../src/reports/escalations/escalation-board.js';
import type { Reading } from '../src/reading/reading.js';
import { EVERYTHING } from '../src/reports/open-disputes/open-disputes.js';
import { projections } from '../projections/index.js';
import { myWork } from '../src/reports/my-work/my-work.js';
import { bundledHolidays } from '../src/calendar/bank-holidays.js';
import { workingCalendar } from '../src/calendar/working-days.js';
import { directoryFrom } from '../src/directory/directory-from.js';
import { systemClock } from '../src/platform/clock/clock.js';
import { MemoryEventStore } from '../src/platform/event-store/memory/memory-event-store.js';
import { ProjectionRunner } from '../src/platform/projections/projection-runner.js';
import { protocolBook } from '../src/protocol/protocol-book.js';
import { median } from './support/council-years.js';
import { DISPUTES_A_YEAR, fill, FIRST_DAY, NOW, protocol, TODAY, YEARS } from './support/ten-years.js';

/*
 * The escalation board and everybody's work over ten years of a council (300 disputes a year, of which the newest 120 are open, and an
 * action agreed in each of the others), and of one ten times as big. Beside it a bare SELECT of the open rows by hand on the same file,
 * which looks up no name, no post and no protocol, counts no working day and sorts nothing. Aim: under 20 ms for ten council-years.
 */

const measure = async (size: number): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'footprint-bench-'));
  const path = join(folder, 'read-models.sqlite');
  const store = new MemoryEventStore(systemClock);
  try {
    await fill(store, size);
    const readModels = new ProjectionRunner({ store, path, projections });
    await readModels.catchUp();
    const failed = readModels.status().filter(({ failure }) => failure !== null);
    if (failed.length > 0) throw new Error(failed.map(({ name, failure }) => `${name}: ${failure}`).join('\n'));
    const byHand = new Database(path, { readonly: true });
    const bare = byHand.prepare(`SELECT * FROM dispute_register WHERE status = 'open'`);
    const reading: Reading = {
      readModels,
      directory: directoryFrom(readModels),
      protocols: protocolBook([{ version: 1, from: FIRST_DAY, protocol }]),
      calendar: workingCalendar(bundledHolidays()),
      now: NOW,
    };
    const { totals } = escalationBoard(reading);
    const line = (what: string, ours: () => unknown): void => {
      const [our, their] = [median(ours), median(() => bare.all())];
      console.log(
        `${what}, ${totals.open} open (${totals.late} late) of ${YEARS * DISPUTES_A_YEAR * size}: ` +
          `ours ${our.toFixed(2)} ms, bare SELECT ${their.toFixed(2)} ms, ratio ${(their / our).toFixed(2)}`,
      );
    };
    line('board', () => escalationBoard(reading));
    line('board of one service, late with a team manager', () =>
      escalationBoard(reading, EVERYTHING, { service: 'Care', waitingFor: 'team-manager' }),
    );
    const workOf = (person: string) => () => {
      const posts = reading.directory.postsHeldBy(person, TODAY);
      return myWork({ person, posts, owners: [person] }, reading, EVERYTHING);
    };
    line('work of an IRO', workOf('iro-3'));
    line('work of a team manager', workOf('tm-tc1'));
    byHand.close();
    await readModels.close();
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
};

await measure(1);
await measure(10);
