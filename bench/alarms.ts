import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deadlines } from '../projections/deadlines/deadlines.js';
import { CouncilCalendar } from '../src/calendar/council-calendar.js';
import { londonDate } from '../src/calendar/dates.js';
import { DeadlineKeeper } from '../src/deadlines/deadline-keeper.js';
import type { DisputeAct } from '../src/disputes/acts/all-acts.js';
import type { RaiseFormal } from '../src/disputes/acts/raise-formal/raise-formal.js';
import { disputeDecider } from '../src/disputes/decide.js';
import { versionOf } from '../src/event-catalogue.js';
import { SettableClock } from '../src/platform/clock/clock.js';
import { ClockWatch } from '../src/platform/clock/clock-watch.js';
import { SqliteEventStore } from '../src/platform/event-store/sqlite/sqlite-event-store.js';
import { type Envelope, Executor } from '../src/platform/executor.js';
import { type AlarmClock, SIDE_BY_SIDE } from '../src/platform/jobs/alarm-clock.js';
import { BullMqAlarmClock } from '../src/platform/jobs/bullmq/bullmq-alarm-clock.js';
import { AlwaysOnDuty } from '../src/platform/jobs/in-process/always-on-duty.js';
import { InProcessAlarmClock } from '../src/platform/jobs/in-process/in-process-alarm-clock.js';
import { projection } from '../src/platform/projections/projection.js';
import { ProjectionRunner } from '../src/platform/projections/projection-runner.js';
import { RowsApart } from '../src/work-over-rows.js';
import { adoptionDecider, PROTOCOL_STREAM } from '../src/protocol/adoption.js';
import { ProtocolLibrary } from '../src/protocol/protocol-library.js';
import { readProtocol } from '../src/protocol/read-protocol.js';
import { line, type Rate, rateOf } from './support/figures.js';
import { IN_SET_UP } from '../src/roles/agreed.js';

/**
 * Deadlines set and fired, beside delayed jobs of bare BullMQ that do nothing when they ring. Ours are read from a log on disk when
 * the program starts; each that rings reads its dispute, decides, and puts the passing of the date on record, durably.
 */
const DEADLINES = 10_000;
const AT_A_TIME = 500;
const PORT = 16_399;
const RAISED = '2022-04-14T09:00:00.000Z';
const DUE = '2022-04-25T23:00:00.000Z';
const A_WEEK = 7 * 24 * 60 * 60 * 1000;
const QUEUE = 'footprint-alarms';

const until = async (condition: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 2));
};

const connection = (): Redis => new Redis(PORT, '127.0.0.1', { maxRetriesPerRequest: null });

/** One job a deadline, rung by a worker that has nothing to do. */
const theirs = async (): Promise<Rate> => {
  const queue = new Queue(QUEUE, { connection: connection(), prefix: 'bare' });
  let fired = 0;
  const worker = new Worker(QUEUE, async () => void fired++, {
    connection: connection(),
    prefix: 'bare',
    concurrency: SIDE_BY_SIDE,
    removeOnComplete: { count: 0 },
  });
  const rate = await rateOf(DEADLINES, async () => {
    for (let from = 0; from < DEADLINES; from += AT_A_TIME) {
      const jobs = Array.from({ length: AT_A_TIME }, (_, n) => ({
        name: 'alarm',
        data: {},
        opts: { jobId: `alarm-${from + n}`, delay: A_WEEK, removeOnComplete: true },
      }));
      await queue.addBulk(jobs);
    }
    await queue.promoteJobs();
    await until(() => fired === DEADLINES);
  });
  await worker.close();
  await queue.close();
  return rate;
};

const raise = (reference: string): RaiseFormal => ({
  type: 'raise-formal',
  reference,
  subject: { children: ['1568440'], population: 'looked-after', iro: 'iro-rowe', team: 'through-care-3' },
  stage: 1,
  stageReason: null,
  theme: 'DD-CARE',
  secondaryThemes: [],
  concern: 'The actions agreed at the review in January have not begun.',
  impactIfNothingChanges: null,
  acknowledged: null,
  actionsWanted: [],
  spokeFirst: null,
  childView: null,
  urgent: false,
  links: [],
  earlierDate: null,
  meetingOn: null,
  outsideAdvice: [],
});

