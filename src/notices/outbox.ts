import { WAS_REFERRED } from '../../projections/dispute-register/dispute-row.js';
import { setTimeout as pause } from 'node:timers/promises';
import { dateColumns } from '../../projections/deadlines/date-columns.js';
import type { CouncilCalendar } from '../calendar/council-calendar.js';
import type { Instant } from '../calendar/calendar.js';
import { endOfDay, londonDate } from '../calendar/dates.js';
import { challengeMeetingDecider } from '../challenge/meeting/decide.js';
import type { Directory, HeldPost } from '../directory/directory.js';
import { personDecider } from '../directory/person.js';
import { childStream } from '../directory/child.js';
import { coverStream } from '../directory/cover.js';
import { postStream } from '../directory/post.js';
import { teamStream } from '../directory/team.js';
import { disputeDecider } from '../disputes/decide.js';
import { currentRound } from '../disputes/dispute.js';
import { isToBeSetAside } from '../disputes/set-aside.js';
import { awaitedIn, hasComeIn, isToComeIn, standsStillIn } from '../disputes/time/late-in-sql.js';
import type { Clock } from '../platform/clock/clock.js';
import type { NoticeHours } from '../platform/config/notice-hours-config.js';
import { categoryOf, type EventStore, type Position, type RecordedEvent } from '../platform/event-store/event-store.js';
import type { Executor } from '../platform/executor.js';
import { derivedId } from '../platform/ids.js';
import { SWEEP_EVERY } from '../platform/jobs/alarm-clock.js';
import type { NoticeProvider } from '../platform/notices/provider.js';
import type { NoticesStatus, ReportsNotices } from '../platform/notices/status.js';
import type { ProjectionStatus, ReadModels } from '../platform/projections/projection.js';
import { isOfTheRow } from '../platform/row-troubles.js';
import type { RowsApart } from '../work-over-rows.js';
import type { NoticeOutcome } from '../platform/watching/watcher.js';
import type { ProtocolLibrary } from '../protocol/protocol-library.js';
import { WordsNow, wordsOn } from '../protocol/words-now.js';
import { recommendationsDecider, recommendationsStream } from '../reviews/recommendations/recommendations.js';
import { AddressedOfEvents, isMarkedUrgent, OUTBOX } from './addressed.js';
import { toldOfActionsThatComeBack } from './back-in-office.js';
import { Concerned } from './concerned.js';
import { beginTelling } from './begin-telling.js';
import { OUTBOX_STREAM } from './beginning.js';
import {
  causeOf,
  childrenToAllocate,
  childrenWithoutAnybody,
  type ToAllocate,
  toldOfChildrenToAllocate,
} from './children-to-allocate.js';
import { proposalStream } from '../roles/proposal.js';
import { Delivery } from './delivery.js';
import { digestDue } from './digest.js';
import { birthdays, heldOnBirthday, turnedEighteen } from './end-of-care.js';
import { type Begun, begunLately, workOfPost } from './work-of-post.js';
import type { Cause, NoticeWritten } from './events.js';
import {
  askedSince,
  askedOfThemSince,
  type FallenTo,
  fallenFrom,
  fallenIn,
  isOwnChoice,
  isOwnDoing,
} from './fallen.js';
import { disagreementsToDecide, linesOfDisagreement, movedSinceBy } from './disagreements-that-moved.js';
import { folded } from './folded.js';
import { urgencyOf } from './hours.js';
import { goesToTheOldAddress, isTheirsToDo } from './kinds.js';
import { type LapsedCover, lapsedCovers, toldOfLapsedCover } from './lapsed-covers.js';
import { type LapsedRole, lapsedRoles, toldOfLapsedRole } from './lapsed-roles.js';
import { NeedNow } from './need-now.js';
import { noticeIdOf } from './notice-id.js';
import { type NoticeAct, noticeDecider, noticeStream } from './notice.js';
import { NoticesOnRecord } from './on-record.js';
import { AT_ONCE, preferencesDecider, preferencesStream, wayOf } from './preferences/preferences.js';
import { type Addressed, addressedTo, withinRestriction } from './recipients.js';
import { isTimeToRemind, remindersDue } from './reminders.js';
import { isToldAnew } from './told-anew.js';
import { toldOfBirthday } from './told-of-children.js';
import { remindedOfRecommendations } from './told-of-recommendations.js';
import { lastMoved, movesBegun, type TeamOnceMoved, teamsOnceMoved, toldOfMovedTeam } from './told-of-moved-teams.js';
import { namedAhead, toldOfAnotherWorker, type WorkerBegun, workersBegun } from './told-of-workers.js';
import { summaryDue, toldOfTheWeek } from './weeks.js';
import { lastToBeLeft, lastToLeave } from './who-left.js';
import { toldOfTheEndOfCare } from './who-is-told.js';
import { Office } from '../work/office.js';
import { lastAllocation, restrictedRowsOf } from './restricted-rows.js';
import { MAIN_LADDER } from '../protocol/protocol.js';
import type { Matter } from '../work/matter.js';
import { openMatters } from '../work/open-matters.js';

