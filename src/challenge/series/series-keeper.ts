import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { CouncilCalendar } from '../../calendar/council-calendar.js';
import { addDays, londonDate } from '../../calendar/dates.js';
import { THE_CLOCK } from '../../disputes/rules.js';
import { refuse } from '../../platform/decider.js';
import { type Envelope, type Execution, Executor } from '../../platform/executor.js';
import { notFound } from '../../platform/http/problem.js';
import { derivedId, referenceFor } from '../../platform/ids.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { mustStandAt } from '../../platform/revision-condition.js';
import { RowsApart } from '../../work-over-rows.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { contextOf } from '../context.js';
import type { Carried } from '../events.js';
import { MeetingDates } from '../meeting-dates.js';
import { ActOnMeeting } from '../meeting/act-on-meeting.js';
import type { NewItem } from '../meeting/acts/add-items/add-items.js';
import type { Cancel } from '../meeting/acts/cancel/cancel.js';
import type { Close } from '../meeting/acts/close/close.js';
import { challengeMeetingDecider } from '../meeting/decide.js';
import { leftOver, type Meeting, MEETING_PREFIX, type MeetingState, meetingStream } from '../meeting/meeting.js';
import { MeetingKeeper } from '../meeting/meeting-keeper.js';
import { isSame } from '../rules.js';
import { ActOnSeries } from './act-on-series.js';
import type { SeriesAct } from './acts/all-acts.js';
import { nextDay, type SeriesDay } from './days-of-series.js';
import { meetingSeriesDecider } from './decide.js';
import { type Series, type SeriesState, seriesStream } from './series.js';

/** How a meeting ends; what of its agenda is carried, and to where, is for the program to find out. */
export type Ending = Omit<Close, 'carried'> | Omit<Cancel, 'carried'>;

/** Days before today on which a planned day may lie whose meeting is moved to today or later by closing days. */
const DAYS_BACK = 62;

