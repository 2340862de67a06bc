import type { AcknowledgementEvent } from '../../src/acknowledgements/events.js';
import type { ChildEvent } from '../../src/directory/events.js';
import type { DisputeEvent, StageBegun, Subject } from '../../src/disputes/events.js';
import { addDays, endOfDay, londonDate } from '../../src/calendar/dates.js';
import type { LocalDate } from '../../src/calendar/calendar.js';
import type { NoticeEvent } from '../../src/notices/events.js';
import type { Actor, EventStore, EventToAppend, JsonObject } from '../../src/platform/event-store/event-store.js';
import { systemClock } from '../../src/platform/clock/clock.js';
import { derivedId, referenceFor } from '../../src/platform/ids.js';

type AnyEvent = DisputeEvent | AcknowledgementEvent | ChildEvent | NoticeEvent;
interface Append {
  readonly stream: string;
  readonly first: number;
  /** On which all of them happened. */
  readonly day: LocalDate;
  readonly events: readonly AnyEvent[];
}

const THEMES = ['DD-PERM', 'DD-CARE', 'DD-REV', 'PLAN', 'PLACE', 'VISIT', 'EDUC', 'HEALTH', 'FAMILY', 'MGMT'];
/** Team ids of the council whose log it is; a child's team and IRO go by the child's number. */
export const TEAMS = ['tc1', 'tc2', 'tc3', 'tc4', 'ln', 'ls', 'lwf', 'cwd', 'uasc'];
export const IROS = 14;
/** Matters of one council that are open at the same time, and so take turns in the log. */
const OPEN_AT_ONCE = 400;
/** So many that a matter takes as many days in the log as its own dates say, and a million events are ten years. */
const EVENTS_A_DAY = 270;
const APPENDS_AT_ONCE = 512;

export interface LongLog {
  /** Events to be written, about. */
  readonly events: number;
  /** Whether people were told of what happened, as the program tells them; four of ten events are notices then. */
  readonly notices?: boolean;
}

/** The first day of a log of so many events that ends today. */
export const firstDayOf = (events: number): LocalDate =>
  addDays(londonDate(systemClock.now()), -Math.ceil(events / EVENTS_A_DAY) - 5);

/**
 * Fills a log with the events of disputes from raising to resolution, a fifth of them by way of a second stage, acknowledgements among
 * them, and children: in the order and of the size in which the program itself writes them, with what was late on record as late. The
 * last of them are open, and happened today.
 */
export const fillLog = async (store: EventStore, { events, notices = false }: LongLog): Promise<void> => {
  const firstDay = firstDayOf(events);
  let written = 0;
  let waiting: Promise<unknown>[] = [];
  for (const append of appends(() => addDays(firstDay, Math.floor(written / EVENTS_A_DAY)), notices)) {
    waiting.push(store.append(append.stream, append.first === 0 ? 'no_stream' : append.first - 1, stored(append)));
    written += append.events.length;
    if (waiting.length === APPENDS_AT_ONCE || written >= events) {
      await Promise.all(waiting);
      waiting = [];
    }
    if (written >= events) return;
  }
};

/** Takes one step of each open matter in turn; where one ends the next begins. */
const appends = function* (today: () => LocalDate, notices: boolean): Generator<Append> {
  let number = 0;
  const begin = (): Generator<Append> => {
    const matter = matterOf(number++, today());
    return notices ? withNotices(matter) : matter;
  };
  const open = Array.from({ length: OPEN_AT_ONCE }, begin);
  for (;;) {
    for (const [place, each] of open.entries()) {
      const step = each.next();
      if (step.done) open[place] = begin();
      else yield step.value;
    }
  }
};

const matterOf = (number: number, day: LocalDate): Generator<Append> =>
  number % 10 === 9 ? acknowledgement(number, day) : number % 10 === 8 ? child(number, day) : dispute(number, day);

/** After each step of a dispute, everybody of whom it asks something is told. */
const withNotices = function* (matter: Generator<Append>): Generator<Append> {
  for (const append of matter) {
    yield append;
    if (!append.stream.startsWith('dispute-')) continue;
    const about = append.stream.slice('dispute-'.length);
    const notice = derivedId('notice', append.stream, append.first);
    const line = {
      kind: 'dispute-for-you',
      about,
      called: 'dispute',
      dueOn: null,
      dueAt: null,
      actionId: null,
    } as const;
    const because = { stream: append.stream, revision: append.first, occasion: 'event' } as const;
    yield {
      stream: `notice-${notice}`,
      first: 0,
      day: append.day,
      events: [
        {
          type: 'NoticeWritten',
          data: { ...line, notice, to: `tm-${TEAMS[0]}`, theirsToDo: true, how: 'at-once', urgency: null, because },
        },
        { type: 'NoticeSent', data: { by: 'smtp', receipt: null, digest: null } },
      ],
    };
  }
};

