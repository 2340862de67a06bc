import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { dayInWords } from '../../calendar/in-words.js';
import { AGREEMENT_IN_WORDS, endingInWords } from '../../disputes/codes-in-words.js';
import { onThatDay } from '../../web/frame/as-it-stood.js';
import type { About } from '../../web/frame/page.js';
import { CHILD_ACT_FORMS, LEAVING_IN_WORDS } from './child-forms.js';
import { carryingChild } from './children-in-forms.js';
import type { ChildStanding } from './child-standing.query.js';
import type { ChildDto, ChildHistoryEntryDto, ChildRecordDto } from './children.dto.js';

export interface ChildrenAsRead {
  readonly items: readonly (ChildDto & {
    readonly path: string;
    readonly iroName: string | null;
    readonly teamName: string | null;
    /** A dispute about the child is open, or a complaint, of those that the reader may see. */
    readonly underAlert: boolean;
    /** The reader is the child’s own IRO or social worker. */
    readonly isTheirs: boolean;
    /** The IRO of the child for whom the reader stands in today. */
    readonly standsInFor: string | null;
  })[];
  readonly hasMore: boolean;
  readonly mayRegister: boolean;
}

export interface ChildAsRead {
  /** The day at the end of which it is shown; undefined of today. */
  readonly asAt?: LocalDate | undefined;
  readonly child: ChildRecordDto;
  readonly items: readonly ChildHistoryEntryDto[];
  readonly hasMore: boolean;
  readonly iro: string | null;
  readonly socialWorker: string | null;
  readonly team: string | null;
  readonly standing: ChildStanding;
  /** The person who has the child from a later day on, in a sentence each. */
  readonly plans: readonly string[];
  readonly path: string;
  /** Whether somebody in their posts raises what concerns a child at all. */
  readonly mayRaise: boolean;
}

type ChildListed = ChildrenAsRead['items'][number];

const THEIRS = 'Your children';
const OTHERS = 'Other children';

/** The reader’s own children first, then those of whom they stand in for somebody, each group by initials. */
export const presentChildren = ({ items, hasMore, mayRegister }: ChildrenAsRead): object => {
  const groups = Map.groupBy(items.toSorted(byInitials), headingOf);
  const headings = [...groups.keys()].sort((one, other) => placeOf(one) - placeOf(other) || one.localeCompare(other));
  return {
    title: 'Children',
    ...{ hasMore, mayRegister },
    groups: headings.map((heading) => ({
      heading: headings.length === 1 ? null : heading,
      items: groups.get(heading)!.map(({ childId, initials, path, iroName, teamName, underAlert }) => ({
        ...{ childId, initials, path, iroName, teamName, underAlert },
      })),
    })),
  };
};

const headingOf = ({ isTheirs, standsInFor }: ChildListed): string => {
  if (isTheirs) return THEIRS;
  return standsInFor === null ? OTHERS : `Children of ${standsInFor}, for whom you stand in`;
};

const placeOf = (heading: string): number => (heading === THEIRS ? 0 : heading === OTHERS ? 2 : 1);

const byInitials = (one: ChildListed, other: ChildListed): number =>
  (one.initials ?? '').localeCompare(other.initials ?? '') || one.childId.localeCompare(other.childId);

const WHAT: Readonly<Record<string, string>> = {
  spoke: 'Spoke about a concern',
  raised: 'Raised',
  answered: 'Answered',
  accepted: 'Answer accepted',
  'not-accepted': 'Answer not accepted',
  'action-agreed': 'An action was agreed',
  'action-done': 'An action was done',
  'not-answered-in-time': 'No answer came in time',
  escalated: 'Went up a stage',
  given: 'Good practice acknowledged',
};

/** Ends of a dispute of which the code of the outcome says more than the end does. */
const ENDS_WITH_AN_OUTCOME: readonly string[] = ['resolved', 'ended-otherwise'];

/** @param detail of an answer: whether it agrees; of a verdict: what it is; of an end: the code of its outcome, null where nobody recorded one */
export const whatInWords = (what: string, detail: string | null): string => {
  if (what === 'answered' && detail !== null) return `Answered: ${AGREEMENT_IN_WORDS[detail as 'agree'].toLowerCase()}`;
  if (what === 'not-accepted' && detail === 'partly') return 'Answer accepted in part';
  const ended = ENDS_WITH_AN_OUTCOME.includes(what) ? endingInWords(what, detail) : null;
  return WHAT[what] ?? (ended ?? what.replaceAll('-', ' ')).replace(/^./, (first) => first.toUpperCase());
};

