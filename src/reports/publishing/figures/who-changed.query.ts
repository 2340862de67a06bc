import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { acknowledgementStream } from '../../../acknowledgements/act-on-acknowledgement.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { londonDate } from '../../../calendar/dates.js';
import { disputeStream } from '../../../disputes/act-on-dispute.js';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import { LogAsAt } from '../../../reading/log-as-at.js';
import { Readings } from '../../../reading/readings.js';
import type { FiguresFrozen, ReportDrafted } from '../events.js';
import { type Days, threeYearsTo } from './counted-records.js';
import { isOfThreeYears } from './layouts.js';
import { isOfTwelveMonths } from './measures-of.js';
import { twelveMonthsOf } from './totals-beside.js';
import { changesByFigure, type ChangesOfFigure, type DaysCounted, recordsByKind } from './records-changed.js';

/** Some records that came to a figure, or left it, by what somebody recorded on a day. */
export interface ChangeOfFigure {
  readonly records: number;
  readonly came: boolean;
  /** Id of who recorded it. */
  readonly by: string;
  readonly on: LocalDate;
}

/** Who recorded what figures of an edition count otherwise today, by the name of the figure. Inside the service alone. */
export class FindWhoChanged extends Query<ReadonlyMap<string, readonly ChangeOfFigure[]>> {
  constructor(
    readonly days: Pick<ReportDrafted, 'from' | 'to' | 'team'>,
    readonly figures: Omit<FiguresFrozen, 'edition'>,
  ) {
    super();
  }
}

@QueryHandler(FindWhoChanged)
export class FindWhoChangedHandler implements IQueryHandler<FindWhoChanged> {
  constructor(
    private readonly log: LogAsAt,
    private readonly readings: Readings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ days, figures }: FindWhoChanged): Promise<ReadonlyMap<string, readonly ChangeOfFigure[]>> {
    const changes = new Map<string, ChangesOfFigure>();
    for (const part of byDaysCounted(days, figures))
      for (const [figure, changed] of await this.changesIn(part, days.team, figures.lastEvent))
        changes.set(figure, changed);
    const recorded = new Map<string, Recorded>();
    for (const { came, left } of changes.values())
      for (const reference of [...came, ...left])
        if (!recorded.has(reference)) recorded.set(reference, await this.recordedOf(reference, figures.asAt));
    return new Map(
      [...changes].map(([figure, { came, left }]) => [
        figure,
        [...together(came, true, recorded), ...together(left, false, recorded)],
      ]),
    );
  }

  private async changesIn(
    { layout, measures, counted, days }: PartCounted,
    team: ReportDrafted['team'],
    lastEvent: string,
  ): Promise<Map<string, ChangesOfFigure>> {
    const { readModels } = this.readings.withoutRules();
    const before = await this.log.read({ event: lastEvent }, (then) =>
      recordsByKind({ ...counted, team }, then.readModels),
    );
    const now = recordsByKind({ ...counted, team }, readModels);
    return changesByFigure({ layout, measures }, { days, counted }, { before, now }, readModels);
  }

  /** The act by which a record is counted otherwise: what took it away or put it elsewhere, or else what brought it. */
  private async recordedOf(reference: string, since: string): Promise<Recorded> {
    const streams = [disputeStream(reference), acknowledgementStream(reference)];
    const events = (await Promise.all(streams.map((stream) => this.store.read(stream)))).flat();
    const later = events.filter(({ recordedAt }) => recordedAt > since);
    const act = later.findLast(({ type }) => /Withdrawn|Void|Correct|Moved/.test(type)) ?? later[0] ?? events.at(-1)!;
    return { by: act.metadata.actor.person, on: londonDate(act.recordedAt) };
  }
}

type PartCounted = DaysCounted & Pick<FiguresFrozen, 'layout' | 'measures'>;

/** What a report counts in its own days, what in three years, and what in the twelve months that end with it. */
const byDaysCounted = (days: Days, { layout, measures }: Pick<FiguresFrozen, 'layout' | 'measures'>): PartCounted[] => {
  const wide = layout.filter(({ table }) => isOfThreeYears(table));
  const ofTwelveMonths = measures.filter(({ code }) => isOfTwelveMonths(code));
  const own = measures.filter(({ code }) => !isOfTwelveMonths(code));
  return [
    { days, counted: days, measures: own, layout: layout.filter(({ table }) => !isOfThreeYears(table)) },
    ...(wide.length === 0 ? [] : [{ days, counted: threeYearsTo(days)!, measures: [], layout: wide }]),
    ...(ofTwelveMonths.length === 0
      ? []
      : [{ days, counted: twelveMonthsOf({ kind: 'quarter', ...days })!, measures: ofTwelveMonths, layout: [] }]),
  ];
};

type Recorded = Pick<ChangeOfFigure, 'by' | 'on'>;

/** One line for all that one person recorded on a day. */
const together = (
  references: readonly string[],
  came: boolean,
  recorded: ReadonlyMap<string, Recorded>,
): ChangeOfFigure[] => {
  const lines = new Map<string, ChangeOfFigure>();
  for (const reference of references) {
    const { by, on } = recorded.get(reference)!;
    const line = lines.get(`${on} ${by}`);
    lines.set(`${on} ${by}`, { records: (line?.records ?? 0) + 1, came, by, on });
  }
  return [...lines.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
};