export interface OutboxParts {
  readonly store: EventStore;
  readonly executor: Executor;
  readonly readModels: ReadModels;
  readonly directory: Directory;
  readonly protocols: ProtocolLibrary;
  readonly calendar: CouncilCalendar;
  readonly clock: Clock;
  /** The hours in which people are told. */
  readonly hours: NoticeHours;
  readonly provider: NoticeProvider;
  readonly troubles: RowsApart;
  /** Address at which people reach the program. */
  readonly site: string;
  /** Told of each failed attempt to follow the log, and of each event from which no notice could be worked out. */
  readonly onTrouble?: (what: 'notices-behind' | 'notice-not-understood', error: unknown) => void;
  /** Told of a notice that was given up because its recipient's mailbox took nothing for a day. */
  readonly onGivenUp?: (notice: string) => void;
  /** Told what became of each attempt to send. */
  readonly onOutcome?: (outcome: NoticeOutcome) => void;
}

/** Read models that say who holds which post, of whom what is open is asked, and what people were told. */
const DIRECTORY = [
  'notices',
  ...['teams', 'posts', 'post_holders', 'people', 'covers', 'children', 'child_allocations', 'child_workers'],
  ...['dispute_register', 'case_children', 'deadlines', 'actions', 'protocol_stages', 'recommendations'],
  ...['review_checks', 'challenge_meetings', 'challenge_items'],
];
const LONGEST_PAUSE = 5_000;
/** By which the date of recommendations is set: a date that moves is reminded of anew. */
const SETS_THE_DATE = ['RecommendationsSent', 'RecommendationsDateSet'];
/** Streams of records of which something can fall to others. */
const CAN_FALL: readonly string[] = ['dispute', 'recommendations', 'review', 'challengeMeeting'];
/** Dates that may still be reminded of: what is due is awaited, and its clock runs. */
const RUNS = `${awaitedIn(dateColumns('date'))} AND NOT ${standsStillIn(dateColumns('date'))}`;

/**
 * Follows the log and tells people (docs/decisions/0012). A notice is written to the log before it is sent, and that it
 * was sent is written after; so a crash in between sends the same notice again, under the same number, and nothing else ever does.
 */
export class Outbox implements ReportsNotices {
  private onRecord: NoticesOnRecord;
  private need: NeedNow;
  private delivery: Delivery | undefined;
  /** A set, for the same event is looked at again by the instance that comes on duty again. */
  private readonly skipped = new Set<string>();
  private state: 'off' | 'elsewhere' | 'following' = 'off';
  private readonly stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();
  private reached: Position | undefined;
  private began: Instant | undefined;
  private isBehind = true;
  /** Reminders that were written by this process: their disputes need not be read again every minute. */
  private readonly reminded = new Set<string>();
  /** The day, and how many posts were taken and left and teams moved to other services, when it was last looked for what has fallen to others. */
  private officeLookedAt: string | undefined;

  constructor(private readonly parts: OutboxParts) {
    this.onRecord = new NoticesOnRecord(parts.readModels);
    this.need = new NeedNow(parts, this.onRecord);
  }

  /** Somebody tells people from now on: this instance while it is on duty, else another. */
  start(): void {
    this.state = 'elsewhere';
  }

  /**
   * On duty: follows the log until the signal, and lets the message under way end. Notices of another instance are read from the log
   * first. A store that is away is asked again, patiently.
   */
  async follow(signal: AbortSignal): Promise<void> {
    this.takeOver();
    this.following = this.followPatiently(AbortSignal.any([signal, this.stopping.signal]));
    await this.following;
    await this.delivery?.stop();
    if (this.state === 'following') this.state = 'elsewhere';
  }

  /** Lets the message under way end, and tells nobody any more. */
  async stop(): Promise<void> {
    this.state = 'off';
    this.stopping.abort();
    await this.following;
    await this.delivery?.stop();
    await this.parts.provider.close();
  }

