import type { AlarmsStatus } from '../jobs/alarms-status.js';
import type { NoticesStatus } from '../notices/status.js';
import type { TroubledRows } from '../row-troubles.js';
import type { ReadModelStatus, Statuses } from './statuses.js';

/** `look`: it works, and somebody should see to it before it does not. `broken`: something is not done that should be. */
export type PartState = 'well' | 'look' | 'broken';

/** One part of the program, in sentences for the person who runs it. */
export interface HealthPart {
  readonly name: string;
  readonly state: PartState;
  /** Its state now. */
  readonly what: string;
  /** How far behind, where it is. */
  readonly behind: string | null;
  /** The remedy that a person should try; null for none. */
  readonly toDo: string | null;
}

/** Seconds behind the log after which somebody should look, and after which a read model counts as broken. */
const LAG_TO_LOOK_AT = 15;
const LAG_BROKEN = 60;
/** Sweeps come every minute. */
const LONGEST_WITHOUT_SWEEP = 180;
/** Notices tried this often in vain are not a passing fault. */
const FAILURES_BROKEN = 5;
const MEBIBYTE = 1024 * 1024;
const DISK_TO_LOOK_AT = { share: 0.1, bytes: 1024 * MEBIBYTE };
const DISK_BROKEN_BYTES = 200 * MEBIBYTE;

/** Every part, in the order in which they depend on each other. Pure: the same statuses give the same sentences. */
export const healthOf = (statuses: Statuses): HealthPart[] => [
  logPart(statuses),
  ...(statuses.disk === null ? [] : [diskPart(statuses.disk)]),
  ...statuses.readModels.map((each) => readModelPart(each, statuses.now)),
  deadlinesPart(statuses),
  ...(statuses.alarms?.kind === 'redis' ? [redisPart(statuses.alarms)] : []),
  clockPart(statuses.alarms),
  noticesPart(statuses.notices),
  rowsPart(statuses.rows),
  ...statuses.failings.map(failingPart),
  ...statuses.warnings.map(warningPart),
];

/** Whether it can be worked with: the log can be read, and every read model is up to date. */
export const isReady = ({ log, readModels }: Statuses): boolean =>
  log.reachable && readModels.every(({ state }) => state === 'live');

/** The state of the worst part. */
export const worstOf = (parts: readonly Pick<HealthPart, 'state'>[]): PartState =>
  (['broken', 'look'] as const).find((state) => parts.some((part) => part.state === state)) ?? 'well';

const well = (name: string, what: string): HealthPart => ({ name, state: 'well', what, behind: null, toDo: null });

const troubled = (
  name: string,
  state: PartState,
  { what, toDo, behind = null }: { what: string; toDo: string; behind?: string | null },
): HealthPart => ({ name, state, what, behind, toDo });

const logPart = ({ log }: Statuses): HealthPart =>
  log.reachable
    ? well('log', 'The log can be read.')
    : troubled('log', 'broken', {
        what: 'The log cannot be reached: nothing can be saved.',
        toDo:
          'See that the disk of the data folder is there, or that EventStoreDB runs and can be reached from here. ' +
          'The program goes on by itself when it is back.',
      });

const diskPart = ({ freeBytes, sizeBytes }: NonNullable<Statuses['disk']>): HealthPart => {
  const share = freeBytes / sizeBytes;
  const what = `${Math.floor(freeBytes / MEBIBYTE)} MiB are free where the data folder is (${Math.floor(share * 100)}%).`;
  if (share >= DISK_TO_LOOK_AT.share && freeBytes >= DISK_TO_LOOK_AT.bytes) return well('disk', what);
  return troubled('disk', freeBytes < DISK_BROKEN_BYTES ? 'broken' : 'look', {
    what,
    toDo: 'Make room or enlarge the disk. When it is full nothing can be saved; nothing is lost.',
  });
};

