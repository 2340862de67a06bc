import { FROM_ANSWERS, IN_TIME } from '../../projections/answers/answers-due.js';
import { FROM_DISPUTES, narrowedDisputes } from '../../projections/dispute-register/dispute-register.queries.js';
import type { DisputeFilters } from '../../projections/dispute-register/dispute-register.queries.js';
import { type EscalationBoard, escalationBoard } from '../../src/reports/escalations/escalation-board.js';
import { EVERYTHING } from '../../src/reports/open-disputes/open-disputes.js';
import { myWork } from '../../src/reports/my-work/my-work.js';
import type { MyWork } from '../../src/reports/my-work/work.js';
import type { Instant } from '../../src/calendar/calendar.js';
import { financialYearOf, londonDate } from '../../src/calendar/dates.js';
import { agendaRows } from '../../src/challenge/agenda/agenda-rows.js';
import { caseShown } from '../../src/challenge/agenda/case-line.js';
import { openDeadlines } from '../../src/deadlines/deadlines.js';
import { TO_BE_RECORDED } from '../../src/deadlines/sheet.js';
import type { ChildEvent } from '../../src/directory/events.js';
import { directoryFrom } from '../../src/directory/directory-from.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import type { DisputeState } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { visibleAmong } from '../../src/disputes/list/visible-disputes.js';
import { disputeView } from '../../src/disputes/read/dispute-view.js';
import { partOf } from '../../src/disputes/time/every-date.js';
import { remindersDue } from '../../src/notices/reminders.js';
import { toldOfDispute } from '../../src/notices/who-is-told.js';
import { USUAL_HOURS } from '../../src/platform/config/notice-hours-config.js';
import type { Recorded } from '../../src/platform/decider.js';
import type { RecordedEvent } from '../../src/platform/event-store/event-store.js';
import type { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { POST_KINDS, type Protocol, type ProtocolBook } from '../../src/protocol/protocol.js';
import { formalTotals } from '../../src/reports/timeliness/answers-of-year.js';
import { SAYS_NOTHING } from '../../src/protocol/words-now.js';
import { Controls } from '../support/controls.js';
import { by } from '../support/given.js';
import { post, protocolAdopted, readingAt, team } from '../support/leaders.js';
import { readModelsOf, type Story } from '../support/read-models.js';
import { live, type Step } from './histories.js';

/*
 * The doors at which somebody asks whether a dispute is late, by when it is due and who must act: each as the program asks, over the
 * same disputes, at the same moment.
 */

/** A dispute that was lived through, with its record. */
export interface Lived {
  readonly reference: string;
  readonly events: readonly RecordedEvent[];
  readonly state: DisputeState;
}

/** The state that one door shows of one dispute; undefined if that door does not show it. */
export interface Said {
  readonly late: boolean;
  readonly dueAt?: Instant | null;
  readonly waitsFor?: string | null;
  readonly who?: readonly string[];
}

const OF_THE_HISTORIES = 'DRP-7K4M-2QXH';

export const lived = (steps: readonly Step[], protocol: Protocol, reference: string, begins: Instant): Lived =>
  livedUnder(Controls.book(protocol), steps, reference, begins);

/** Under rules that may be others from a day on. */
export const livedUnder = (
  protocols: ProtocolBook,
  steps: readonly Step[],
  reference: string,
  begins: Instant,
): Lived => {
  const events: RecordedEvent[] = [];
  let acts = 0;
  live(
    steps,
    protocols,
    ({ events: happened, context }) => {
      acts += 1;
      for (const event of happened) {
        const renamed = JSON.parse(JSON.stringify(event).replaceAll(OF_THE_HISTORIES, reference)) as DisputeEvent;
        const revision = events.length;
        const stored = { id: `${reference}-${revision}`, stream: `dispute-${reference}`, revision };
        const written = by(context.actor, renamed, context.now);
        events.push({
          ...written,
          ...stored,
          metadata: { ...written.metadata, commandId: `${reference}-act-${acts}` },
          position: String(revision),
          recordedAt: context.now,
        } as unknown as RecordedEvent);
      }
    },
    begins,
  );
  return { reference, events, state: folded(events) };
};

export const folded = (events: readonly RecordedEvent[]): DisputeState =>
  events.reduce<DisputeState>(
    (state, event) => disputeDecider.evolve(state, event as unknown as Recorded<DisputeEvent>),
    disputeDecider.initial,
  );

export const storyOf = ({ reference, events }: Lived): Story => ({
  stream: `dispute-${reference}`,
  events: events.map((event) => ({
    ...{ ...event, at: event.metadata.occurredAt, by: event.metadata.actor },
  })) as unknown as Story['events'],
});

/** Those whom the disputes are about, raised here or read from a register. */
const CHILDREN = ['1568440', '1193391'];

/** A child with a social worker. */
const childOf = (child: string, worker: string): Story => ({
  stream: `child-${child}`,
  events: [
    {
      type: 'ChildRegistered',
      data: { childId: child, initials: null, bornOn: null, population: 'looked-after', fromRegister: false },
    },
    { type: 'SocialWorkerNamed', data: { socialWorker: worker, from: null } },
  ] satisfies ChildEvent[],
});

/** Every kind of post, held; the seats of the IROs by those who hold the disputes. */
const PEOPLE = [
  team('through-care-3', 'Through Care 3', 'through-care'),
  team('through-care-4', 'Through Care 4', 'through-care'),
  team('through-care-1', 'Through Care 1', 'through-care'),
  ...['iro-rowe', 'iro-prasad', 'the-iro'].flatMap((person) => post('iro', null, person)),
  ...POST_KINDS.filter((kind) => kind !== 'iro').flatMap((kind) =>
    post(kind, null, `the-${kind}`, { service: 'through-care' }),
  ),
  ...CHILDREN.map((child) => childOf(child, 'the-social-worker')),
];

const NAMES = {
  person: (id: string) => ({ id, name: null }),
  team: (id: string) => ({ id, name: null }),
  child: (id: string) => ({ id, initials: null }),
};

/** The same read models behind every door but the page, which reads the record itself. */
export class Doors {
  private constructor(
    private readonly disputes: readonly Lived[],
    private readonly models: ProjectionRunner,
    private readonly protocol: Protocol,
  ) {}

  static async open(disputes: readonly Lived[], protocol: Protocol): Promise<Doors> {
    const stories = disputes.filter(({ events }) => events.length > 0).map(storyOf);
    return new Doors(disputes, await readModelsOf(protocolAdopted(protocol), ...PEOPLE, ...stories), protocol);
  }

  /** The answers of every door at one moment. */
  at(now: Instant): DoorsAt {
    return new DoorsAt(this.models, this.protocol, now);
  }

  async close(): Promise<void> {
    await this.models.close();
  }
}

export class DoorsAt {
  private readonly reading;
  private readonly board: EscalationBoard;
  private readonly work = new Map<string, MyWork>();
  private readonly lists = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly models: ProjectionRunner,
    protocol: Protocol,
    readonly now: Instant,
  ) {
    this.reading = readingAt(models, now, protocol);
    this.board = escalationBoard(this.reading);
  }

  page({ reference, events, state }: Lived): ReturnType<typeof disputeView> {
    return disputeView({ reference, state, revision: events.length - 1, events }, this.reading, NAMES);
  }

  /** The list, by each of its filters. */
  list({ reference }: Lived): Required<Omit<Said, 'dueAt'>> & { readonly isDueSome: boolean } {
    const has = (filters: DisputeFilters): boolean => this.listed(filters).has(reference);
    const whats = ['answer', 'judgement', 'decision', 'closing'] as const;
    return {
      late: has({ overdue: true }),
      waitsFor: whats.find((awaiting) => has({ awaiting })) ?? null,
      who: POST_KINDS.filter((waitingForPost) => has({ waitingForPost })),
      isDueSome: has({ dueBy: '9999-12-31' }),
    };
  }

  private listed(filters: DisputeFilters): ReadonlySet<string> {
    const key = JSON.stringify(filters);
    const known = this.lists.get(key);
    if (known !== undefined) return known;
    const { where, parameters } = narrowedDisputes(filters, this.now);
    const rows = this.models.all<{ reference: string }>(
      `SELECT register.reference ${FROM_DISPUTES} WHERE ${where.join(' AND ')}`,
      parameters,
    );
    const found = new Set(rows.map((row) => row.reference));
    this.lists.set(key, found);
    return found;
  }

  onBoard({ reference }: Lived): (Required<Said> & { readonly receiptLate: boolean }) | undefined {
    const row = this.board.rows.find((each) => each.reference === reference);
    return (
      row && {
        late: row.due.late,
        dueAt: row.due.dueAt,
        waitsFor: row.waitsFor,
        who: row.who.map(({ kind }) => kind),
        receiptLate: row.receipt.late,
      }
    );
  }

  lateActionsOnBoard({ reference }: Lived): string[] {
    return this.board.overdueActions.filter((each) => each.reference === reference).map(({ actionId }) => actionId);
  }

  /** The work of one person on it, besides chasing, agreed actions and other work beside the ladder. */
  workOf(person: string, { reference }: Lived): { late: boolean; dueAt: Instant | null; what: string } | undefined {
    const work = this.work.get(person) ?? this.workFor(person);
    this.work.set(person, work);
    const item = work.items.find((each) => each.reference === reference && BY_STANDING.includes(each.what));
    return item && { late: item.due.late, dueAt: item.due.dueAt, what: item.what };
  }

  private workFor(person: string): MyWork {
    const posts = this.reading.directory.postsHeldBy(person, londonDate(this.now));
    return myWork({ person, posts, owners: [person] }, this.reading, EVERYTHING);
  }

  /** Nobody is asked about what they may not read. */
  mayRead(person: string, { reference }: Lived): boolean {
    const on = londonDate(this.now);
    const { directory } = this.reading;
    const asker = { person, name: '', posts: directory.postsHeldBy(person, on) };
    return visibleAmong([reference], asker, directory, on, this.models).has(reference);
  }

  /** The line of a case in the papers of a meeting. */
  papers({ reference }: Lived): string {
    const { models: readModels, now } = this;
    return caseShown(
      reference,
      { person: 'iro-rowe', posts: [] },
      { readModels, directory: directoryFrom(readModels), now, says: SAYS_NOTHING },
    ).line;
  }

  agenda({ reference }: Lived): { isOverTotal: boolean | undefined; lateActions: number } {
    const { cases, actions } = agendaRows(this.reading);
    return {
      isOverTotal: cases.find((each) => each.reference === reference)?.isOverTotal,
      lateActions: actions.filter((each) => each.reference === reference).length,
    };
  }

  /** The people who are told that the answer to a round is late, once that goes on record; undefined where it does not. */
  toldLate({ state }: Lived, round: number): string[] | undefined {
    const context = { ...Controls.context(Controls.clock, { now: this.now }), protocols: this.reading.protocols };
    const act = { type: 'mark-deadline-passed' as const, deadline: 'answer' as const, round };
    const [event] = disputeDecider.decide(act, state, context);
    if (event === undefined) return undefined;
    const after = disputeDecider.evolve(state, by(Controls.clock, event, this.now));
    const situation = {
      ...{ state: after, before: state, protocols: this.reading.protocols, act: [event.type], began: '' },
      actor: Controls.clock.person,
    };
    return toldOfDispute(event, situation)
      .filter(({ kind }) => kind === 'answer-overdue')
      .map(({ to }) => ('post' in to ? to.post : 'iro'));
  }

  /** Somebody is reminded that an answer is due. */
  isReminded({ events, state }: Lived): boolean {
    const { protocols, calendar } = this.reading;
    return remindersDue(events, state, protocols, calendar, this.now, USUAL_HOURS)
      .flatMap(({ wanted }) => wanted)
      .some(({ kind }) => kind === 'answer-due');
  }

  /** The dates that the alarm clock would put on record: by the record, and by the sheet of dates. */
  toBeRecorded({ reference, state }: Lived): { byTheRecord: string[]; byTheSheet: string[] } {
    const byTheSheet = this.models
      .all<{ name: string }>(
        `SELECT deadline || ' ' || part || ' ' || due_at AS name FROM deadlines
          WHERE reference = :reference AND ${TO_BE_RECORDED}`,
        { reference, now: this.now },
      )
      .map(({ name }) => name);
    const byTheRecord = openDeadlines(state)
      .filter(({ dueAt }) => dueAt <= this.now)
      .map(({ dueAt, ...named }) => `${named.deadline} ${partOf(named)} ${dueAt}`);
    return { byTheRecord: byTheRecord.sort(), byTheSheet: byTheSheet.sort() };
  }

  /** Whether each round was in time, as the figures count it; null where it is not to be counted. */
  figures({ reference }: Lived): ReadonlyMap<number, boolean | null> {
    const rows = this.models.all<{ round: number; inTime: number | null }>(
      `SELECT answer.round, ${IN_TIME} AS inTime ${FROM_ANSWERS}
        WHERE answer.reference = :reference AND NOT answer.imported`,
      { reference, now: this.now },
    );
    return new Map(rows.map(({ round, inTime }) => [round, inTime === null ? null : inTime === 1]));
  }

  isOverTotal({ reference }: Lived, raisedOn: string): boolean | undefined {
    return formalTotals(financialYearOf(raisedOn), this.reading).find((each) => each.reference === reference)?.isOver;
  }
}

const BY_STANDING: readonly string[] = ['answer', 'judge', 'decide', 'close'];
