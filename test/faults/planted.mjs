// Plants one fault into the program, the one that FOOTPRINT_PLANTED names, so that the test which should notice can be seen to notice.
// `script/planted-faults` loads this before a test, and a test loads it into the program that it starts. Nothing of it is shipped.
import { randomUUID } from 'node:crypto';
import { registerHooks } from 'node:module';
import { TEXTS } from './planted-text.mjs';

const inTests = process.env.JEST_WORKER_ID !== undefined;
const load = (path) => import(`${inTests ? '../..' : '../../dist'}/${path}`);

/** Puts other code in the place of a method; what it did before is handed over. */
const instead = (type, method, make) => {
  type.prototype[method] = make(type.prototype[method]);
};

/** Asks the read models something else. */
const asking = async (from, to) => {
  const { ProjectionRunner } = await load('src/platform/projections/projection-runner.js');
  instead(ProjectionRunner, 'all', (all) => {
    return function (sql, ...given) {
      return all.call(this, sql.replaceAll(from, to), ...given);
    };
  });
};

/** Folds an event into the sheet of dates in another way. */
const onTheSheet = async (type, make) => {
  const { deadlines } = await load('projections/deadlines/deadlines.js');
  deadlines.when[type] = make(deadlines.when[type]);
};

const FAULTS = {
  'answers-before-it-is-stored': async () => {
    // Only where somebody kills it: a test's own process ends in order.
    if (inTests) return;
    const { SharedCommits } = await load('src/platform/event-store/sqlite/shared-commits.js');
    instead(SharedCommits, 'write', () => {
      return function (group) {
        if (!this.database.inTransaction) {
          this.begin.run();
          setTimeout(() => this.commit.run(), 100);
        }
        for (const answer of this.writeEach(group)) answer();
        this.committed();
      };
    });
  },
  'takes-a-repeat-for-something-new': async () => {
    const { Executor } = await load('src/platform/executor.js');
    let times = 0;
    instead(Executor, 'execute', (execute) => {
      return function (stream, decider, command, context, envelope) {
        const commandId = `${envelope.commandId}-${times++}`;
        return execute.call(this, stream, decider, command, context, { ...envelope, commandId });
      };
    });
  },
  'makes-up-the-ids-of-events': async () => {
    const { Executor } = await load('src/platform/executor.js');
    instead(Executor, 'toAppend', (toAppend) => {
      return function (...given) {
        return { ...toAppend.apply(this, given), id: randomUUID() };
      };
    });
  },
  'takes-other-words-under-the-same-id': async () => {
    const { Executor } = await load('src/platform/executor.js');
    instead(Executor, 'execute', (execute) => {
      return function (stream, decider, command, context, envelope) {
        return execute.call(this, stream, decider, command, context, { ...envelope, asSent: 'whatever' });
      };
    });
  },
  'saves-positions-apart-from-rows': async () => {
    const { FoldGroup } = await load('src/platform/projections/fold-group.js');
    instead(FoldGroup, 'flush', (flush) => {
      return function () {
        this.database.inTransaction(() => {
          this.alsoWrite([...this.readers.values()]);
        });
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
        flush.call(this);
      };
    });
  },
  'lets-the-proposer-agree': async () => {
    const { proposalDecider } = await load('src/roles/proposal.js');
    const { decide } = proposalDecider;
    const somebody = { person: 'somebody', isProgram: false, actingFor: null, tokenMadeBy: null };
    proposalDecider.decide = (act, state, context) =>
      decide(act.type === 'agree' ? { ...act, by: somebody } : act, state, context);
  },
  'shows-cases-before-the-council-is-open': async () => {
    const { CouncilStanding } = await load('src/roles/standing.js');
    instead(CouncilStanding, 'isOpen', () => async () => true);
  },
  'leaves-what-follows-to-the-sweep': async () => {
    const { Follower } = await load('src/following/follower.js');
    instead(Follower, 'followAll', (followAll) => {
      return function (child) {
        return child === null ? followAll.call(this, child) : undefined;
      };
    });
  },
  'opens-a-death-until-it-is-on-record': async () => {
    const { Follower } = await load('src/following/follower.js');
    const { AuthorisedDisputes } = await load('src/disputes/authorised-disputes.js');
    instead(Follower, 'followAll', () => () => undefined);
    instead(AuthorisedDisputes, 'isKeptFrom', () => () => false);
  },
  'takes-the-first-of-a-name': async () => {
    const { Known } = await load('src/directory/known.js');
    instead(Known, 'meant', (meant) => {
      return function (written, ...others) {
        return this.directory.peopleNamed(written)[0]?.personId ?? meant.call(this, written, ...others);
      };
    });
  },
  'forgets-a-noted-head': async () => {
    const { NotedHead } = await load('src/platform/event-store/log-head.js');
    instead(NotedHead, 'faultAt', () => () => undefined);
    instead(NotedHead, 'faultAtEnd', () => () => undefined);
  },
  'swallows-a-full-disk': async () => {
    const { SqliteEventStore } = await load('src/platform/event-store/sqlite/sqlite-event-store.js');
    instead(SqliteEventStore, 'append', (append) => {
      return function (stream, expected, events) {
        return append.call(this, stream, expected, events).catch(async (error) => {
          if (error.name !== 'StoreFull') throw error;
          return { revision: events.length - 1, position: await this.head() };
        });
      };
    });
  },
  'stays-full': async () => {
    const { SqliteEventStore } = await load('src/platform/event-store/sqlite/sqlite-event-store.js');
    let full;
    instead(SqliteEventStore, 'append', (append) => {
      return async function (...given) {
        if (full) throw full;
        return append.apply(this, given).catch((error) => {
          if (error.name === 'StoreFull') full = error;
          throw error;
        });
      };
    });
  },
  'gives-up-read-models-after-a-failure': async () => {
    const { ProjectionRunner } = await load('src/platform/projections/projection-runner.js');
    instead(ProjectionRunner, 'patiently', () => {
      return async function (signal, work) {
        await work().catch(() => undefined);
      };
    });
  },
  'shows-what-it-could-not-log': async () => {
    const { ViewLog } = await load('src/access/view-log/view-log.js');
    instead(ViewLog, 'record', (record) => {
      return function (...given) {
        return record.apply(this, given).catch(() => undefined);
      };
    });
  },
  'marks-a-notice-sent-before-it-is': async () => {
    const { Delivery } = await load('src/notices/delivery.js');
    instead(Delivery, 'sendOne', (sendOne) => {
      return async function (written) {
        await this.markSent(written, null);
        return sendOne.call(this, written);
      };
    });
  },
  'gives-a-notice-a-new-number-each-time': async () => {
    const { Delivery } = await load('src/notices/delivery.js');
    instead(Delivery, 'sendOne', (sendOne) => {
      return function (written) {
        const { provider } = this.parts;
        const renumbered = { ...provider, send: (message) => provider.send({ ...message, id: randomUUID() }) };
        return sendOne.call({ __proto__: this, parts: { ...this.parts, provider: renumbered } }, written);
      };
    });
  },
  'lets-any-name-through': async () => {
    const { NamedInBodyPipe } = await load('src/access/named/named-in-body.js');
    instead(NamedInBodyPipe, 'errorsIn', () => async () => []);
  },
  'says-who-may-before-who-may-see': async () => {
    const { NamedInPathInterceptor } = await load('src/access/named/named-in-path.js');
    instead(NamedInPathInterceptor, 'intercept', () => (_context, next) => next.handle());
  },
  'answers-anybody-for-a-repeat': async () => {
    const { Executor } = await load('src/platform/executor.js');
    instead(Executor, 'execute', (execute) => {
      return function (stream, decider, command, context, envelope) {
        return execute.call(this, stream, decider, command, context, { ...envelope, isOfSender: false });
      };
    });
  },
  'never-sweeps': async () => {
    const { DeadlineKeeper } = await load('src/deadlines/deadline-keeper.js');
    instead(DeadlineKeeper, 'sweep', () => async () => undefined);
  },
  'stamps-a-date-when-it-is-noticed': async () => {
    const { DeadlineKeeper } = await load('src/deadlines/deadline-keeper.js');
    instead(DeadlineKeeper, 'take', (take) => {
      return function (reference, step, revision) {
        return take.call(this, reference, { ...step, occurredAt: this.needs.clock.now() }, revision);
      };
    });
  },
  'acts-while-clocks-differ': async () => {
    const { DeadlineKeeper } = await load('src/deadlines/deadline-keeper.js');
    instead(DeadlineKeeper, 'isHeld', () => async () => false);
  },
  'takes-a-closing-day-for-worked': async () => {
    const { CouncilCalendar } = await load('src/calendar/council-calendar.js');
    const { bundledHolidays } = await load('src/calendar/bank-holidays.js');
    const { workingCalendar } = await load('src/calendar/working-days.js');
    instead(CouncilCalendar, 'current', () => async () => workingCalendar(bundledHolidays()));
  },
  'lets-one-row-stop-the-rest': async () => {
    const { RowTroubles } = await load('src/platform/row-troubles.js');
    instead(RowTroubles, 'apart', () => (_work, _id, act) => act());
  },
  'takes-a-full-mailbox-for-the-provider': async () => {
    const { Delivery } = await load('src/notices/delivery.js');
    instead(Delivery, 'mailboxIsAway', () => {
      return async function (written, code) {
        this.parts.onRecord.putLast(written.notice);
        this.isAway(code);
        return false;
      };
    });
  },
  'does-not-wait-for-a-position': async () => {
    const { ProjectionRunner } = await load('src/platform/projections/projection-runner.js');
    instead(ProjectionRunner, 'waitFor', () => async () => true);
  },
  'lists-what-is-late-by-the-day-in-greenwich': async () => {
    const { ProjectionRunner } = await load('src/platform/projections/projection-runner.js');
    instead(ProjectionRunner, 'all', (all) => {
      return function (sql, ...given) {
        return all.call(
          this,
          sql.replaceAll('date.due_at <= :now', 'substr(date.due_at, 1, 10) < substr(:now, 1, 10)'),
          ...given,
        );
      };
    });
  },
  'takes-one-answer-of-several-for-all': () =>
    onTheSheet(
      'AnswerGiven',
      (fold) => (rows, event) => fold(rows, { ...event, data: { ...event.data, complete: true } }),
    ),
  'runs-a-paused-clock': () => onTheSheet('ClockPaused', () => (rows) => rows),
  'runs-a-clock-after-a-death': () => onTheSheet('DisputeFrozen', () => (rows) => rows),
  'waits-for-a-stage-that-was-recalled': () => onTheSheet('AnswerAccepted', () => (rows) => rows),
  'waits-for-an-answer-after-the-end': () => onTheSheet('DisputeWithdrawn', () => (rows) => rows),
  'lets-silence-close-a-dispute': async () => {
    const { disputeDecider } = await load('src/disputes/decide.js');
    const { decide } = disputeDecider;
    disputeDecider.decide = (act, state, context) => {
      const events = decide(act, state, context);
      const silent = act.type === 'mark-deadline-passed' && events.length > 0;
      return silent ? [...events, { type: 'DisputeWithdrawn', data: { reason: 'Nobody answered.' } }] : events;
    };
  },
  'counts-one-measure-wrongly': () =>
    asking(`sum(status = 'stalemate') AS ".stalemate"`, `sum(status = 'withdrawn') AS ".stalemate"`),
  'takes-an-end-without-outcome-for-resolved': () =>
    asking(`sum(status = 'resolved') AS ".resolved"`, `sum(status IN ('resolved', 'ended-otherwise')) AS ".resolved"`),
  'says-0-where-nobody-knows': async () => {
    const { disputeRegister } = await load('projections/dispute-register/dispute-register.js');
    const fold = disputeRegister.when.DisputeImported;
    disputeRegister.when.DisputeImported = (rows, event) => fold(rows, event).map((row) => ({ ...row, lacks: [] }));
  },
  'leaves-a-row-out-of-an-export': () =>
    asking('ORDER BY raised_on, ownReference', 'ORDER BY raised_on, ownReference LIMIT -1 OFFSET 1'),
  'lets-managers-register-children': async () => {
    const { ACCESS_TABLE } = await load('src/access/access-table.js');
    ACCESS_TABLE['child.write']['team-manager'] = ['any'];
  },
  'lists-restricted-informal-disputes': async () => {
    const { ProjectionRunner } = await load('src/platform/projections/projection-runner.js');
    instead(ProjectionRunner, 'all', (all) => {
      return function (sql, ...given) {
        const leaking = sql.replaceAll(
          'register.restricted_to IS NULL',
          `register.kind = 'informal' OR register.restricted_to IS NULL`,
        );
        return all.call(this, leaking, ...given);
      };
    });
  },
};

const name = process.env.FOOTPRINT_PLANTED;
if (name && !(name in TEXTS)) {
  if (!(name in FAULTS)) throw new Error(`There is no fault to plant called ${name}.`);
  // The bundle (dist/footprint) has copies of its own of what is changed here: the program is loaded file by file instead.
  const alone = (specifier) => specifier.replace(/\/dist\/footprint\/(main|cli)\.js$/, '/dist/src/$1.js');
  if (!inTests) registerHooks({ resolve: (specifier, context, next) => next(alone(specifier), context) });
  await FAULTS[name]();
}
