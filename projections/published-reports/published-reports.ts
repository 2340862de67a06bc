import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type {
  PublishedReportEvent,
  ReportKind,
  SectionCode,
  TeamOfReport,
} from '../../src/reports/publishing/events.js';
import type { Audience } from '../../src/reports/disclosure/small.js';
import { changing, idOf } from '../folding.js';

/** A report that is written or was given out, as its newest edition stands. */
export type PublishedReportRow = {
  report: string;
  kind: ReportKind;
  from: LocalDate;
  to: LocalDate;
  audience: Audience;
  team: TeamOfReport | null;
  drafted_by: string;
  drafted_at: Instant;
  edition: number;
  standing: 'drafted' | 'counted' | 'checked' | 'approved' | 'published' | 'withdrawn' | 'given-up';
  /** Sections that are written, by their codes. */
  sections: readonly SectionCode[];
  /** The edition that stood when the one that is written now was begun; null of the first. */
  before: { readonly edition: number; readonly standing: 'published' | 'withdrawn' } | null;
  /** The day on which the last edition was published; null before one was. */
  published_on: LocalDate | null;
  changed_at: Instant;
};

type Standing = PublishedReportRow['standing'];
interface Happened {
  readonly metadata: { readonly occurredAt: Instant };
}

const now = (standing: Standing) =>
  changing<PublishedReportRow, Happened>((_, { metadata }) => ({ standing, changed_at: metadata.occurredAt }));

/** A report that is changed after its check must be checked again, so it stands as counted once more. */
const standsChanged = (
  standing: Standing,
  { occurredAt }: Happened['metadata'],
): Pick<PublishedReportRow, 'standing' | 'changed_at'> => ({
  standing: standing === 'drafted' ? 'drafted' : 'counted',
  changed_at: occurredAt,
});

const changed = changing<PublishedReportRow, Happened>(({ standing }, { metadata }) =>
  standsChanged(standing, metadata),
);

export const publishedReports: Projection<PublishedReportRow> = {
  name: 'published_reports',
  version: 1,
  categories: ['publishedReport'],
  columns: {
    report: 'text',
    kind: 'text',
    from: 'text',
    to: 'text',
    audience: 'text',
    team: 'json',
    drafted_by: 'text',
    drafted_at: 'text',
    edition: 'integer',
    standing: 'text',
    sections: 'json',
    before: 'json',
    published_on: 'text',
    changed_at: 'text',
  },
  key: ['report'],
  partitionBy: idOf,
  when: handlers<PublishedReportEvent, PublishedReportRow>({
    ReportDrafted: (_, { data: { threshold: __, ...kept }, metadata }) => [
      {
        ...kept,
        ...{ drafted_by: metadata.actor.person, drafted_at: metadata.occurredAt, changed_at: metadata.occurredAt },
        ...{ edition: 1, standing: 'drafted', sections: [], before: null, published_on: null },
      },
    ],
    ReportFiguresFrozen: now('counted'),
    ReportSectionWritten: changing<PublishedReportRow, Happened & { data: { section: SectionCode; text: string } }>(
      ({ standing, sections }, { data: { section, text }, metadata }) => ({
        ...standsChanged(standing, metadata),
        sections: [...sections.filter((each) => each !== section), ...(text === '' ? [] : [section])],
      }),
    ),
    ReportFigureEntered: changed,
    ReportStoryWritten: changed,
    ReportChecked: now('checked'),
    ReportApproved: now('approved'),
    ReportPublished: changing<PublishedReportRow, Happened & { data: { on: LocalDate } }>((_, { data, metadata }) => ({
      ...{ standing: 'published', published_on: data.on, changed_at: metadata.occurredAt },
    })),
    ReportCorrectionBegun: changing<PublishedReportRow, Happened & { data: { edition: number } }>(
      ({ edition, standing }, { data, metadata }) => ({
        ...{ standing: 'drafted', edition: data.edition, changed_at: metadata.occurredAt },
        before: { edition, standing: standing === 'withdrawn' ? 'withdrawn' : 'published' },
      }),
    ),
    ReportDraftGivenUp: changing<PublishedReportRow, Happened>(({ edition, before }, { metadata }) => ({
      ...(before ?? { edition, standing: 'given-up' as const }),
      ...{ before: null, changed_at: metadata.occurredAt },
    })),
    ReportWithdrawn: changing<PublishedReportRow, Happened & { data: { edition: number } }>(
      ({ edition, standing, before }, { data, metadata }) => ({
        standing: data.edition === edition ? 'withdrawn' : standing,
        before: before?.edition === data.edition ? { ...before, standing: 'withdrawn' } : before,
        changed_at: metadata.occurredAt,
      }),
    ),
  }),
};