/** Eight disputes are about each child of the directory, which was registered shortly before them. */
const childOf = (number: number): number => 1_000_000 + Math.max(8, number - (number % 10) - 2);

const subjectOf = (number: number): Subject => {
  const child = childOf(number);
  return {
    children: number % 7 === 0 ? [`${child}`, `${child + 1}`] : [`${child}`],
    population: 'looked-after',
    iro: `iro-${child % IROS}`,
    team: TEAMS[child % TEAMS.length]!,
  };
};

const dispute = function* (number: number, begunOn: LocalDate): Generator<Append> {
  const dayOf = (later: number): LocalDate => addDays(begunOn, later);
  const reference = referenceFor('DRP', `bench-${number}`);
  const stream = `dispute-${reference}`;
  const subject = subjectOf(number);
  const formal = number % 3 === 0;
  const stages: StageBegun[] = [
    { ladder: 'main', number: 0, countsAs: 'informal', code: 'informal', name: 'Informal', reason: null },
    { ladder: 'main', number: 1, countsAs: 'formal', code: 'stage-1', name: 'Stage 1', reason: null },
    { ladder: 'main', number: 2, countsAs: 'formal', code: 'stage-2', name: 'Stage 2', reason: null },
  ];
  const begun = stages[formal ? 1 : 0]!;
  let revision = 0;
  const step = (day: number, ...events: AnyEvent[]): Append => {
    const append = { stream, first: revision, day: dayOf(day), events };
    revision += events.length;
    return append;
  };
  const deadline = (round: number, stage: StageBegun): DisputeEvent => ({
    type: 'AnswerDeadlineSet',
    data: {
      round,
      ladder: 'main',
      stage: stage.number,
      needs: 'answer',
      protocolVersion: 1,
      why: round === 1 ? 'raised' : 'escalated',
      startedOn: dayOf(startOf(round)),
      firstDueOn: dayOf(dueOf(round)),
      dueOn: dayOf(dueOf(round)),
      dueAt: endOfDay(dayOf(dueOf(round))),
      rule: '5 working days',
    },
  });
  /** A quarter of the answers come late. */
  const isLate = number % 4 === 3;
  const answeredOn = (round: number): number => dueOf(round) + (isLate ? 1 : -(number % 4));
  const passed = (round: number, stage: StageBegun): Append[] =>
    isLate
      ? [
          step(dueOf(round) + 1, {
            type: 'AnswerDeadlinePassed',
            data: {
              round,
              stage: stage.number,
              dueOn: dayOf(dueOf(round)),
              dueAt: endOfDay(dayOf(dueOf(round))),
              onSilence: 'ask-the-judge',
            },
          }),
        ]
      : [];
  const answer = (round: number, stage: StageBegun): DisputeEvent => ({
    type: 'AnswerGiven',
    data: {
      round,
      stage: stage.number,
      answeredOn: dayOf(answeredOn(round)),
      role: 'team-manager',
      agreement: number % 4 === 0 ? 'partly' : 'agree',
      reasons:
        'The matching panel had no date before the summer; one has now been found and the plan is written again.',
      actions: [],
      evidence: null,
      adviceGiven: [],
      complete: true,
      standing: 'awaiting-judgement',
    },
  });

  yield step(
    0,
    {
      type: formal ? 'FormalDisputeRaised' : 'InformalDisputeRaised',
      data: {
        reference,
        subject,
        raisedOn: begunOn,
        protocolVersion: 1,
        stage: begun,
        addressee: { team: subject.team, posts: ['team-manager'] },
        theme: THEMES[number % THEMES.length]!,
        secondaryThemes: number % 5 === 0 ? ['VOICE'] : [],
        concern:
          'The permanence plan agreed at the second review has not been written, and the match is waiting for it. ' +
          'I asked about this at the midway check and was told that it would be done before the panel.',
        impactIfNothingChanges: 'Another summer without knowing where home will be.',
        acknowledged: null,
        actionsWanted: [{ what: 'Write the plan', who: 'Team manager', by: dayOf(14), measure: 'Plan on file' }],
        spokeFirst: null,
        childView: null,
        urgent: false,
        links: [],
        adviceGiven: [],
      },
    },
    deadline(1, begun),
  );
  yield* passed(1, begun);
  yield step(answeredOn(1), answer(1, begun), {
    type: 'ActionAgreed',
    data: { action: { actionId: 'A1', what: 'Write the plan', who: 'Team manager', by: dayOf(20) } },
  });
  let reached = begun;
  if (number % 5 === 0) {
    const next = stages[begun.number + 1]!;
    yield step(9, {
      type: 'AnswerRejected',
      data: {
        round: 1,
        role: 'iro',
        verdict: 'not',
        reason: 'The plan is still not on the file.',
        standing: 'not-accepted',
      },
    });
    yield step(
      10,
      {
        type: 'DisputeEscalated',
        data: {
          from: begun.number,
          to: next,
          addressee: { team: subject.team, posts: ['service-manager'] },
          protocolVersion: 1,
          because: 'not-satisfied',
          reason: 'The plan is still not on the file.',
          skipped: [],
          adviceGiven: [],
        },
      },
      deadline(2, next),
    );
    yield* passed(2, next);
    yield step(answeredOn(2), answer(2, next));
    reached = next;
  }
  yield step(19, {
    type: 'AnswerAccepted',
    data: { round: reached === begun ? 1 : 2, role: 'iro', reason: 'It is done.', standing: 'accepted' },
  });
  if (number % 6 === 0)
    yield step(21, { type: 'ActionDeadlinePassed', data: { actionId: 'A1', dueAt: endOfDay(dayOf(20)) } });
  const doneOn = number % 6 === 0 ? 30 : 20;
  yield step(doneOn, {
    type: 'ActionDone',
    data: { actionId: 'A1', evidence: 'Plan of 3 May on the file.', doneOn: dayOf(doneOn) },
  });
  yield step(32, {
    type: 'DisputeResolved',
    data: {
      outcome: 'RES-FULL',
      impact: ['plan-moving'],
      impactNote: null,
      stageReached: reached.number,
      actionsOutstanding: [],
      iroDissents: false,
    },
  });
};