/** @param fire makes what is due ring, where moving the clock alone does not */
const ours = async (
  alarmClockFor: (clock: SettableClock) => AlarmClock,
  fire: (clock: AlarmClock) => Promise<void>,
) => {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-'));
  const clock = new SettableClock(RAISED);
  const store = SqliteEventStore.open(join(folder, 'log.sqlite'), { clock });
  const executor = new Executor(store, versionOf);
  const protocols = new ProtocolLibrary(store);
  const calendar = new CouncilCalendar(store);
  const rules = async () => ({ protocols: await protocols.current(), calendar: await calendar.current() });
  const send = async (reference: string, act: DisputeAct, envelope: Envelope) => {
    const { actor, occurredAt: now } = envelope;
    const context = { ...(await rules()), actor, now, today: londonDate(now) };
    return executor.execute(`dispute-${reference}`, disputeDecider, act, context, envelope);
  };
  const iro = { person: 'iro-rowe', post: 'post-1', role: 'iro' };
  const file = readFileSync(new URL('../protocols/house.yaml', import.meta.url), 'utf8');
  const { protocol, warnings } = readProtocol(file, 'house.yaml');
  const adopt = {
    type: 'adopt-protocol' as const,
    from: '2020-04-01',
    protocol,
    warnings,
    fileSha256: 'bench',
    agreed: IN_SET_UP,
  };
  await executor.execute(PROTOCOL_STREAM, adoptionDecider, adopt, null, {
    commandId: 'adopt',
    actor: iro,
    occurredAt: RAISED,
  });
  for (let from = 0; from < DEADLINES; from += AT_A_TIME) {
    const raising = Array.from({ length: AT_A_TIME }, (_, n) => `DRP-${String(from + n).padStart(8, '0')}`);
    await Promise.all(
      raising.map((reference) =>
        send(reference, raise(reference), { commandId: reference, actor: iro, occurredAt: RAISED }),
      ),
    );
  }

  const readModels = new ProjectionRunner({
    store,
    path: join(folder, 'read-models.sqlite'),
    projections: [projection(deadlines)],
  });
  const alarmClock = alarmClockFor(clock);
  let marked = 0;
  const keeper = new DeadlineKeeper({
    store,
    executor,
    readModels,
    clock,
    alarmClock,
    watch: new ClockWatch(clock, []),
    troubles: new RowsApart(clock),
    rules,
    calendarDigest: () => calendar.digest(),
    follow: () => Promise.resolve(),
    setAside: () => Promise.resolve(false),
    send: async (reference, act, envelope) => {
      const execution = await send(reference, act, envelope);
      if (act.type === 'mark-deadline-passed' && act.deadline === 'answer') marked++;
      return execution;
    },
    onTrouble: (error) => console.error(error),
  });
  const duty = new AlwaysOnDuty();
  readModels.start();
  const rate = await rateOf(DEADLINES, async () => {
    await keeper.start();
    duty.start((signal) => keeper.keep(signal));
    await until(async () => ((await alarmClock.status()).waiting ?? 0) >= DEADLINES && keeper.reached !== undefined);
    clock.set(DUE);
    await fire(alarmClock);
    await until(() => marked >= DEADLINES);
  });
  await Promise.all([duty.stop(), keeper.stop()]);
  await readModels.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return rate;
};

const inProcess = (): Promise<Rate> =>
  ours(
    (clock) => new InProcessAlarmClock(clock),
    (alarmClock) => (alarmClock as InProcessAlarmClock).look(),
  );

const onRedis = (): Promise<Rate> =>
  ours(
    (clock) => new BullMqAlarmClock({ url: `redis://127.0.0.1:${PORT}`, clock, prefix: 'ours', sweepEvery: A_WEEK }),
    async () => {
      const queue = new Queue(QUEUE, { connection: connection(), prefix: 'ours' });
      await queue.promoteJobs();
      await queue.close();
    },
  );

if (spawnSync('redis-server', ['--version']).status !== 0) {
  console.log('deadlines set and fired: not measured, there is no redis-server on this machine');
} else {
  const server = spawn('redis-server', ['--port', `${PORT}`, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  try {
    const bare = await theirs();
    line('deadlines set and fired, in process', await inProcess(), bare, 'BullMQ, jobs that do nothing');
    line('deadlines set and fired, on Redis', await onRedis(), bare, 'BullMQ, jobs that do nothing');
  } finally {
    server.kill();
  }
  process.exit(0);
}
