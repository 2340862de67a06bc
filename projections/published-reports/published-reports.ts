import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type {
  PublishedReportEvent,
  ReportKind,
  ReportPartTakenOut,
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
  /** Person ids of those who wrote in the edition or took its figures: they do not check it. */
  writers: readonly string[];
  /** The stories of the edition, each with the person who is to sign it off. */
  stories: readonly { readonly story: string; readonly signer: string; readonly isSignedOff: boolean }[];
  /** Person id of the one who checked the edition as it stands; null where nobody has. */
  checked_by: string | null;
  /** The day on which the last edition was published; null before one was. */
  published_on: LocalDate | null;
  changed_at: Instant;
};

type Standing = PublishedReportRow['standing'];
interface Happened {
  readonly metadata: { readonly occurredAt: Instant; readonly actor: { readonly person: string } };
}
interface OfAStory extends Happened {
  readonly data: { readonly story: string };
}

const now = (standing: Standing) =>
  changing<PublishedReportRow, Happened>((_, { metadata }) => ({ standing, changed_at: metadata.occurredAt }));

/** A report that is changed after its check must be checked again, so it stands as counted once more. */
const writtenIn = ({ standing, writers }: PublishedReportRow, { metadata }: Happened): Partial<PublishedReportRow> => ({
  standing: standing === 'drafted' ? 'drafted' : 'counted',
  writers: [...new Set([...writers, metadata.actor.person])],
  checked_by: null,
  changed_at: metadata.occurredAt,
});
const changed = changing<PublishedReportRow, Happened>(writtenIn);

export const publishedReports: Projection<PublishedReportRow> = {
  name: 'published_reports',
  version: 3,
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
    writers: 'json',
    stories: 'json',
    checked_by: 'text',
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
        ...{ writers: [metadata.actor.person], stories: [], checked_by: null },
      },
    ],
    ReportFiguresFrozen: changing<PublishedReportRow, Happened>((row, event) => ({
      ...writtenIn(row, event),
      standing: 'counted',
    })),
    ReportSectionWritten: changing<PublishedReportRow, Happened & { data: { section: SectionCode; text: string } }>(
      (row, event) => {
        const { section, text } = event.data;
        const others = row.sections.filter((each) => each !== section);
        return { ...writtenIn(row, event), sections: [...others, ...(text === '' ? [] : [section])] };
      },
    ),
    ReportFigureEntered: changed,
    ReportStoryWritten: changing<PublishedReportRow, OfAStory & { data: { signer: string } }>((row, event) => {
      const { story, signer } = event.data;
      const stories = row.stories.filter((each) => each.story !== story);
      return { ...writtenIn(row, event), stories: [...stories, { story, signer, isSignedOff: false }] };
    }),
    ReportStorySignedOff: changing<PublishedReportRow, OfAStory>(({ stories }, { data: { story } }) => ({
      stories: stories.map((each) => (each.story === story ? { ...each, isSignedOff: true } : each)),
    })),
    ReportActionEntered: changed,
    ReportPartTakenOut: changing<PublishedReportRow, Happened & { data: ReportPartTakenOut }>((row, event) => {
      const { part, name } = event.data;
      const stories = row.stories.filter(({ story }) => part !== 'story' || story !== name);
      return { ...writtenIn(row, event), stories };
    }),
    ReportChecked: changing<PublishedReportRow, Happened>((_, { metadata }) => ({
      ...{ standing: 'checked', checked_by: metadata.actor.person, changed_at: metadata.occurredAt },
    })),
    ReportApproved: now('approved'),
    ReportPublished: changing<PublishedReportRow, Happened & { data: { on: LocalDate } }>((_, { data, metadata }) => ({
      ...{ standing: 'published', published_on: data.on, changed_at: metadata.occurredAt },
    })),
    ReportCorrectionBegun: changing<PublishedReportRow, Happened & { data: { edition: number } }>(
      ({ edition, standing }, { data, metadata }) => ({
        ...{ standing: 'drafted', edition: data.edition, changed_at: metadata.occurredAt },
        ...{ writers: [metadata.actor.person], checked_by: null },
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