/** Days after the raising on which the clock of a round begins, and ends. */
const startOf = (round: number): number => (round - 1) * 10;
const dueOf = (round: number): number => startOf(round) + 7;

const acknowledgement = function* (number: number, day: LocalDate): Generator<Append> {
  const reference = referenceFor('PA', `bench-${number}`);
  const { children, team, iro } = subjectOf(number);
  yield {
    stream: `acknowledgement-${reference}`,
    first: 0,
    day,
    events: [
      {
        type: 'PracticeAcknowledged',
        data: {
          reference,
          givenOn: day,
          giverRole: 'iro',
          giver: iro,
          protocolVersion: 1,
          acknowledged: {
            children,
            team,
            people: [{ person: `worker-${number % 60}`, name: null, agency: null }],
            wholeTeam: false,
            theme: 'PA-DIRECT',
            whatTheyDid: 'Three visits in two weeks, and the young person chaired their own review.',
            differenceForChild: 'They were heard.',
          },
          adviceGiven: [],
        },
      },
    ],
  };
};

const child = function* (number: number, day: LocalDate): Generator<Append> {
  const childId = `${1_000_000 + number}`;
  yield {
    stream: `child-${childId}`,
    first: 0,
    day,
    events: [
      {
        type: 'ChildRegistered',
        data: {
          childId,
          initials: 'AB',
          bornOn: addDays(day, -4000),
          population: 'looked-after',
          fromRegister: false,
        },
      },
      {
        type: 'ChildAllocated',
        data: { team: TEAMS[Number(childId) % TEAMS.length]!, iro: `iro-${Number(childId) % IROS}`, from: null },
      },
    ],
  };
};

const AN_IRO: Actor = { person: 'iro-1', post: 'iro-1', role: 'iro' };

const stored = ({ stream, first, day, events }: Append): EventToAppend[] =>
  events.map(({ type, data }, index) => {
    const id = derivedId(stream, first + index);
    return {
      id,
      type,
      data: data as unknown as JsonObject,
      metadata: {
        commandId: id,
        commandDigest: 'bN9vvcYVPlZ0wNnA0XFsRTk0Ejy1sWUv1AI0oJTsWkI',
        $correlationId: id,
        $causationId: id,
        actor: AN_IRO,
        occurredAt: `${day}T09:00:00.000Z`,
        schemaVersion: 1,
      },
    };
  });