/** Keeps the meetings of a series coming, and carries to the next one what the last one did not deal with. */
@Injectable()
export class SeriesKeeper {
  constructor(
    private readonly commands: CommandBus,
    private readonly executor: Executor,
    private readonly calendar: CouncilCalendar,
    private readonly keeper: MeetingKeeper,
    private readonly troubles: RowsApart,
    private readonly dates: MeetingDates,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** @throws Problem `not-found` */
  async find(series: string): Promise<{ series: Series; revision: number }> {
    const { state, revision } = await this.executor.load(seriesStream(series), meetingSeriesDecider);
    if (state.status === 'not-started') throw notFound();
    return { series: state, revision };
  }

  /** Once started or changed, a series has a meeting ahead of it, so that whatever waits for one has a date. */
  async act(series: string, act: SeriesAct, envelope: Envelope): Promise<Execution<SeriesState>> {
    const execution = await this.commands.execute(new ActOnSeries(series, act, envelope));
    if (act.type !== 'end') {
      await this.nextMeeting(series, null, envelope);
      await this.dates.arranged(envelope.occurredAt);
    }
    return execution;
  }

  /**
   * The next meeting of a series that can still take items: the one that is arranged, or one arranged now on the next day of the
   * pattern. Its id is made from that day, so that two who ask at once get the same meeting.
   *
   * @param after the planned day after which to look; null for the first from today on
   * @returns undefined where the series has ended before then
   */
  async nextMeeting(series: string, after: LocalDate | null, envelope: Envelope): Promise<Meeting | undefined> {
    const next = await this.lookAhead(series, after, londonDate(envelope.occurredAt));
    return next === undefined || 'meeting' in next ? next : this.arrange(next.id, series, next.day, envelope);
  }

  /** The day of {@link nextMeeting}, which need not be arranged yet; null where the series has ended before then. Nothing is recorded. */
  async nextDayOf(series: string, after: LocalDate | null, today: LocalDate): Promise<LocalDate | null> {
    const next = await this.lookAhead(series, after, today);
    if (next === undefined) return null;
    return 'meeting' in next ? next.heldOn : next.day.heldOn;
  }

  /** The next meeting that is arranged, or else the id and the day of the one that is to be. */
  private async lookAhead(
    series: string,
    after: LocalDate | null,
    today: LocalDate,
  ): Promise<Meeting | { readonly id: string; readonly day: SeriesDay } | undefined> {
    const arranged = await this.arrangedAfter(series, after);
    if (arranged) return arranged;
    const { series: found } = await this.find(series);
    const calendar = await this.calendar.current();
    // Meetings planned long before today can take no items any more: beginning DAYS_BACK days ago, an old series costs no more than another.
    for (let last = latestOf(after, addDays(today, -DAYS_BACK)); ;) {
      const day = nextDay(found, last, calendar);
      if (day === undefined) return undefined;
      last = day.plannedOn;
      const id = referenceFor(MEETING_PREFIX, `${series} ${day.plannedOn}`);
      const { state } = await this.executor.load(meetingStream(id), challengeMeetingDecider);
      if (state.status === 'arranged') return state;
      if (state.status === 'not-arranged' && day.heldOn >= today) return { id, day };
    }
  }

  /**
   * Runs with every sweep. A meeting that nobody has closed after its day does not stop its series: the next one is arranged, and what
   * is left over comes to it once the old one is closed.
   */
  async keepAhead(now: Instant): Promise<void> {
    const today = londonDate(now);
    const behind = this.readModels.all<{ series: string; last: LocalDate }>(
      `SELECT series.series, max(meeting.planned_on) AS last
         FROM challenge_series AS series JOIN challenge_meetings AS meeting ON meeting.series = series.series
        WHERE series.last_on IS NULL OR series.last_on >= :today
        GROUP BY series.series HAVING max(meeting.held_on) < :today`,
      { today },
    );
    await this.troubles.each(
      'meetings of series',
      behind,
      ({ series }) => series,
      ({ series, last }) => {
        const commandId = derivedId('keep-ahead', series, last);
        return this.nextMeeting(series, last, { commandId, actor: THE_CLOCK, occurredAt: now });
      },
    );
    await this.dates.arranged(now);
  }

  /** The meetings of a series that are arranged for a day after its last. */
  arrangedAfterTheEnd(series: string, lastOn: LocalDate): { meeting: string; heldOn: LocalDate }[] {
    return this.readModels.all<{ meeting: string; heldOn: LocalDate }>(
      `SELECT meeting, held_on AS heldOn FROM challenge_meetings
        WHERE series = :series AND status = 'arranged' AND held_on > :lastOn ORDER BY held_on`,
      { series, lastOn },
    );
  }

  /** Arranged before the pattern changed, perhaps, so that its day is not one of today's pattern. */
  private async arrangedAfter(series: string, after: LocalDate | null): Promise<Meeting | undefined> {
    const rows = this.readModels.all<{ meeting: string }>(
      `SELECT meeting FROM challenge_meetings WHERE series = :series AND status = 'arranged'
          AND (:after IS NULL OR planned_on > :after) ORDER BY held_on`,
      { series, after },
    );
    for (const { meeting } of rows) {
      const { meeting: found } = await this.keeper.find(meeting);
      if (found.status === 'arranged') return found;
    }
    return undefined;
  }

  /**
   * Closes a meeting, or calls it off. The items that it did not deal with are put on the next agenda of the series first, and its decisions
   * stand in the disputes by then: cut short anywhere, the same command sent again finishes it.
   */
  async end(
    id: string,
    ending: Ending,
    envelope: Envelope,
  ): Promise<{ execution: Execution<MeetingState>; next: Meeting | undefined }> {
    await this.keeper.writeToDisputes(id);
    const { meeting, events, revision } = await this.keeper.find(id);
    const isRepeat = events.some(({ metadata }) => metadata.commandId === envelope.commandId);
    const act = (carried: Carried[]): Close | Cancel => ({ ...ending, carried });
    const asSent = { ...ending, meeting: id };
    if (isRepeat) {
      const execution = await this.commands.execute(new ActOnMeeting(id, act([]), { ...envelope, asSent }));
      await this.keeper.writeToDisputes(id);
      await this.datesAfter(meeting, envelope.occurredAt);
      return { execution, next: undefined };
    }
    const settled = await this.keeper.settledSince(meeting);
    mustBeAbleToEnd(without(settled, meeting), revision, act, envelope);
    const left = await this.takeOff(settled, meeting, envelope);
    const next = await this.meetingAfter(left, envelope);
    const carried = next === undefined ? [] : await this.carry(left, next, envelope);
    const { ifRevision: _, ...unconditional } = envelope;
    const ended = { ...(settled.length > 0 ? unconditional : envelope), asSent };
    const execution = await this.commands.execute(new ActOnMeeting(id, act(carried), ended));
    await this.keeper.writeToDisputes(id);
    await this.datesAfter(meeting, envelope.occurredAt);
    return { execution, next };
  }

  /** A meeting is over, or called off: what waited for it and stood on no agenda, and what has no date, waits for the next one. */
  private async datesAfter({ heldOn, stages }: Meeting, now: Instant): Promise<void> {
    if (stages === null) return;
    await this.dates.givenUp(heldOn, stages, now);
    await this.dates.arranged(now);
  }

  /** Of what was settled since it was put on the agenda nothing is left to look at, so it is carried nowhere. */
  private async takeOff(settled: readonly string[], meeting: Meeting, envelope: Envelope): Promise<Meeting> {
    if (settled.length === 0) return meeting;
    for (const itemId of settled)
      await this.keeper.act(
        meeting.meeting,
        { type: 'take-off-item', itemId, reason: SETTLED },
        {
          ...envelope,
          commandId: derivedId(envelope.commandId, 'settled', itemId),
          ifRevision: undefined,
          isOfSender: false,
        },
      );
    return (await this.keeper.find(meeting.meeting)).meeting;
  }

  private async meetingAfter({ series }: Meeting, envelope: Envelope): Promise<Meeting | undefined> {
    return series === null ? undefined : this.nextMeeting(series.series, series.plannedOn, envelope);
  }

  private async carry(from: Meeting, next: Meeting, envelope: Envelope): Promise<Carried[]> {
    const items = leftOver(from).map(({ itemId, about, because, note, carriedFrom }): NewItem => ({
      about,
      because,
      note,
      carriedFrom: { meeting: from.meeting, itemId, times: (carriedFrom?.times ?? 0) + 1 },
    }));
    if (items.length === 0) return [];
    const forNext = { ...envelope, commandId: derivedId(envelope.commandId, 'carry'), ifRevision: undefined };
    await this.keeper.act(next.meeting, { type: 'add-items', items }, forNext);
    const { meeting: there } = await this.keeper.find(next.meeting);
    return items.flatMap(({ about, carriedFrom }) => {
      const item = there.items.find((each) => each.status !== 'taken-off' && isSame(each.about, about));
      return item ? [{ itemId: carriedFrom!.itemId, to: { meeting: next.meeting, itemId: item.itemId } }] : [];
    });
  }

  private async arrange(
    id: string,
    series: string,
    { plannedOn, heldOn, terms }: SeriesDay,
    envelope: Envelope,
  ): Promise<Meeting> {
    const { recurrence: _, ...everyTime } = terms;
    const arranged = { meeting: id, heldOn, ...everyTime };
    const { state } = await this.commands.execute(
      new ActOnMeeting(
        id,
        { type: 'arrange', ...arranged, series: { series, plannedOn } },
        { ...envelope, commandId: derivedId('arrange', id), isOfSender: false, ifRevision: undefined, asSent: id },
      ),
    );
    return state.status === 'not-arranged'
      ? refuse('meeting-not-arranged', 'The next meeting could not be arranged.')
      : state;
  }
}

const latestOf = (day: LocalDate | null, other: LocalDate): LocalDate => (day === null || day < other ? other : day);

const SETTLED = 'It has ended since it was put on the agenda.';

const without = (settled: readonly string[], meeting: Meeting): Meeting => ({
  ...meeting,
  items: meeting.items.filter(({ itemId }) => !settled.includes(itemId)),
});

/** Looked at before anything is put on the next agenda. */
const mustBeAbleToEnd = (
  meeting: Meeting,
  revision: number,
  act: (carried: Carried[]) => Close | Cancel,
  envelope: Envelope,
): void => {
  mustStandAt(envelope.ifRevision, revision);
  const everything = leftOver(meeting).map(({ itemId }) => ({ itemId, to: { meeting: '', itemId } }));
  challengeMeetingDecider.decide(act(meeting.series === null ? [] : everything), meeting, contextOf(envelope));
};
