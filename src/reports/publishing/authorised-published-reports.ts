import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { noRelation } from '../../access/access.js';
import type { Permission } from '../../access/access-table.js';
import type { SentWith } from '../../access/sent.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { endOfDay, londonDate } from '../../calendar/dates.js';
import { actorOfCommand } from '../../disputes/authorised-disputes.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { notYours } from '../../platform/decider.js';
import type { Actor, EventStore, RecordedEvent } from '../../platform/event-store/event-store.js';
import { fold } from '../../platform/executor.js';
import { freeReference } from '../../platform/free-reference.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { notFound } from '../../platform/http/problem.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { RegisterKind } from '../../register/events.js';
import { ActOnPublishedReport } from './act-on-published-report.js';
import type { Method, ReportDrafted, ReportPublished, TableChosen } from './events.js';
import { TakeFigures } from './figures/figures.query.js';
import { DrawFilesToPublish } from './published-report-files.query.js';
import {
  type Hand,
  PUBLISHED_REPORT_PREFIX,
  type PublishedReportAct,
  publishedReportDecider,
  publishedReportStream,
} from './published-report.js';
import { FindThreshold } from './threshold.query.js';

/** An act without its actor, who is known from the request. */
export type ActSent = PublishedReportAct extends infer Each ? (Each extends unknown ? Omit<Each, 'by'> : never) : never;

/** The row of the access table that allows each act. */
const PERMISSIONS: Readonly<Record<PublishedReportAct['type'], Permission>> = {
  draft: 'report.write',
  'freeze-figures': 'report.write',
  'write-section': 'report.write',
  'enter-figure': 'report.write',
  'write-story': 'report.write',
  'enter-action': 'report.write',
  'take-out': 'report.write',
  'sign-off-story': 'report.sign-off',
  comment: 'report.comment',
  check: 'report.check',
  approve: 'report.approve',
  present: 'report.approve',
  publish: 'report.approve',
  'begin-correction': 'report.write',
  'give-up': 'report.write',
  withdraw: 'report.approve',
};

/** The terms on which figures are to be taken. */
export interface FiguresSent {
  /** The last day of which the log is read; everything up to now unless told. */
  readonly asAt?: LocalDate;
  readonly layout?: readonly TableChosen[];
  readonly totalsAnyway?: readonly RegisterKind[];
  /** As in the papers that its readers have, or else hidden, unless told. */
  readonly method?: Method | null;
}

/** A team by its id, as it was called at the end of what a report is about; null where none is named. */
export const teamOfReport = (id: string | null, on: LocalDate, directory: Directory): ReportDrafted['team'] =>
  id === null ? null : { id, name: directory.team(id, on)?.name ?? id };

/** The entrance of people's acts on reports: this class settles whether a person may act, the rule whether the act is allowed. */
@Injectable()
export class AuthorisedPublishedReports {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async draft(
    { team: teamId, ...asked }: Omit<ReportDrafted, 'report' | 'team' | 'threshold'> & { readonly team: string | null },
    sent: SentWith,
  ): Promise<WrittenDto> {
    const threshold = await this.queries.execute(new FindThreshold(asked.audience));
    const drafted = { ...asked, threshold, team: teamOfReport(teamId, asked.to, this.directory) };
    const report = await freeReference(PUBLISHED_REPORT_PREFIX, sent.commandId, publishedReportStream, this.store);
    const events = await this.store.read(publishedReportStream(report));
    return this.carryOut(report, { type: 'draft', report, ...drafted }, sent, events, { ...asked, team: teamId });
  }

  /**
   * @param asSent the body, where the act also holds what was looked up for it
   * @throws Problem `not-found`, `not-yours`; and the refusals of the act
   */
  async act(report: string, act: ActSent, sent: SentWith, asSent?: unknown): Promise<WrittenDto> {
    return this.carryOut(report, act, sent, await this.eventsOf(report), asSent);
  }

  async takeFigures(report: string, asked: FiguresSent, sent: SentWith): Promise<WrittenDto> {
    const events = await this.eventsOf(report);
    const actor = this.actorOf('freeze-figures', sent, events);
    const totalsAnyway = asked.totalsAnyway ?? [];
    if (totalsAnyway.length > 0 && actor.role !== 'iro-manager')
      notYours('total-is-the-managers', 'Whether a small total is printed is for the IRO manager to say.');
    const { drafted } = fold(publishedReportDecider, events)!;
    const asAt = this.momentOf(asked.asAt);
    const figures = await this.queries.execute(
      new TakeFigures(drafted, { asAt, layout: asked.layout ?? null, totalsAnyway, method: asked.method ?? null }),
    );
    return this.carryOut(report, { type: 'freeze-figures', ...figures }, sent, events, asked);
  }

  /** @throws Problem and refusals as {@link act} */
  async publish(
    report: string,
    publication: Pick<ReportPublished, 'on' | 'address'>,
    sent: SentWith,
  ): Promise<WrittenDto> {
    const events = await this.eventsOf(report);
    this.actorOf('publish', sent, events);
    const drawn = await this.queries.execute(new DrawFilesToPublish(report, publication));
    return this.carryOut(report, { type: 'publish', ...publication, ...drawn }, sent, events, publication);
  }

  private async carryOut(
    report: string,
    act: ActSent,
    sent: SentWith,
    events: readonly RecordedEvent[],
    asSent?: unknown,
  ): Promise<WrittenDto> {
    const actor = this.actorOf(act.type, sent, events);
    const envelope = envelopeOf(sent, actor, this.clock.now(), { type: act.type, sent: asSent ?? act });
    const by: Hand = { person: actor.person, isProgram: sent.asker.isProgram ?? false };
    const done = await this.commands.execute(
      new ActOnPublishedReport(report, { ...act, by } as PublishedReportAct, envelope),
    );
    return new WrittenDto(report, done);
  }

  private actorOf(act: PublishedReportAct['type'], sent: SentWith, events: readonly RecordedEvent[]): Actor {
    return actorOfCommand(events, sent, PERMISSIONS[act], noRelation, ['report.read']);
  }

  /** @throws Problem `not-found` */
  private async eventsOf(report: string): Promise<readonly RecordedEvent[]> {
    const events = await this.store.read(publishedReportStream(report));
    if (events.length === 0) throw notFound();
    return events;
  }

  /** The end of a day, or now where that has not come. */
  private momentOf(day: LocalDate | undefined): string {
    const now = this.clock.now();
    return day === undefined || day >= londonDate(now) ? now : endOfDay(day);
  }
}