  /**
   * Every minute, on duty: reminders of what falls due, digests, and another attempt at what did not go. Each of these is done whatever
   * became of the others; the first failure is told at the end.
   */
  async sweep(): Promise<void> {
    if (this.began === undefined || this.state !== 'following') return;
    // Before the directory is whole, a post would look vacant and a person out of office. While it is made anew, the one before serves.
    const isWhole = this.directory().every(({ state }) => state === 'live' || state === 'rebuilding');
    const failures: unknown[] = [];
    if (!isWhole) return;
    const work = [
      () => this.writeReminders(),
      () => this.remindOfRecommendations(),
      () => this.tellOfBirthdays(),
      () => this.tellIrosOfBirthdays(),
      () => this.tellOfPostsBegun(),
      () => this.tellOfWorkersBegun(),
      () => this.tellOfTeamsMoved(),
      () => this.tellOfDisagreementsThatMoved(),
      () => this.tellOfTheWeek(),
      () => this.tellWhatFallsToOthers(),
      () => this.writeDigests(),
      async () => this.delivery?.run(),
    ];
    for (const each of work) await each().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  /** On duty: sweeps every minute until the signal. A failed sweep is tried again with the next one. */
  async sweepEveryMinute(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(SWEEP_EVERY, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await this.sweep().catch((error) => this.parts.onTrouble?.('notices-behind', error));
    }
  }

  /** Waits until everything now in the log has been looked at and a sending has been attempted. */
  async caughtUp(): Promise<void> {
    while (this.state === 'following') {
      const head = await this.parts.store.head();
      if (head === undefined || (this.reached !== undefined && this.reached >= head)) return;
      await pause(1);
    }
  }

  status(): NoticesStatus {
    const nothing = {
      ...{ waiting: 0, forLater: 0, notNeeded: 0, failures: 0, trouble: null, tryAgainAt: null, mailboxes: 0 },
      undelivered: [],
    };
    // Somebody else's to say where this instance is not on duty.
    const delivery = (this.state === 'following' ? this.delivery?.status() : undefined) ?? nothing;
    const provider = this.parts.provider.name;
    return { ...delivery, provider, state: this.stateNow(delivery.trouble), skipped: [...this.skipped] };
  }

  private stateNow(trouble: string | null): NoticesStatus['state'] {
    if (this.state !== 'following') return this.state;
    if (trouble !== null) return 'trying-again';
    return this.isBehind ? 'behind' : 'working';
  }

  private takeOver(): void {
    this.state = 'following';
    this.onRecord = new NoticesOnRecord(this.parts.readModels);
    this.need = new NeedNow(this.parts, this.onRecord);
    this.reached = undefined;
    this.began = undefined;
    this.isBehind = true;
    this.delivery = new Delivery({
      ...this.parts,
      ...{ onRecord: this.onRecord, need: this.need },
      says: new WordsNow(this.parts.protocols, this.parts.clock),
      wayNow: (person, theirsToDo) => this.wayNow(person, theirsToDo),
      addressBefore: (cause) => this.addressBefore(cause),
      record: (id, act, cause) => this.record(id, act, cause),
    });
  }

  private async followPatiently(signal: AbortSignal): Promise<void> {
    for (let wait = 100; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      try {
        const after = await this.resume(signal);
        this.reached = after;
        this.isBehind = (await this.parts.store.head()) !== after;
        for await (const page of this.parts.store.subscribe(after, { signal })) {
          for (const event of page) {
            if (signal.aborted) return;
            await this.take(event, signal);
          }
          await this.sendWhatWaits(page.at(-1)!.position, signal);
          this.reached = page.at(-1)!.position;
          this.isBehind = false;
          wait = 100;
        }
      } catch (error) {
        if (signal.aborted) return;
        this.isBehind = true;
        this.parts.onTrouble?.('notices-behind', error);
        await pause(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /**
   * The position at which it left off: after its beginning, or after the last event that it wrote a notice for. That event is looked at
   * again, for it may have been cut short between two people.
   */
  private async resume(signal: AbortSignal): Promise<Position> {
    if (this.reached !== undefined) return this.reached;
    const beginning = await this.begin();
    this.began = beginning.data.began as Instant;
    const head = (await this.parts.store.head())!;
    await this.directoryAt(head, signal);
    const last = await this.onRecord.readFrom(this.parts.store);
    await this.sendWhatWaits(head, signal);
    if (last === undefined) return beginning.position;
    const [event] = await this.parts.store.read(last.stream, last.revision);
    if (event === undefined) return beginning.position;
    await this.take(event, signal);
    return event.position;
  }

  /** The people in office, and so those who still need it, are asked of a directory that has heard everything up to here. */
  private async sendWhatWaits(position: Position, signal: AbortSignal): Promise<void> {
    if (this.onRecord.waiting() > 0) await this.directoryAt(position, signal);
    await this.delivery?.run();
  }

  private async begin(): Promise<RecordedEvent> {
    await beginTelling(this.parts.executor, this.parts.clock.now());
    return (await this.parts.store.read(OUTBOX_STREAM))[0]!;
  }

  /** Writes the notices that an event gives rise to. One that makes no sense is said in health and passed over: the others go on. */
  private async take(event: RecordedEvent, signal: AbortSignal): Promise<void> {
    const addressedOf = new AddressedOfEvents(this.parts, this.began!);
    if (!addressedOf.knows(event)) return;
    await this.directoryAt(event.position, signal);
    const addressed = await this.understood(event, () => addressedOf.of(event));
    for (const each of addressed) {
      await this.understood(event, async () => {
        await this.write(each, event, 'event');
        return [];
      });
    }
    const category = categoryOf(event.stream);
    const record = event.stream.slice(category.length + 1);
    if (event.type === 'ChildAllocated') await this.tellOfRecordsAbout(record, event);
    if (!CAN_FALL.includes(category)) return;
    await this.understood(event, async () => {
      await this.tellWhatHasFallen(record, event);
      return [];
    });
  }

  /**
   * A dispute about several children stays where it is when one of them goes to another IRO, and the referral of that child falls to others. A
   * restricted row of a register, which nobody holds, falls to whoever has the child from then on.
   */
  private async tellOfRecordsAbout(child: string, event: RecordedEvent): Promise<void> {
    const referred = this.parts.readModels.all<{ reference: string }>(
      `SELECT register.reference FROM case_children AS named JOIN dispute_register AS register USING (reference)
        WHERE named.child = :child AND ${WAS_REFERRED} ORDER BY register.reference`,
      { child },
    );
    const rows = restrictedRowsOf(this.parts.readModels, child);
    for (const reference of [...referred.map((each) => each.reference), ...rows])
      await this.understood(event, async () => {
        await this.tellWhatHasFallen(reference);
        return [];
      });
  }

  /**
   * Of one record, the person to whom it has fallen because a post is vacant or its IRO has left: once for what it asks, whether that began
   * while the post was vacant or the post was left meanwhile.
   *
   * @param by the event that is looked at, of which the last of its act speaks for all; left out where none is
   */
  private async tellWhatHasFallen(about: string, by?: RecordedEvent): Promise<void> {
    const fallen = await fallenIn(this.parts, about);
    if (fallen.length === 0) return;
    const from = fallenFrom(about);
    const history = await this.parts.store.read(from.stream);
    if (by !== undefined && !isLastOfItsAct(by, history)) return;
    const called = from.called ?? (await this.calledIn(history));
    if (called === undefined) return;
    const urgent = from.called === null && isMarkedUrgent(history) ? { isUrgent: true as const } : {};
    for (const { what, ...each } of fallen.filter((one) => !isOwnChoice(one, by?.metadata.actor.person))) {
      if (await isToldAnew(each, history, this.parts.store)) continue;
      const since =
        (await this.leaverOfSeat(what, history)) ??
        laterOf(
          askedSince(history, what),
          (await this.allocatedLast(what, history)) ?? (await this.leaverOfPost(what, history)),
        );
      if (since !== undefined && !isOwnDoing({ what, person: each.person }, since))
        await this.write({ ...each, called, ...urgent }, askedOfThemSince(each, since, history), 'reminder');
    }
  }

  /** The last to get a child of a restricted row of a register, or to be with another IRO: each time it may be somebody else’s to see to. */
  private async allocatedLast(
    what: FallenTo['what'],
    history: readonly RecordedEvent[],
  ): Promise<RecordedEvent | undefined> {
    const state = folded(disputeDecider, history);
    if (what !== 'take-on' || state.status !== 'imported') return undefined;
    return lastAllocation(state.facts.children, this.parts.clock.now(), this.parts);
  }

  /** Each person who leaves a seat of a meeting is news by themselves. */
  private async leaverOfSeat(
    what: FallenTo['what'],
    history: readonly RecordedEvent[],
  ): Promise<RecordedEvent | undefined> {
    if (what !== 'fill-seat') return undefined;
    const meeting = folded(challengeMeetingDecider, history);
    const people = meeting.status === 'not-arranged' ? [] : (meeting.people ?? []);
    const office = new Office(this.parts.directory, londonDate(this.parts.clock.now()));
    const gone = people.filter((person) => !office.isIn(person));
    return lastToLeave(gone, office.on, this.parts);
  }

  /**
   * The last to leave a post from which it is asked, or the last move of a team from the service whose post it was: a post that is left again is
   * news by itself, as the first time.
   */
  private async leaverOfPost(
    what: FallenTo['what'],
    history: readonly RecordedEvent[],
  ): Promise<RecordedEvent | undefined> {
    const state = folded(disputeDecider, history);
    if (!('matter' in state)) return undefined;
    const on = londonDate(this.parts.clock.now());
    const asked = new Concerned(state, await this.parts.protocols.current()).postsAskedFor(what);
    const postsOf = ({ post, team }: (typeof asked)[number]): readonly HeldPost[] =>
      this.parts.directory.postsFor(post, team, on);
    const left = await lastToBeLeft(
      asked.flatMap(postsOf).map(({ postId }) => postId),
      on,
      this.parts,
    );
    // A team that has such a post of its own keeps it, whatever service it belongs to.
    const ofServices = asked.flatMap((each) =>
      each.team === null || postsOf(each).some(({ team }) => team === each.team) ? [] : each.team,
    );
    return laterOf(left, await lastMoved(ofServices, this.parts.clock.now(), this.parts.store));
  }

  /** The council's word for a dispute that was raised, or that a register tells of; undefined if there is none. */
  private async calledIn(history: readonly RecordedEvent[]): Promise<string | undefined> {
    const state = folded(disputeDecider, history);
    const protocols = await this.parts.protocols.current();
    if (state.status === 'imported')
      return wordsOn(protocols.inForceOn(londonDate(this.parts.clock.now())).protocol, MAIN_LADDER).dispute;
    if (!('matter' in state)) return undefined;
    const { ladder, protocolVersion } = currentRound(state.matter);
    return wordsOn(protocols.version(protocolVersion).protocol, ladder).dispute;
  }

  /** That somebody leaves a post is no event of a dispute: what falls to others by it is told once the directory, or the day, has changed. */
  private async tellWhatFallsToOthers(): Promise<void> {
    const { held, left, moved } = this.parts.readModels.get<{ held: number; left: number; moved: number }>(
      `SELECT count(*) AS held, count("to") AS left,
        (SELECT coalesce(sum(json_array_length(services)), 0) FROM teams) AS moved FROM post_holders`,
    )!;
    const office = [londonDate(this.parts.clock.now()), held, left, moved].join(' ');
    if (office === this.officeLookedAt) return;
    const references = new Set((await fallenIn(this.parts, null)).map(({ about }) => about));
    const tell = (reference: string): Promise<void> => this.tellWhatHasFallen(reference);
    const isComplete = await this.parts.troubles.each('vacancies', references, (reference) => reference, tell);
    const others = [
      await this.tellOfLapsedCovers(),
      await this.tellOfLapsedRoles(),
      await this.tellOfChildrenToAllocate(),
    ];
    if (isComplete && others.every(Boolean)) this.officeLookedAt = office;
  }

  private tellOfLapsedCovers(): Promise<boolean> {
    const { readModels, directory, store, troubles } = this.parts;
    const office = new Office(directory, londonDate(this.parts.clock.now()));
    const tell = async (cover: LapsedCover): Promise<void> => {
      const arranged = (await store.read(coverStream(cover.iro))).findLast(
        ({ type, data }) => type === 'CoverArranged' && data.from === cover.from && data.by === cover.by,
      );
      const addressed = addressedTo(toldOfLapsedCover(cover, office), OUTBOX.person, directory, office.on);
      // Whoever stood in is no way to whoever is away any more.
      const told = addressed.filter(({ person }) => office.isIn(person));
      for (const each of told) await this.write(each, arranged!, 'reminder');
    };
    return troubles.each(
      'covers that lapsed',
      lapsedCovers(readModels, office),
      ({ iro, from }) => `${iro} ${from}`,
      tell,
    );
  }

  private tellOfLapsedRoles(): Promise<boolean> {
    const { readModels, directory, store, troubles } = this.parts;
    const office = new Office(directory, londonDate(this.parts.clock.now()));
    const tell = async (lapsed: LapsedRole): Promise<void> => {
      const [proposed] = await store.read(proposalStream(lapsed.proposal));
      for (const each of addressedTo(toldOfLapsedRole(lapsed), OUTBOX.person, directory, office.on))
        await this.write(each, proposed!, 'reminder');
    };
    return troubles.each('roles that lapsed', lapsedRoles(readModels, office), ({ proposal }) => proposal, tell);
  }

  private async tellOfChildrenToAllocate(): Promise<boolean> {
    const { readModels, directory, store, troubles } = this.parts;
    const { matters, office } = await childrenWithoutAnybody(this.parts);
    const tell = async (each: ToAllocate): Promise<void> => {
      const cause = await causeOf(each, office.on, { store, readModels });
      if (cause === undefined) return;
      const wanted = toldOfChildrenToAllocate(each);
      const addressed = addressedTo(wanted, OUTBOX.person, directory, office.on);
      for (const one of addressed) await this.write(one, cause, 'reminder');
    };
    const reasons = childrenToAllocate(matters, office);
    return troubles.each('children to allocate', reasons, ({ leaver, team }) => leaver ?? team, tell);
  }

  private async understood<Result>(event: RecordedEvent, work: () => Promise<Result[]>): Promise<Result[]> {
    try {
      return await work();
    } catch (error) {
      if (!isOfTheRow(error)) throw error;
      this.skipped.add(`${event.stream}@${event.revision}`);
      this.parts.onTrouble?.('notice-not-understood', error);
      return [];
    }
  }

  private async writeReminders(): Promise<void> {
    const now = this.parts.clock.now();
    const calendar = await this.parts.calendar.current();
    const protocols = await this.parts.protocols.current();
    const horizon = endOfDay(calendar.addWorkingDays(londonDate(now), 1).day);
    const coming = this.parts.readModels.all<{ reference: string; deadline: string; part: string; due_at: Instant }>(
      `SELECT date.reference, date.deadline, date.part, date.due_at FROM deadlines AS date
       WHERE ${RUNS} AND date.deadline IN ('answer', 'action')
         AND ${isToComeIn('date.due_at')} AND ${hasComeIn('date.due_at', ':horizon')}`,
      { now, horizon },
    );
    const nameOf = ({ reference, deadline, part, due_at }: (typeof coming)[number]): string =>
      [reference, deadline, part, due_at].join(' ');
    const unread = coming.filter((each) => !this.reminded.has(nameOf(each)));
    const remind = async (reference: string): Promise<void> => {
      const history = await this.parts.store.read(`dispute-${reference}`);
      const state = folded(disputeDecider, history);
      if ('matter' in state && isToBeSetAside(state, this.parts.directory)) return;
      for (const { cause, wanted } of remindersDue(history, state, protocols, calendar, now, this.parts.hours)) {
        const on = londonDate(now);
        const addressed = withinRestriction(addressedTo(wanted, OUTBOX.person, this.parts.directory, on), state);
        for (const each of addressed) await this.write(each, cause, 'reminder');
        if (addressed.length === 0) continue;
        for (const each of unread.filter((row) => row.reference === reference)) this.reminded.add(nameOf(each));
      }
    };
    const references = new Set(unread.map((each) => each.reference));
    await this.parts.troubles.each('reminders', references, (reference) => reference, remind);
  }

  /** After a child's death nobody is reminded. */
  private async remindOfRecommendations(): Promise<void> {
    const now = this.parts.clock.now();
    const calendar = await this.parts.calendar.current();
    const coming = this.parts.readModels.all<{ reference: string; due_on: string }>(
      `SELECT sent.reference, sent.due_on FROM recommendations AS sent LEFT JOIN children ON children.child = sent.child
        WHERE sent.standing = 'awaiting-answer' AND ${isToComeIn('sent.due_at')} AND ${hasComeIn('sent.due_at', ':horizon')}
          AND children.died_on IS NULL`,
      { now, horizon: endOfDay(calendar.addWorkingDays(londonDate(now), 1).day) },
    );
    const remind = async (reference: string): Promise<void> => {
      const history = await this.parts.store.read(recommendationsStream(reference));
      const state = folded(recommendationsDecider, history)!;
      const set = history.findLast(({ type }) => SETS_THE_DATE.includes(type))!;
      if (!isTimeToRemind(set, state, calendar, now, this.parts.hours)) return;
      const wanted = remindedOfRecommendations(state);
      const addressed = addressedTo(wanted, OUTBOX.person, this.parts.directory, londonDate(now));
      for (const each of addressed) await this.write(each, set, 'reminder');
      if (addressed.length > 0) this.reminded.add(`${reference} ${state.dueOn}`);
    };
    const unread = coming.filter(({ reference, due_on }) => !this.reminded.has(`${reference} ${due_on}`));
    const references = unread.map(({ reference }) => reference);
    await this.parts.troubles.each('reminders of recommendations', references, (reference) => reference, remind);
  }

  /** A child's birthday is no event: a person who must decide about an open dispute is told on the day. */
  private async tellOfBirthdays(): Promise<void> {
    const now = this.parts.clock.now();
    const coming = turnedEighteen(this.parts.readModels, this.began!, now).filter(
      ({ reference, child }) => !this.reminded.has(`${reference} 18 ${child}`),
    );
    const protocols = await this.parts.protocols.current();
    const tell = async ({ reference, child }: (typeof coming)[number]): Promise<void> => {
      const state = folded(disputeDecider, await this.parts.store.read(`dispute-${reference}`));
      const [registered] = await this.parts.store.read(`child-${child}`);
      const wanted = toldOfTheEndOfCare('child-turned-18', state, protocols);
      const addressed = addressedTo(wanted, OUTBOX.person, this.parts.directory, londonDate(now));
      for (const each of withinRestriction(addressed, state)) await this.write(each, registered!, 'reminder');
      if (addressed.length > 0) this.reminded.add(`${reference} 18 ${child}`);
    };
    await this.parts.troubles.each('birthdays', coming, ({ reference }) => reference, tell);
  }

  /** The same for the IRO of the child, where another holds what is open about the child, or nothing is. */
  private async tellIrosOfBirthdays(): Promise<void> {
    const { readModels, directory, store, clock, troubles } = this.parts;
    const now = clock.now();
    const nameOf = ({ child }: { readonly child: string }): string => `18 ${child}`;
    const coming = birthdays(readModels, this.began!, now).filter((each) => !this.reminded.has(nameOf(each)));
    const tell = async ({ child, on }: (typeof coming)[number]): Promise<void> => {
      const iro = directory.child(child, on)?.iro ?? null;
      const wanted = toldOfBirthday(iro, on, heldOnBirthday(readModels, child, on));
      const [registered] = await store.read(`child-${child}`);
      for (const each of addressedTo(wanted, OUTBOX.person, directory, londonDate(now)))
        await this.write(each, registered!, 'reminder');
      this.reminded.add(nameOf({ child }));
    };
    await troubles.each('birthdays of children', coming, ({ child }) => child, tell);
  }

  /** On the first day of holding a post: everything that is asked from it, in one notice. */
  private async tellOfPostsBegun(): Promise<void> {
    const { readModels, directory, protocols, calendar } = this.parts;
    const now = this.parts.clock.now();
    const nameOf = ({ post, number }: Begun): string => `${post} ${number}`;
    const begun = begunLately(readModels, this.began!, now).filter((each) => !this.reminded.has(nameOf(each)));
    if (begun.length === 0) return;
    const rules = { protocols: await protocols.current(), calendar: await calendar.current() };
    const matters = openMatters({ readModels, directory, ...rules, now });
    const tell = async (each: Begun): Promise<void> => {
      const line = workOfPost(each, matters);
      const taken = (await this.parts.store.read(postStream(each.post))).filter(({ type }) => type === 'PostTaken');
      const since = taken[each.number - 1]!;
      if (line !== null) await this.write({ ...line, person: each.person }, since, 'reminder');
      const back = await toldOfActionsThatComeBack(each, londonDate(now), this.parts);
      for (const one of back) await this.write(one, since, 'reminder');
      this.reminded.add(nameOf(each));
    };
    await this.parts.troubles.each('posts taken', begun, nameOf, tell);
  }

  /** On the first day of a social worker who was named before it: of each record that asks something of them, or of the one until then. */
  private async tellOfWorkersBegun(): Promise<void> {
    const nameOf = ({ child, from }: WorkerBegun): string => `worker ${child} ${from}`;
    const begun = workersBegun(this.parts.readModels, this.began!, this.parts.clock.now());
    const tell = async (each: WorkerBegun): Promise<void> => {
      const named = namedAhead(await this.parts.store.read(childStream(each.child)), each);
      const told = named === undefined ? [] : await toldOfAnotherWorker(each, this.parts);
      for (const one of told) await this.write(one, named!, 'reminder');
      this.reminded.add(nameOf(each));
    };
    const unread = begun.filter((each) => !this.reminded.has(nameOf(each)));
    await this.parts.troubles.each('social workers of children', unread, nameOf, tell);
  }

  /** Of each record that asks something of the posts of the service to which a team belongs from then on, or of those of the one until then. */
  private async tellOfTeamsMoved(): Promise<void> {
    const { readModels, store, clock, troubles } = this.parts;
    const now = clock.now();
    const nameOf = ({ team, services }: TeamOnceMoved): string => `services ${team} ${services} ${londonDate(now)}`;
    const tell = async (each: TeamOnceMoved): Promise<void> => {
      for (const move of movesBegun(await store.read(teamStream(each.team)), this.began!, now))
        for (const one of await toldOfMovedTeam(each.team, move, this.parts))
          await this.write(one, move.by, 'reminder');
      this.reminded.add(nameOf(each));
    };
    const unread = teamsOnceMoved(readModels).filter((each) => !this.reminded.has(nameOf(each)));
    await troubles.each('services of teams', unread, ({ team }) => team, tell);
  }

  /** A disagreement with recommendations goes with its child, at once or on the first day of an allocation that was planned. */
  private async tellOfDisagreementsThatMoved(): Promise<void> {
    const { store, clock, troubles } = this.parts;
    const now = clock.now();
    const tell = async (each: Matter): Promise<void> => {
      const by = await movedSinceBy(each, { store, began: this.began!, now });
      for (const { person } of by === undefined ? [] : each.asked)
        for (const line of linesOfDisagreement(each)) await this.write({ ...line, person }, by!, 'reminder');
    };
    const moved = await disagreementsToDecide(this.parts);
    await troubles.each(
      'disagreements with recommendations that go with their children',
      moved,
      ({ shown }) => shown.reference,
      tell,
    );
  }

  /** A week that is over is no event: its summary is told because people are told at all. */
  private async tellOfTheWeek(): Promise<void> {
    const now = this.parts.clock.now();
    const due = summaryDue(now, this.began!, await this.parts.calendar.current(), this.parts.hours);
    if (due === null || this.reminded.has(`week ${due.monday}`)) return;
    const [began] = await this.parts.store.read(OUTBOX_STREAM);
    const addressed = addressedTo(
      toldOfTheWeek(due, this.parts.directory),
      OUTBOX.person,
      this.parts.directory,
      due.on,
    );
    const tell = (each: Addressed): Promise<void> => this.write(each, began!, 'reminder');
    if (await this.parts.troubles.each('weekly summaries', addressed, ({ person }) => person, tell))
      this.reminded.add(`week ${due.monday}`);
  }

  private async writeDigests(): Promise<void> {
    const now = this.parts.clock.now();
    const calendar = await this.parts.calendar.current();
    const writeFor = async ([to, waiting]: readonly [string, readonly NoticeWritten[]]): Promise<void> => {
      const forDigest = await this.stillForDigest(waiting);
      const isDue = digestDue(now, calendar, this.onRecord.lastDigestOf(to), this.parts.hours);
      const notices = isDue ? await this.stillNeeded(forDigest) : [];
      if (notices.length === 0) return;
      const on = londonDate(now);
      const notice = derivedId('digest', to, on);
      const lines = notices.map(({ notice, kind, about, called, dueOn, dueAt, actionId, howMany }) => {
        return { notice, kind, about, called, dueOn, dueAt, actionId, ...(howMany === undefined ? {} : { howMany }) };
      });
      await this.record(notice, { type: 'write-digest', notice, to, on, notices: lines }, notice);
    };
    await this.parts.troubles.each('digests', this.onRecord.waitingForDigest(), ([to]) => to, writeFor);
  }

  /** Without what the person wants at once by now, or wants to hear nothing of. */
  private async stillForDigest(waiting: readonly NoticeWritten[]): Promise<NoticeWritten[]> {
    const still: NoticeWritten[] = [];
    for (const each of waiting) {
      const how = await this.wayNow(each.to, each.theirsToDo);
      if (how === 'in-digest') still.push(each);
      else if (how === 'at-once') this.onRecord.wantedNow(each.notice, how);
      else await this.delivery?.letGo(each.notice, 'switched-off');
    }
    return still;
  }

  /**
   * With each date as it is now. A notice that is needed no more is let go; one that a child's death holds back stays for a later digest.
   */
  private async stillNeeded(waiting: readonly NoticeWritten[]): Promise<NoticeWritten[]> {
    const still: NoticeWritten[] = [];
    for (const each of waiting) {
      const why = await this.need.whyNot(each);
      if (why === null) still.push({ ...each, ...(await this.need.dateNow(each)) });
      else if (why !== 'held-back') await this.delivery?.letGo(each.notice, why);
    }
    return still;
  }

  private async addressBefore({ stream, revision }: Cause): Promise<string | null> {
    const before = (await this.parts.store.read(stream)).slice(0, revision);
    return folded(personDecider, before)?.email ?? null;
  }

  private async wayNow(person: string, theirsToDo: boolean): Promise<NoticeWritten['how'] | undefined> {
    return wayOf(await this.preferencesOf(person, undefined), theirsToDo);
  }

  private async write(
    { person, isUrgent, ...line }: Addressed,
    event: RecordedEvent,
    occasion: Cause['occasion'],
  ): Promise<void> {
    const notice = noticeIdOf(event.id, person, line);
    const written = await this.parts.store.read(noticeStream(notice));
    if (written.length > 0) return this.onRecord.takeAll(notice, written);
    const theirsToDo = isTheirsToDo(line.kind);
    const before = occasion === 'event' ? event.position : undefined;
    const how = goesToTheOldAddress(line.kind)
      ? 'at-once'
      : wayOf(await this.preferencesOf(person, before), theirsToDo);
    if (how === undefined) return;
    const because = { stream: event.stream, revision: event.revision, occasion };
    const urgency = urgencyOf(line.kind, isUrgent === true);
    const told: NoticeWritten = { ...line, notice, to: person, theirsToDo, how, urgency, because };
    await this.record(notice, { type: 'write', ...told }, event.id);
  }

  /** The choice of the person when it happened, so that looking at an event again comes to the same. */
  private async preferencesOf(person: string, before: Position | undefined) {
    const chosen = await this.parts.store.read(preferencesStream(person));
    return chosen
      .filter(({ position }) => before === undefined || position < before)
      .reduce((preferences, event) => preferencesDecider.evolve(preferences, event as never), AT_ONCE);
  }

  private async record(notice: string, act: NoticeAct, causationId: string): Promise<void> {
    const { events, repeated } = await this.parts.executor.execute(noticeStream(notice), noticeDecider, act, null, {
      commandId: derivedId(notice, act.type),
      // The facts that are looked up for it may be different the second time; the notice is the same.
      asSent: { notice, type: act.type },
      actor: OUTBOX,
      occurredAt: this.parts.clock.now(),
      causationId,
    });
    this.onRecord.takeAll(notice, repeated ? await this.parts.store.read(noticeStream(notice)) : events);
  }

  private directory(): ProjectionStatus[] {
    return this.parts.readModels.status().filter(({ name }) => DIRECTORY.includes(name));
  }

  /** Nobody is left untold because the read models had not heard yet who holds a post. */
  private async directoryAt(position: Position, signal: AbortSignal): Promise<void> {
    for (;;) {
      if (this.directory().every((each) => each.position !== null && each.position >= position)) return;
      signal.throwIfAborted();
      this.isBehind = true;
      if (!(await this.parts.readModels.waitFor(position))) await pause(50, undefined, { signal });
    }
  }
}

const isLastOfItsAct = ({ id, metadata }: RecordedEvent, history: readonly RecordedEvent[]): boolean => {
  const last = history.findLast((each) => each.metadata.commandId === metadata.commandId);
  return last === undefined || last.id === id;
};

const laterOf = (one: RecordedEvent | undefined, other: RecordedEvent | undefined): RecordedEvent | undefined =>
  one === undefined || (other !== undefined && other.position > one.position) ? other : one;
