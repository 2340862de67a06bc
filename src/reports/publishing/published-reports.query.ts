import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { PublishedReportRow } from '../../../projections/published-reports/published-reports.js';
import { londonDate } from '../../calendar/dates.js';
import { type Names, namesFrom } from '../../directory/names.js';
import { postThatMay } from '../../access/access.js';
import { type AskedBy, seesAll } from '../../access/asker.js';
import { canonical } from '../../platform/canonical.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { fold } from '../../platform/executor.js';
import { notFound } from '../../platform/http/problem.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { Readings } from '../../reading/readings.js';
import { nearBelow } from '../disclosure/rounding.js';
import { correctedIn, revisedInPublic } from './as-corrected.js';
import { enteredAsPrinted } from './entered-figures.js';
import { digestOf, type Edition, newestEdition, standingOf } from './edition.js';
import { type ReportDrafted, SECTIONS } from './events.js';
import { CountFigures, type FiguresAgain } from './figures/figures.query.js';
import { filesHashed } from './files-of-edition.js';
import { FindWhoChanged } from './figures/who-changed.query.js';
import { isTableOfUse, leftOutInWords } from './in-words.js';
import { SECTION_TITLES, titleOf } from './paper.js';
import { publishedReportDecider, type PublishedReportState, publishedReportStream } from './published-report.js';
import type {
  PublishedReportDto,
  ReportComparedDto,
  ReportEditionDto,
  ReportFiguresDto,
  ReportListedDto,
  ReportsListedDto,
} from './published-reports.dto.js';
import { typedNumbers } from './typed-numbers.js';
import { readableBy, readsEveryReport, relationsToReport } from './who-reads.js';

/** The last 200 reports that somebody may read, those that are written first. No child is in one. */
export class ListPublishedReports extends Query<ReportsListedDto> {
  constructor(readonly askedBy: AskedBy) {
    super();
  }
}

const MOST = 200;

@QueryHandler(ListPublishedReports)
export class ListPublishedReportsHandler implements IQueryHandler<ListPublishedReports> {
  constructor(private readonly readings: Readings) {}

  async execute({ askedBy }: ListPublishedReports): Promise<ReportsListedDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const names = namesFrom(directory, londonDate(now));
    const isWhole = readsEveryReport(askedBy);
    const rows = readModels.all<RowAsKept>(
      `SELECT * FROM published_reports WHERE :isWhole OR (team IS NOT NULL AND published_on IS NOT NULL)
        ORDER BY standing IN ('published', 'withdrawn'), changed_at DESC, report ${isWhole ? 'LIMIT :most' : ''}`,
      { isWhole: isWhole ? 1 : 0, ...(isWhole ? { most: MOST } : {}) },
    );
    const found = rows.map(rowRead);
    const mayRead = ({ team }: PublishedReportRow): boolean =>
      !seesAll(askedBy) &&
      postThatMay(askedBy, 'report.read', relationsToReport({ team }, directory, londonDate(now))) !== undefined;
    return {
      items: (isWhole ? found : found.filter(mayRead).slice(0, MOST).map(asPublished)).map((row) => listed(row, names)),
    };
  }
}

type RowAsKept = Omit<PublishedReportRow, 'team' | 'sections' | 'before'> &
  Readonly<Record<'team' | 'sections' | 'before', string | null>>;

const rowRead = ({ team, sections, before, ...row }: RowAsKept): PublishedReportRow => ({
  ...row,
  team: read(team) as PublishedReportRow['team'],
  sections: read(sections) as PublishedReportRow['sections'],
  before: read(before) as PublishedReportRow['before'],
});

const read = (json: string | null): unknown => (json === null ? null : JSON.parse(json));

/** Without what is written since. */
const asPublished = (row: PublishedReportRow): PublishedReportRow => ({ ...row, ...row.before });

const listed = (row: PublishedReportRow, names: Names): ReportListedDto => ({
  ...{ report: row.report, kind: row.kind, from: row.from, to: row.to, audience: row.audience, team: row.team },
  ...{ edition: row.edition, standing: row.standing, publishedOn: row.published_on },
  sections: row.sections.length,
  draftedBy: names.person(row.drafted_by),
  changedAt: row.changed_at,
});

/** A report with all its editions; null where there is none. */
export interface FoundReport {
  readonly state: PublishedReportState | null;
  /** Of the last event of its stream. */
  readonly revision: number;
}

