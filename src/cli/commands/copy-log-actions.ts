import { resolve } from 'node:path';
import { systemClock } from '../../platform/clock/clock.js';
import { readConfig } from '../../platform/config/config.js';
import { logIn } from '../../platform/config/log-config.js';
import { copyLog, type CopyProgress } from '../../platform/event-store/copy-log.js';
import { DataFolder } from '../../platform/event-store/data-folder.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { SqliteEventStore } from '../../platform/event-store/sqlite/sqlite-event-store.js';
import { verifyLog } from '../../platform/event-store/sqlite/verify-log.js';
import { BadUse, CommandFailed, counted, printJson, type Terminal } from '../terminal.js';

export interface CopyLogOptions {
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

/** Copies a log from one place to another, proves it, and says how many events, how fast, and to which digest. */
export const copyLogFromTo = async (terminal: Terminal, { from, to, json }: CopyLogOptions): Promise<void> => {
  const [there, here] = [placeFor(from, terminal), placeFor(to, terminal)];
  if (addressOf(there) === addressOf(here)) throw new BadUse('--from and --to are the same log.');
  const source = openSource(there, terminal);
  try {
    const target = openTarget(here, terminal);
    try {
      const begun = millisecondsNow();
      const { events, copied, digest } = await copyLog(source.store, target.store, sayingNowAndThen(terminal));
      const seconds = Math.max(millisecondsNow() - begun, 1) / 1_000;
      await target.verify();
      const perSecond = Math.round(copied / seconds);
      if (json) return printJson(terminal, { events, copied, digest, seconds, perSecond });
      terminal.print(
        `${counted(copied, 'event')} copied, ${counted(perSecond, 'event')} a second with the proof. ` +
          `Both logs hold ${counted(events, 'event')}, one by one the same, digest ${digest}.\n`,
      );
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};

/** Where a log is: a data folder, or EventStoreDB. */
type Place = { readonly folder: string } | { readonly connectionString: string };

/** A connection string may hold a password, which a list of processes would show: so the setting that holds it can be named instead. */
const placeFor = (written: string, { environment }: Terminal): Place => {
  const log =
    written === 'FOOTPRINT_LOG' ? readConfig(environment).log : written.includes('://') ? logIn(written) : null;
  if (log === null) return { folder: resolve(written) };
  if (log.kind === 'sqlite') throw new BadUse('FOOTPRINT_LOG is not set, and so names no EventStoreDB.');
  return log;
};

const addressOf = (place: Place): string => ('folder' in place ? place.folder : place.connectionString);

interface OpenLog {
  readonly store: EventStore;
  /** What there is to prove of such a log besides its events. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** A folder is only read, also beside a running service: what that writes meanwhile is noticed at the end. */
const openSource = (place: Place, terminal: Terminal): OpenLog => {
  if ('connectionString' in place) return openEventStoreDb(place.connectionString, terminal);
  const { logFile } = DataFolder.open(place.folder, { readOnly: true });
  const store = SqliteEventStore.open(logFile, { clock: systemClock, readOnly: true });
  return { store, verify: async () => undefined, close: () => store.close() };
};

/** A folder is made where there is none, and is this process's alone meanwhile. */
const openTarget = (place: Place, terminal: Terminal): OpenLog => {
  if ('connectionString' in place) return openEventStoreDb(place.connectionString, terminal);
  const folder = DataFolder.open(place.folder);
  const store = SqliteEventStore.open(folder.logFile, { clock: systemClock });
  return {
    store,
    verify: async () => {
      const { ok, fault } = await verifyLog(folder.logFile);
      if (!ok) throw new CommandFailed(`The copy is not sound: ${fault?.what ?? 'it cannot be read'}`);
    },
    close: async () => {
      await store.close();
      folder.close();
    },
  };
};

/** Every stream that is not the server's own, so that nothing somebody else has written there goes unnoticed. */
const openEventStoreDb = (connectionString: string, terminal: Terminal): OpenLog => {
  const store = EventStoreDbEventStore.open(connectionString, {
    onTrouble: (error) =>
      terminal.say(`footprint: ${error instanceof Error ? error.message : 'EventStoreDB was away'}\n`),
  });
  return { store, verify: async () => undefined, close: () => store.close() };
};

/** Milliseconds between two words of progress. */
const SAY_EVERY = 2_000;

const sayingNowAndThen = (terminal: Terminal): ((progress: CopyProgress) => void) => {
  let said = millisecondsNow();
  return ({ step, events }) => {
    const now = millisecondsNow();
    if (now - said < SAY_EVERY) return;
    said = now;
    terminal.say(`footprint: ${step}, ${counted(events, 'event')}\n`);
  };
};

const millisecondsNow = (): number => Date.parse(systemClock.now());
