import { createHash } from 'node:crypto';
import type { LocalDate } from '../../calendar/calendar.js';
import { canonical } from '../../platform/canonical.js';
import { enteredAsPrinted } from './entered-figures.js';
import type {
  FiguresFrozen,
  ReportDrafted,
  ReportActionEntered,
  ReportPublished,
  ReportFigureEntered,
  ReportStoryWritten,
  SectionCode,
} from './events.js';
import { SECTIONS } from './events.js';

export type FigureEntered = Omit<ReportFigureEntered, 'edition'> & { readonly by: string };

export type Story = Omit<ReportStoryWritten, 'edition'> & {
  readonly writer: string;
  readonly isSignedOff: boolean;
};

export type ActionEntered = Omit<ReportActionEntered, 'edition'> & { readonly by: string };

/** One edition of a report, as far as it has come. */
export interface Edition {
  readonly edition: number;
  /** The reason why it replaces the one before; null of the first. */
  readonly reason: string | null;
  /** Null until they are taken. */
  readonly figures: Omit<FiguresFrozen, 'edition'> | null;
  readonly sections: Readonly<Partial<Record<SectionCode, string>>>;
  /** Figures that the log does not hold, in the order in which they were first entered. */
  readonly entered: readonly FigureEntered[];
  readonly stories: readonly Story[];
  /** What became of what an earlier report announced, in the order in which it was first entered. */
  readonly actions: readonly ActionEntered[];
  /** Numbers of stories and of actions that were taken out: none is given again. */
  readonly takenOut: readonly string[];
  /** Factual comments of leaders: on record, and no part of what is published. */
  readonly comments: readonly { readonly by: string; readonly text: string }[];
  readonly presented: { readonly on: LocalDate; readonly to: string } | null;
  /** Person ids of all who wrote in it or took its figures: they do not check it. */
  readonly writers: readonly string[];
  /** The person who looked for facts that could be worked out about a child; null until somebody has, and again after a change. */
  readonly checkedBy: string | null;
  readonly approvedBy: string | null;
  /** The day on which that person approved it. */
  readonly approvedOn: LocalDate | null;
  readonly published: Omit<ReportPublished, 'edition'> | null;
  /** The reason why it was withdrawn; null of one that stands. */
  readonly withdrawn: string | null;
  /** The reason why its draft was given up; null of one that is worked on or was published. */
  readonly givenUp: string | null;
}

/** A report with all its editions, the newest last; null until it is drafted. */
export interface PublishedReportState {
  readonly drafted: ReportDrafted;
  readonly editions: readonly Edition[];
}

/** The edition that is worked on, or the last that was published; one that was given up where there is no other. */
export const newestEdition = <Each extends Pick<Edition, 'givenUp'>>({
  editions,
}: {
  readonly editions: readonly Each[];
}): Each => editions.findLast(({ givenUp }) => givenUp === null) ?? editions.at(-1)!;

/** All that an edition says, as bytes that are the same whenever they are made: sections in the order of the contents. */
export const bytesOf = (
  { report, kind, from, to, audience, threshold, team }: ReportDrafted,
  { edition, reason, figures, sections, entered, stories, actions }: Edition,
): string =>
  canonical({
    ...{ report, kind, from, to, audience, threshold, team, edition, reason, figures },
    sections: SECTIONS.flatMap((section) => {
      const text = sections[section];
      return text === undefined ? [] : [{ section, text }];
    }),
    entered: enteredAsPrinted({ entered, figures }, threshold).map(({ by: _, ...figure }) => figure),
    stories: stories.map(({ story, kind, title, text }) => ({ story, kind, title, text })),
    actions: actions.map(({ by: _, ...action }) => action),
  });

/** SHA-256 of an edition, in hexadecimal. */
export const digestOf = (drafted: ReportDrafted, edition: Edition): string =>
  createHash('sha256').update(bytesOf(drafted, edition)).digest('hex');

/** How far an edition has come. */
export type EditionStanding = 'drafted' | 'counted' | 'checked' | 'approved' | 'published' | 'withdrawn' | 'given-up';

export const standingOf = ({
  figures,
  checkedBy,
  approvedBy,
  published,
  withdrawn,
  givenUp,
}: Edition): EditionStanding => {
  if (givenUp !== null) return 'given-up';
  if (withdrawn !== null) return 'withdrawn';
  if (published !== null) return 'published';
  if (approvedBy !== null) return 'approved';
  if (checkedBy !== null) return 'checked';
  return figures === null ? 'drafted' : 'counted';
};
