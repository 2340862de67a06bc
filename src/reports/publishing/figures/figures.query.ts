import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import { fold } from '../../../platform/executor.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import { LogAsAt } from '../../../reading/log-as-at.js';
import { Readings } from '../../../reading/readings.js';
import type { RegisterKind } from '../../../register/events.js';
import { hiderOfTheProgram } from '../../disclosure/hider.js';
import type { Audience } from '../../disclosure/small.js';
import type { EditionNamed, FiguresFrozen, ReportDrafted } from '../events.js';
import { publishedReportDecider, publishedReportStream } from '../published-report.js';
import { type Days, yearBefore } from './counted-records.js';
import { type FiguresAsked, figuresOf, tablesProposed } from './figures-of.js';
import type { BesideIt } from './hidden-among-all.js';
import type { TableProposed } from './layouts.js';

/** The papers that the readers of one have: everybody reads the public ones. Inside the service nothing is hidden. */
const KNOWN_TO: Readonly<Record<Audience, readonly Audience[]>> = {
  public: ['public', 'board'],
  board: ['public', 'board'],
  'board-exempt': ['public', 'board', 'board-exempt'],
  inside: [],
};

type Drafted = Pick<ReportDrafted, 'from' | 'to' | 'audience'>;

/** The figures of a report as the log was at a moment, or up to one event of it. They are the same for everybody who may take them. */
export class CountFigures extends Query<Omit<FiguresFrozen, 'edition'>> {
  /**
   * @param asked with the editions that their readers have already; those that there are unless told
   * @param lastEvent of figures that are made again: the event up to which they were counted
   */
  constructor(
    readonly drafted: Drafted,
    readonly asked: Omit<FiguresAsked, 'besides'> & { readonly besides?: readonly EditionNamed[] },
    readonly lastEvent?: string,
  ) {
    super();
  }
}

@QueryHandler(CountFigures)
export class CountFiguresHandler implements IQueryHandler<CountFigures> {
  constructor(
    private readonly log: LogAsAt,
    private readonly readings: Readings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ drafted, asked, lastEvent }: CountFigures): Promise<Omit<FiguresFrozen, 'edition'>> {
    const hider = hiderOfTheProgram();
    const until = lastEvent === undefined ? { moment: asked.asAt } : { event: lastEvent };
    const published = await this.publishedOf(drafted);
    const named = asked.besides ?? published.map(({ report, edition }) => ({ report, edition }));
    const besides = published.filter(({ report, edition }) =>
      named.some((each) => each.report === report && each.edition === edition),
    );
    return this.log.read(until, async ({ readModels, lastEvent: counted }) => ({
      // A report is drafted before its figures are taken, so the log has an event.
      lastEvent: counted!,
      besides: [...named],
      ...(await figuresOf(drafted, { ...asked, besides: besides.map(({ figures }) => figures) }, readModels, hider)),
    }));
  }

  /**
   * Every published edition that its readers have and from which something about these days follows: of days among them, of days among
   * those, and so on, since a year without three of its quarters is the fourth. What was published never changes.
   */
  private async publishedOf(drafted: Drafted): Promise<(EditionNamed & { figures: BesideIt })[]> {
    const { readModels } = this.readings.withoutRules();
    const reports = readModels.all<{ report: string } & Days>(
      `SELECT report, "from", "to" FROM published_reports WHERE published_on IS NOT NULL
          AND audience IN (SELECT value FROM json_each(:known)) ORDER BY report`,
      { known: JSON.stringify(KNOWN_TO[drafted.audience]) },
    );
    const states = await Promise.all(
      linkedWith(drafted, reports).map(async ({ report }) =>
        fold(publishedReportDecider, await this.store.read(publishedReportStream(report))),
      ),
    );
    return states.flatMap((state) => {
      const { report, from, to } = state!.drafted;
      return state!.editions.flatMap(({ edition, figures, published }) =>
        published === null || figures === null ? [] : [{ report, edition, figures: { ...figures, from, to } }],
      );
    });
  }
}

/** Those that tell of some days, or of days of one of those. */
const linkedWith = <Report extends Days>(days: Days, reports: readonly Report[]): Report[] => {
  const overlaps = (one: Days, other: Days): boolean => one.from <= other.to && one.to >= other.from;
  // A year has the total of the year before beside it.
  const told = (each: Days): Days => ({ from: (yearBefore(each) ?? each).from, to: each.to });
  const linked = new Set(reports.filter((report) => overlaps(told(days), told(report))));
  for (let before = -1; before < linked.size;) {
    before = linked.size;
    for (const report of reports) if ([...linked].some((each) => overlaps(each, report))) linked.add(report);
  }
  return reports.filter((report) => linked.has(report));
};

/** Tables of one kind of record that would print something, and those that the program would take. */
export interface TablesOfRecords {
  readonly records: RegisterKind;
  readonly tables: readonly TableProposed[];
  readonly usual: readonly string[];
}

/** The tables among which the person who writes a report chooses. */
export class ProposeTables extends Query<readonly TablesOfRecords[]> {
  constructor(
    readonly drafted: Drafted,
    readonly asAt: string,
  ) {
    super();
  }
}

@QueryHandler(ProposeTables)
export class ProposeTablesHandler implements IQueryHandler<ProposeTables> {
  constructor(private readonly log: LogAsAt) {}

  async execute({ drafted, asAt }: ProposeTables): Promise<readonly TablesOfRecords[]> {
    const hider = hiderOfTheProgram();
    return this.log.read({ moment: asAt }, ({ readModels }) => tablesProposed(drafted, readModels, hider));
  }
}