const readModelPart = (model: ReadModelStatus, now: string): HealthPart => {
  const name = `read model ${model.name}`;
  const behindFor = model.behindSince === null ? 0 : secondsBetween(model.behindSince, now);
  const behind = behindFor === 0 ? null : `${inWords(behindFor)} behind the log`;
  const lagging = behindFor >= LAG_BROKEN ? 'broken' : 'look';
  switch (model.state) {
    case 'failed':
      return troubled(name, 'broken', {
        behind,
        what: `It has stopped: ${model.failure ?? 'it could not be made'}`,
        toDo:
          'What is shown from it stands still; nothing is lost. Report the event named here to whoever maintains the program, ' +
          'install the version that can read it, and start again.',
      });
    case 'rebuilding':
      return troubled(name, 'look', {
        behind,
        what: 'It is being made anew; the one of before serves meanwhile.',
        toDo: 'Wait until it is done.',
      });
    case 'catching-up':
      return troubled(name, lagging, {
        behind,
        what: 'It is catching up with the log.',
        toDo: 'Wait. If it comes no closer for ten minutes, look for “read models” in the program’s log.',
      });
    case 'live':
      if (behindFor < LAG_TO_LOOK_AT) return well(name, 'It is up to date.');
      return troubled(name, lagging, {
        behind,
        what: 'It does not keep up with the log.',
        toDo:
          'See whether the machine is busy or its disk full, and look for “read models” in the program’s log. ' +
          'If neither shows why, start the program again: it goes on where it was.',
      });
  }
};

const deadlinesPart = ({ alarms, lastSweep, sweepsSince, now }: Statuses): HealthPart => {
  const name = 'deadlines';
  const waitedFor = sweepsSince === null ? 0 : secondsBetween(lastSweep ?? sweepsSince, now);
  if (waitedFor > LONGEST_WITHOUT_SWEEP)
    return troubled(name, 'broken', {
      what: 'Nothing has swept for dates that have passed.',
      behind: `${inWords(waitedFor)} without a sweep`,
      toDo: 'Screens are right all the same, but nobody is told. Start the program again.',
    });
  if (alarms === null)
    return troubled(name, 'look', {
      what: 'It cannot be said how they stand.',
      toDo: 'Ask again in a minute, and see whether the log and the read models can be read.',
    });
  if (alarms.late > 0)
    return troubled(name, 'look', {
      what: `${alarms.late === 1 ? '1 date has passed and is' : `${alarms.late} dates have passed and are`} not on record yet.`,
      behind: `${alarms.late} late`,
      toDo:
        'The sweep puts them on record within a minute. If there are as many then, look at the clock and for “deadlines” in ' +
        'the program’s log.',
    });
  if (alarms.deadLetters.length > 0)
    return troubled(name, 'look', {
      what: `${counted(alarms.deadLetters.length, 'alarm was', 'alarms were')} given up after failing again and again.`,
      toDo: 'The sweep has caught what they were for, so nobody waits. Look for “deadlines” in the program’s log to see why.',
    });
  return well(name, `${counted(alarms.waiting ?? 0, 'alarm is', 'alarms are')} set; none is late.`);
};

const redisPart = ({ trouble }: AlarmsStatus): HealthPart =>
  trouble === null
    ? well('Redis', 'It answers.')
    : troubled('Redis', 'look', {
        what: trouble,
        toDo: 'Put Redis right; it is told of every alarm again when it is back.',
      });

const clockPart = (alarms: AlarmsStatus | null): HealthPart =>
  alarms === null || alarms.held === null
    ? well('clock', 'Clocks agree.')
    : troubled('clock', 'broken', {
        what: alarms.held,
        toDo: 'Put the clock right, or start the program again if it is right.',
      });