/** A report, read from its own stream, so that a person who wrote reads what they wrote. */
export class FindPublishedReport extends Query<FoundReport> {
  constructor(readonly report: string) {
    super();
  }
}

@QueryHandler(FindPublishedReport)
export class FindPublishedReportHandler implements IQueryHandler<FindPublishedReport> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ report }: FindPublishedReport): Promise<FoundReport> {
    const events = await this.store.read(publishedReportStream(report));
    return { state: fold(publishedReportDecider, events), revision: events.at(-1)?.revision ?? -1 };
  }
}

/** A report as far as somebody may read it. @throws Problem `not-found` */
export class FindReadableReport extends Query<FoundReport & { readonly state: PublishedReportState }> {
  constructor(
    readonly report: string,
    readonly askedBy: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(FindReadableReport)
export class FindReadableReportHandler implements IQueryHandler<FindReadableReport> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  async execute({ report, askedBy }: FindReadableReport): Promise<FoundReport & { state: PublishedReportState }> {
    const { state, revision } = await this.queries.execute(new FindPublishedReport(report));
    const { directory, now } = this.readings.withoutRules();
    const readable = state === null ? null : readableBy(askedBy, state, directory, londonDate(now));
    if (readable === null) throw notFound();
    return { state: readable, revision };
  }
}

/** One edition of a report, the newest unless told. @throws Problem `not-found` */
export const editionAsked = (
  { state }: Pick<FoundReport, 'state'>,
  edition: number | undefined,
): { readonly drafted: ReportDrafted; readonly edition: Edition } => {
  const found = state?.editions.find((each) => edition === undefined || each.edition === edition);
  if (state === null || found === undefined) throw notFound();
  return { drafted: state.drafted, edition: edition === undefined ? newestEdition(state) : found };
};

/** A report for people and programs. @throws Problem `not-found` */
export class ReadPublishedReport extends Query<PublishedReportDto> {
  constructor(
    readonly report: string,
    readonly askedBy: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ReadPublishedReport)
export class ReadPublishedReportHandler implements IQueryHandler<ReadPublishedReport> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  async execute({ report, askedBy }: ReadPublishedReport): Promise<PublishedReportDto> {
    const { state, revision } = await this.queries.execute(new FindReadableReport(report, askedBy));
    const { directory, now } = this.readings.withoutRules();
    const names = namesFrom(directory, londonDate(now));
    const { kind, from, to, audience, threshold, team } = state.drafted;
    return {
      ...{ report, title: titleOf(state.drafted), kind, from, to, audience, team, threshold },
      revision,
      editions: state.editions.map((edition) => editionShown(state.drafted, edition, names)),
    };
  }
}

const editionShown = (drafted: ReportDrafted, edition: Edition, names: Names): ReportEditionDto => {
  const written = SECTIONS.flatMap((section) => {
    const text = edition.sections[section] ?? '';
    return text === '' ? [] : [{ section, title: SECTION_TITLES[section], text }];
  });
  const { figures } = edition;
  const person = (id: string | null) => (id === null ? null : names.person(id));
  return {
    ...{ edition: edition.edition, reason: edition.reason, standing: standingOf(edition) },
    figures: figures === null ? null : figuresShown(figures),
    sections: written,
    entered: enteredAsPrinted(edition, drafted.threshold).map((each) => ({ ...each, by: names.person(each.by) })),
    stories: edition.stories.map((each) => ({
      ...{ ...each, writer: names.person(each.writer), signer: names.person(each.signer) },
    })),
    actions: edition.actions.map((each) => ({ ...each, by: names.person(each.by) })),
    comments: edition.comments.map(({ by, text }) => ({ by: names.person(by), text })),
    presented: edition.presented,
    typedNumbers: [...written, ...wordsOfParts(edition), ...notesTyped(figures)].flatMap(({ title, text }) =>
      typedNumbers(text).map((each) => ({ where: title, ...each })),
    ),
    writers: edition.writers.map((each) => names.person(each)),
    checkedBy: person(edition.checkedBy),
    approvedBy: person(edition.approvedBy),
    ...{
      published: edition.published,
      withdrawn: edition.withdrawn,
      givenUp: edition.givenUp,
      sha256: digestOf(drafted, edition),
    },
  };
};

/** All other words that somebody typed and that print: stories, actions of last year, and what is said of figures that were entered. */
const wordsOfParts = ({ stories, actions, entered }: Edition): { readonly title: string; readonly text: string }[] => [
  ...stories.map(({ title, text }) => ({ title, text: `${title}\n${text}` })),
  ...actions.map(({ what, holder, sentence }) => ({
    ...{ title: SECTION_TITLES['last-years-actions'], text: `${what}\n${holder}\n${sentence}` },
  })),
  ...entered.map(({ label, definition, source }) => ({
    ...{ title: label, text: withoutDays(`${label}\n${definition}\n${source}`) },
  })),
];

/** A year and a day tell of nobody. */
const withoutDays = (text: string): string => text.replace(/\b\d{4}\/\d{2}\b|\b\d{1,2} [A-Z][a-z]+ \d{4}\b/g, '…');

/** A person may have typed a note on a figure, too. */
const notesTyped = (figures: Edition['figures']): { readonly title: string; readonly text: string }[] =>
  [...new Set(figures?.measures.flatMap(({ note }) => note ?? []))].map((note) => ({
    title: 'A note on figures',
    text: withoutDays(note),
  }));

/** What an edition prints and is kept beside. Which tables were tried before they were chosen is none of it. */
const printedOf = ({ leftOut: _, ...figures }: FiguresAgain) => figures;

/** Without the keys by which figures of several reports are told to be the same: they stand in its tables. */
const figuresShown = ({ released: _, says: __, ...figures }: NonNullable<Edition['figures']>): ReportFiguresDto => ({
  ...figures,
  tables: figures.tables.map((table) => ({ ...table, isOfUse: isTableOfUse(table) })),
  leftOut: figures.leftOut.map((each) => ({ ...each, says: leftOutInWords(each) })),
});

/** An edition as it was published, beside what the log says today. @throws Problem `not-found` where it was not published */
export class ComparePublishedReport extends Query<ReportComparedDto> {
  /** @param edition the last that was published unless told */
  constructor(
    readonly report: string,
    readonly askedBy: AskedBy,
    readonly edition?: number,
  ) {
    super();
  }
}

@QueryHandler(ComparePublishedReport)
export class ComparePublishedReportHandler implements IQueryHandler<ComparePublishedReport> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  async execute({ report, askedBy, edition: asked }: ComparePublishedReport): Promise<ReportComparedDto> {
    const { state } = await this.queries.execute(new FindReadableReport(report, askedBy));
    const last = state.editions.findLast(({ published }) => published !== null)?.edition;
    const { drafted, edition } = editionAsked({ state }, asked ?? last ?? 0);
    if (edition.published === null || edition.figures === null) throw notFound();
    const { directory, now } = this.readings.withoutRules();
    const { says: _, ...figures } = edition.figures;
    const again = await this.queries.execute(new CountFigures(drafted, figures, figures.lastEvent));
    const today = await this.queries.execute(new CountFigures(drafted, { ...figures, asAt: now }));
    const filesAgain = await filesHashed(drafted, edition, edition.published);
    const corrected = correctedIn(figures, today);
    const changed = await this.queries.execute(new FindWhoChanged(drafted, edition.figures));
    const inPublic = revisedInPublic(corrected, nearBelow(figures.method, drafted.threshold));
    const names = namesFrom(directory, londonDate(now));
    return {
      ...{ edition: edition.edition, publishedAsAt: figures.asAt, correctedAsAt: now },
      isMadeAgain: canonical(printedOf(again)) === canonical(printedOf(figures)),
      files: edition.published.files.map(({ name, sha256 }) => ({
        ...{ name, sha256 },
        isMadeAgain: filesAgain.some((each) => each.name === name && each.sha256 === sha256),
      })),
      figures: corrected.map((each, index) => ({
        ...{ ...each, inPublic: inPublic[index]!.asCorrected },
        unit: figures.measures.find(({ label }) => label === each.figure)?.unit ?? 'count',
        changes: (changed.get(each.figure) ?? []).map(({ by, ...change }) => ({ ...change, by: names.person(by) })),
      })),
      corrections: state.editions
        .filter(({ edition: later, reason, givenUp }) => later > edition.edition && reason !== null && givenUp === null)
        .map(({ edition: later, reason, writers }) => ({
          ...{ edition: later, reason: reason! },
          by: names.person(writers[0]!),
        })),
    };
  }
}