const KIND: Readonly<Record<string, string>> = {
  informal: 'informal',
  formal: 'formal',
  conversation: 'conversation',
  acknowledgement: 'good practice',
  review: 'check',
};

/** Sentences for a child who is no longer in care, or has died. */
const standingInWords = ({ leftCare, diedOn }: ChildStanding): string[] => [
  ...(leftCare === null
    ? []
    : [`left care ${dayInWords(leftCare.on)}: ${LEAVING_IN_WORDS[leftCare.because].toLowerCase()}`]),
  ...(diedOn === null ? [] : [`died ${dayInWords(diedOn)}`]),
];

export const presentChild = (
  { child, items, standing, path, asAt, ...about }: ChildAsRead,
  { theme: labelOf }: Pick<About, 'theme'>,
): object => ({
  ...about,
  path: onThatDay(path, asAt),
  print: onThatDay(`${path}/print`, asAt),
  standing: standingInWords(standing),
  raiseHref: carryingChild('/disputes/new', path),
  acknowledgeHref: carryingChild('/acknowledgements/new', path),
  links: Object.entries(CHILD_ACT_FORMS)
    .filter(([act]) => standing.allowedActs.includes(act))
    .map(([act, { link }]) => ({ text: corrects(act, standing) ?? link, href: `${path}/${act}` })),
  // Nothing new is begun about a child who has died: it is decided in the records that are there already.
  mayBegin: about.mayRaise && standing.diedOn === null,
  isToBeAllocated: isInCare(standing) && NEEDS_AN_IRO.includes(child.population),
  // The title of a page stands in the history of a browser: it names no child.
  title: 'A child’s history',
  child: { ...child, population: child.population.replaceAll('-', ' ') },
  years: [...Map.groupBy(items, ({ happenedOn }) => happenedOn.slice(0, 4))].map(([year, inIt]) => ({
    year,
    entries: inIt
      .map((entry) => entryShown(entry, labelOf))
      .map((entry) => ({ ...entry, href: hrefThen(entry.href, asAt) })),
  })),
});

/** A death that is on record already is corrected by the same act; undefined where none is. */
const corrects = (act: string, { leftCare, diedOn }: ChildStanding): string | undefined => {
  if (act === 'leave-care' && leftCare !== null) return 'Correct when they left care';
  return act === 'record-death' && diedOn !== null ? 'Correct the day of their death' : undefined;
};

const isInCare = ({ leftCare, diedOn }: ChildStanding): boolean => leftCare === null && diedOn === null;

const NEEDS_AN_IRO: readonly string[] = ['looked-after', 'child-protection'];

/** Disputes can be looked at as they stood on a day; anything else only as it stands now. */
const hrefThen = (href: string | null, asAt: LocalDate | undefined): string | null =>
  asAt === undefined || href === null ? href : href.startsWith('/disputes/') ? onThatDay(href, asAt) : null;

export interface ChildToPrint extends ChildAsRead {
  readonly printedBy: string;
  readonly printedAt: Instant;
}

/** The same on paper, with who printed it and when. */
export const presentChildToPrint = (read: ChildToPrint, about: Pick<About, 'theme'>): object => ({
  ...presentChild(read, about),
  title: 'A child’s history, to print',
  facts: [
    ['Child', `${read.child.initials ?? 'Initials not known'}, record ${read.child.childId}`],
    [
      'Standing of the child',
      [read.child.population.replaceAll('-', ' '), ...standingInWords(read.standing)].join('; '),
    ],
    ['Team', read.team],
    ['IRO', read.iro],
    ['Social worker', read.socialWorker],
  ].flatMap(([key, value]) => (value ? [{ key, value }] : [])),
});

const entryShown = (
  { reference, kind, what, happenedOn, detail, stageName, theme, imported }: ChildHistoryEntryDto,
  labelOf: About['theme'],
): { readonly href: string | null } & Readonly<Record<string, unknown>> => ({
  reference,
  theme: theme === null ? null : labelOf(theme),
  kind: KIND[kind] ?? kind,
  what: whatInWords(what, detail),
  on: dayInWords(happenedOn),
  detail: what === 'escalated' && detail !== null ? `to ${stageName ?? `stage ${detail}`}` : null,
  imported,
  href:
    kind === 'formal' || kind === 'informal' || kind === 'conversation'
      ? `/disputes/${reference}`
      : kind === 'acknowledgement'
        ? `/acknowledgements/${reference}`
        : kind === 'review'
          ? `/reviews/${reference}`
          : null,
});