const noticesPart = (notices: NoticesStatus): HealthPart => {
  const name = 'notices';
  const behind = notices.waiting === 0 ? null : `${notices.waiting} waiting`;
  if (notices.state === 'trying-again')
    return troubled(name, notices.failures >= FAILURES_BROKEN ? 'broken' : 'look', {
      behind,
      what: `They cannot be sent (${notices.trouble ?? 'no code'}), ${counted(notices.failures, 'time', 'times')} in a row.`,
      toDo: 'Everything waits and is tried again. See that the provider runs, and that its address and password are right.',
    });
  if (notices.state === 'behind')
    return troubled(name, 'look', {
      behind,
      what: 'They are not at the end of the log yet.',
      toDo: 'Wait. If it lasts, look for “notices-behind” in the program’s log.',
    });
  if (notices.skipped.length > 0)
    return troubled(name, 'look', {
      behind,
      what: `From ${counted(notices.skipped.length, 'event', 'events')} no notice could be worked out.`,
      toDo: 'Somebody may not have been told. /health/ready names the events: report them to whoever maintains the program.',
    });
  if (notices.mailboxes > 0)
    return troubled(name, 'look', {
      behind,
      what: `The mailboxes of ${counted(notices.mailboxes, 'person', 'people')} take nothing now; everybody else is told.`,
      toDo: 'They are tried again apart for a day. “notice-given-up” in the program’s log names what they were not told then.',
    });
  if (notices.undelivered.length > 0)
    return troubled(name, 'look', {
      behind,
      what: `${counted(notices.undelivered.length, 'notice', 'notices')} of the last week reached nobody: ${causesOf(notices)}.`,
      toDo: 'Put the addresses right in the directory, and tell these people. /health/ready names the notices.',
    });
  const letGo =
    notices.notNeeded === 0
      ? ''
      : ` ${counted(notices.notNeeded, 'notice', 'notices')} of the last week were not needed any more when they would have gone.`;
  return { ...well(name, SENTENCE_OF[notices.state] + letGo), behind };
};

const causesOf = ({ undelivered }: NoticesStatus): string =>
  (['no-address', 'refused', 'mailbox-away'] as const)
    .map((cause) => [undelivered.filter(({ because }) => because === cause).length, CAUSES[cause]] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');

const CAUSES = {
  'no-address': 'without an address',
  refused: 'refused for ever',
  'mailbox-away': 'to a mailbox that took nothing for a day',
} as const;

/** More would hide the rest of the page; /health/ready has them all. */
const ROWS_NAMED = 5;

const rowsPart = (rows: readonly TroubledRows[]): HealthPart => {
  const name = 'rows';
  if (rows.length === 0) return well(name, 'Every row can be worked out.');
  const count = new Set(rows.flatMap(({ ids }) => ids)).size;
  const where = rows.map(({ work, ids }) => {
    const more = ids.length > ROWS_NAMED ? ` and ${ids.length - ROWS_NAMED} more` : '';
    return `${work}: ${ids.slice(0, ROWS_NAMED).join(', ')}${more}`;
  });
  return troubled(name, 'look', {
    what: `${counted(count, 'row', 'rows')} could not be worked out and stood aside, so that the others go on. ${where.join('; ')}.`,
    toDo: 'Look for “row-not-worked-out” in the program’s log to see why, and report it to whoever maintains the program.',
  });
};

const SENTENCE_OF: Readonly<Record<Exclude<NoticesStatus['state'], 'trying-again' | 'behind'>, string>> = {
  working: 'They are sent.',
  elsewhere: 'Another instance sends them.',
  off: 'Nobody is told from here.',
};

const failingPart = (what: string, index: number): HealthPart =>
  troubled(`failing ${index + 1}`, 'broken', { what, toDo: 'See to it now.' });

const warningPart = (what: string, index: number): HealthPart =>
  troubled(`warning ${index + 1}`, 'look', { what, toDo: 'See to it.' });

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const secondsBetween = (from: string, to: string): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);

const inWords = (seconds: number): string => {
  if (seconds < 90) return counted(Math.round(seconds), 'second', 'seconds');
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
};
