import { endingInWords } from '../../disputes/codes-in-words.js';
import type { ChildDto } from '../../directory/children/children.dto.js';
import type { ToFileDto, ToFileOfDto, ToFilePageDto } from '../../disputes/to-file/to-file.dto.js';
import type { ToFileNarrowed } from '../../disputes/to-file/to-file.query.js';
import { addressOf } from '../../web/lists/listing.js';
import type { DisputeListedDto } from '../../disputes/list/list.dto.js';
import type { DraftListedDto } from '../../drafts/drafts.dto.js';
import { whatItWillBe } from '../../drafts/present-draft.js';
import { MEETING_PREFIX } from '../../challenge/meeting/meeting.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { dayInWords, shortDay } from '../../calendar/in-words.js';
import { MAIN_PREFIX } from '../../platform/ids.js';
import { PROPOSAL_PREFIX } from '../../roles/proposal.js';
import { referenceShown } from '../../protocol/council-words.js';
import { inWords } from '../../web/forms/drawn-form.js';
import type { Due } from '../../disputes/time/due.js';
import { standsInWords } from '../../disputes/time/late-in-words.js';
import type { Waiting } from '../../disputes/time/waiting.js';
import { onThatDay } from '../../web/frame/as-it-stood.js';
import type { About } from '../../web/frame/page.js';
import type { OpenDispute } from '../open-disputes/open-dispute.js';
import { countedInWords, type SinceLooked } from './since-looked.js';
import type { ActionOfOthers, MyWork, WorkItem } from './work.js';
import { CHASES_ONLY, DOES } from './what-does-it.js';
import { stageShown } from '../../protocol/stage-shown.js';

const TABS = ['to-do', 'waiting', 'children', 'drafts', 'to-file', 'closed'] as const;
export type Tab = (typeof TABS)[number];
export const isTab = (value: unknown): value is Tab => (TABS as readonly unknown[]).includes(value);

/** Each is noted by a command of its own. */
export type ToFileRow = ToFileDto & { readonly command: string };

export interface WorkAsRead {
  readonly tab: Tab;
  readonly work: MyWork;
  /** The day at the end of which it is shown; undefined of today. */
  readonly asAt?: LocalDate;
  /** The acts of others that they have not looked at since. */
  readonly sinceLooked: readonly SinceLooked[];
  readonly drafts: readonly (DraftListedDto & {
    /** The entries so far in a form that begins a record; empty if there are none. */
    readonly beginning?: { readonly children: string; readonly theme: string };
    readonly firstWords?: string;
    /** Its act cannot be done as things stand now. */
    readonly cannotBeSentNow?: boolean;
  })[];
  /** How an address says for whom somebody acts, by person id. */
  readonly codeOf: Readonly<Record<string, string>>;
  /** Paths of the pages of children who are to be allocated, by record number. */
  readonly childPaths?: Readonly<Record<string, string>>;
  /** Whether they may send anything up; left out, they may. */
  readonly mayEscalate?: boolean;
  /** Whether they may give to somebody what they may not read. */
  readonly mayHandOver: boolean;
  /** Rows of the access table of what they may begin. */
  readonly begins: readonly string[];
  /** The IROs and chairs for whom they type in what these raise or give; empty for everybody else. */
  readonly entersFor: readonly { readonly code: string; readonly name: string }[];
  /** Whether children are allocated to people of their post. */
  readonly holdsChildren: boolean;
  readonly children?: readonly (ChildDto & {
    readonly path: string;
    readonly underAlert: boolean;
    readonly teamName: string | null;
  })[];
  /** Whether they note that copies were filed. */
  readonly files: boolean;
  /** Whether the record copies of what is to be filed are theirs to read. */
  readonly readsCopies?: boolean;
  readonly toFile?: Omit<ToFilePageDto, 'items'> & {
    readonly items: readonly ToFileRow[];
    readonly narrowed: ToFileNarrowed;
  };
  /** How many copies are to be filed, where their tab is not open. */
  readonly countToFile?: number;
  /** Whether all of it stands on the page, and not only what waits longest. */
  readonly showsAllToFile?: boolean;
  /** Whether what has ended was theirs to hold, or to answer. */
  readonly seesWhatEnded: boolean;
  readonly closed?: { readonly items: readonly DisputeListedDto[]; readonly hasMore: boolean };
}

/** How the council says a thing, as presenters are handed it. */
type SaidBy = Pick<About, 'words' | 'theme'>;

export const presentMyWork = (read: WorkAsRead, about: About): object => {
  const { now, words, theme: labelOf } = about;
  const { work, tab, holdsChildren, drafts, asAt } = read;
  const { items, waitingForOthers, actionsOfOthers } = work;
  const passedOn = drafts.filter(({ isYours, noLongerYours, passedOnBy }) => isYours && !noLongerYours && passedOnBy);
  const totals = { ...work.totals, toDo: work.totals.toDo + passedOn.length };
  const tabs = [
    { tab: 'to-do', text: `To do (${totals.toDo})` },
    { tab: 'waiting', text: `Waiting for others (${waitingForOthers.length + actionsOfOthers.length})` },
    ...(holdsChildren
      ? [
          {
            tab: 'children',
            text: read.children === undefined ? 'My children' : `My children (${read.children.length})`,
          },
        ]
      : []),
    ...(asAt === undefined ? [{ tab: 'drafts', text: `Drafts (${drafts.length})` }] : []),
    ...(read.files ? [{ tab: 'to-file', text: `To file (${read.toFile?.count ?? read.countToFile ?? 0})` }] : []),
    ...(read.seesWhatEnded ? [{ tab: 'closed', text: 'Ended' }] : []),
  ];
  const news = new Set(read.sinceLooked.flatMap(({ references }) => references));
  const toFile = read.toFile?.items ?? [];
  const inSight = read.showsAllToFile === true ? toFile : toFile.slice(0, MOST_TO_FILE);
  return {
    title: 'My work',
    tab,
    tabs: tabs.map((each) => ({
      text: each.text,
      href: onThatDay(each.tab === 'to-do' ? '/my-work' : `/my-work?tab=${each.tab}`, asAt),
      active: each.tab === tab,
    })),
    summary: summaryOf(totals),
    sinceLooked: read.sinceLooked.map((each) => words.said(countedInWords(each))).join(', '),
    items: items
      .map((item) => ({ ...itemShown(item, read, about), isNew: news.has(item.reference) }))
      .map((item) => (asAt === undefined ? item : { ...item, href: null, page: pageThen(item, asAt) }))
      .concat(passedOn.map((draft) => ({ ...draftShown(draft, words), isNew: false }))),
    waiting: waitingForOthers
      .map((dispute) => waitingShown(dispute, about))
      .concat(actionsOfOthers.map((action) => actionShown(action, about)))
      .map((row) => ({ ...row, href: onThatDay(row.href, asAt) })),
    children: read.children,
    drafts: drafts.map(({ beginning, ...draft }) => ({
      ...draft,
      what: whatItWillBe(draft, words),
      href: `/drafts/${draft.id}`,
      begunWith: beginning === undefined ? '' : begunWith(beginning, labelOf),
    })),
    toFile: inSight.map((item, index) => ({
      ...toFileShown(item, index, words),
      copy: read.readsCopies === true ? `/disputes/${item.reference}/print` : null,
    })),
    ...(read.toFile === undefined ? {} : narrowingOf(read.toFile)),
    restToFile: toFile.length - inSight.length,
    allToFile: addressOf('/my-work', { tab: 'to-file', ...read.toFile?.narrowed, all: 'yes' }),
    hasMoreToFile: inSight.length === toFile.length && (read.toFile?.hasMore ?? false),
    isHolder: holdsChildren,
    hasMoreClosed: read.closed?.hasMore ?? false,
    closed: (read.closed?.items ?? []).map(
      ({ reference, raisedOn, endedOn, outcome, status, theme, children = [] }) => ({
        reference,
        shownAs: referenceShown(reference, words),
        href: `/disputes/${reference}`,
        raisedOn: shortDay(raisedOn),
        endedOn: endedOn === null ? '–' : shortDay(endedOn),
        how: endingInWords(status, outcome) ?? status,
        theme: theme === null ? '' : labelOf(theme),
        child: childrenShown(children),
      }),
    ),
    begins: BEGINS.filter(({ permission }) => read.begins.includes(permission)).map(({ text, forOthers, href }) => ({
      text: inWords(read.entersFor.length > 0 ? forOthers : text, words),
      href,
    })),
    entersFor: read.entersFor,
    handover: holdsChildren ? '/my-work/handover' : null,
    today: londonDate(now),
  };
};

/** Of what can be looked at as it stood on a day; null of anything else. */
const pageThen = ({ page }: Pick<ItemShown, 'page'>, asAt: LocalDate): string | null =>
  page !== null && page.startsWith('/disputes/') ? onThatDay(page, asAt) : null;

/** The records that can be begun, the most likely first; the text differs for a person who types them in for somebody else. */
const BEGINS = [
  {
    permission: 'dispute.raise',
    text: 'Raise a {dispute}',
    forOthers: 'Enter a {dispute}',
    href: '/disputes/new',
  },
  {
    permission: 'acknowledgement.give',
    text: 'Acknowledge good practice',
    forOthers: 'Enter good practice',
    href: '/acknowledgements/new',
  },
  {
    permission: 'dispute.record-conversation',
    text: 'Spoke about it, or decided not to raise it',
    forOthers: 'Enter a conversation, or a decision not to raise',
    href: '/conversations/new',
  },
] as const;

/** Of what is to be filed: each is a text to copy, and more of them make a page too long to work through. */
const MOST_TO_FILE = 10;

/** How many are to be filed, and the IROs and teams to which that can be narrowed, where there are several. */
const narrowingOf = ({ items, hasMore, count, iros, teams, narrowed }: NonNullable<WorkAsRead['toFile']>): object => {
  const isNarrowed = narrowed.iro !== undefined || narrowed.team !== undefined;
  const chosen = (name: 'iro' | 'team', label: string, all: string, of: readonly ToFileOfDto[]): object[] =>
    of.length < 2 && narrowed[name] === undefined
      ? []
      : [
          {
            ...{ name, label },
            items: [
              { value: '', text: all },
              ...of.map((each) => ({
                value: each.id,
                text: `${each.name ?? each.id} (${each.count})`,
                selected: each.id === narrowed[name],
              })),
            ],
          },
        ];
  return {
    toFileCount: isNarrowed
      ? `${hasMore ? `${items.length} or more` : items.length} of ${count} to file.`
      : `${count} to file.`,
    isNarrowed,
    narrowed,
    toFileFilters: [...chosen('iro', 'IRO or chair', 'All', iros), ...chosen('team', 'Team', 'All teams', teams)],
  };
};

/** `1568440 · Drift and delay`; says so where neither child nor theme is written yet. */
const begunWith = (
  { children, theme }: { readonly children: string; readonly theme: string },
  labelOf: About['theme'],
): string =>
  [children, theme === '' ? '' : labelOf(theme)].filter((part) => part !== '').join(' · ') ||
  'no child and no theme yet';

const summaryOf = ({ toDo, late, dueToday }: MyWork['totals']): string => {
  if (toDo === 0) return 'Nothing needs you now.';
  const all = toDo === 1 ? '1 thing needs you.' : `${toDo} things need you.`;
  const some = [
    ...(late === 0 ? [] : [late === 1 ? '1 is late' : `${late} are late`]),
    ...(dueToday === 0 ? [] : [dueToday === 1 ? '1 is due today' : `${dueToday} are due today`]),
  ];
  return some.length === 0 ? all : `${all} ${some.join(', ')}.`;
};

const childrenShown = (children: readonly { id: string; initials: string | null }[]): string =>
  children.map(({ id, initials }) => `${initials ?? '–'} · ${id}`).join(', ');

/** A row of what is to be done. */
export interface ItemShown {
  readonly words: string;
  readonly reference: string;
  readonly shownAs: string;
  /** The page on which it is done; null where there is none for them. */
  readonly href: string | null;
  /** The page of what it is about. */
  readonly page: string | null;
  readonly theme: string;
  readonly child: string;
  readonly stage: string;
  readonly due: ReturnType<typeof dueShown>;
  readonly actingFor: string | null;
}

export const itemShown = (
  item: WorkItem,
  {
    codeOf,
    mayHandOver,
    childPaths = {},
    mayEscalate = true,
  }: Pick<WorkAsRead, 'codeOf' | 'mayHandOver' | 'childPaths' | 'mayEscalate'>,
  { words: said, theme: labelOf }: SaidBy,
): ItemShown => {
  const { what, reference, children, theme, stage, stageName, due, actingFor } = item;
  const ladder = item.ladder ?? undefined;
  const [words, act] = doneBy(item, mayEscalate);
  const query = actingFor === null ? '' : `?for=${codeOf[actingFor.id]}`;
  const page = what === 'allocate-child' ? (childPaths[reference] ?? null) : pageOf(reference);
  // A record that has fallen to them is not theirs to read.
  const isUnread = item.raisedOn === null && (what === 'allocate' || what === 'fill-vacancy');
  const mayDo = what === 'allocate' ? mayHandOver && reference.startsWith(`${MAIN_PREFIX}-`) : !isUnread;
  const isReached = page !== null && mayDo;
  return {
    words: said.said(what === 'agenda' ? ofTheMeeting(words, due) : words, ladder),
    reference,
    shownAs: proposalShown(item) ?? meetingShown(item, said) ?? referenceShown(reference, said),
    href: isReached ? `${page}${act === '' ? '' : `/${act}`}${query}` : null,
    page: page === null || isUnread ? null : `${page}${query}`,
    theme: theme === null ? '' : labelOf(theme),
    child: childrenShown(children),
    stage: stage === null ? (stageName ?? '') : said.said(stageShown(stageName, stage), ladder),
    due: dueShown(due, item.waiting, what === 'waits-long' ? 'the IRO' : 'you'),
    actingFor: actingFor?.name ?? null,
  };
};

/** A proposal is known by what it gives and to whom; the names in it are those of the directory. */
const proposalShown = ({ what, name }: Pick<WorkItem, 'what' | 'name'>): string | null =>
  what === 'agree-to-role' ? (name ?? null) : null;

/** A meeting is known by what it is called and its day, and not by its code. */
const meetingShown = ({ name, raisedOn }: Pick<WorkItem, 'name' | 'raisedOn'>, said: About['words']): string | null =>
  name === undefined || raisedOn === null ? null : `${said.said(name)}, ${dayInWords(raisedOn)}`;

/** Nobody holds a row of a register, so it is not handed over: somebody is put on its list. */
const doneBy = ({ what, takenOn }: WorkItem, mayEscalate: boolean): readonly [words: string, act: string] => {
  if (what === 'chase' && !mayEscalate) return CHASES_ONLY;
  const [words, act] = DOES[what];
  return [words, what === 'allocate' && !takenOn ? 'restrict' : act];
};

/** Several cases of one meeting are so many rows: each says of which, and what is asked before it: the IRO’s own view, on record. */
const ofTheMeeting = (words: string, { dueOn }: Due): string =>
  `${words}${dueOn === null ? '' : ` of ${shortDay(dueOn)}`}: record your own view`;

/** A draft that somebody passed on waits to be sent, as whatever else is asked of its new writer; nobody else can see it. */
const draftShown = (draft: DraftListedDto, words: About['words']): ItemShown => ({
  words: `Finish the draft that ${draft.passedOnBy?.name ?? draft.passedOnBy?.id} passed on to you`,
  reference: draft.reference ?? '',
  shownAs: [
    whatItWillBe(draft, words),
    ...(draft.reference === null ? [] : [referenceShown(draft.reference, words)]),
  ].join(' · '),
  href: draft.address,
  page: `/drafts/${draft.id}`,
  ...{ theme: '', child: '', stage: '' },
  due: {
    day: `Kept until ${shortDay(draft.keptUntil)}`,
    more: draft.endsSoon ? 'deleted after this day' : '',
    isLate: false,
  },
  actingFor: draft.actingFor === null ? null : (draft.actingFor.name ?? draft.actingFor.id),
});

/** The page of what a matter is about, by the letters of its reference; null where it has none yet. */
export const pageOf = (reference: string): string | null => {
  const under = Object.entries(PAGES).find(([prefix]) => reference.startsWith(`${prefix}-`))?.[1];
  return under === undefined ? null : `${under}/${reference}`;
};

const PAGES: Readonly<Record<string, string>> = {
  [MAIN_PREFIX]: '/disputes',
  REC: '/recommendations',
  RVW: '/reviews',
  [MEETING_PREFIX]: '/challenge/meetings',
  [PROPOSAL_PREFIX]: '/roles/proposals',
  RPT: '/published-reports',
};

/** A row of what others have. */
export const waitingShown = (
  { reference, who, alsoAddressed, due, waiting, stageBeganOn, children, theme, stageName, waitsFor }: OpenDispute,
  { words: said, theme: labelOf }: SaidBy,
): { readonly href: string } & Readonly<Record<string, unknown>> => ({
  reference,
  shownAs: referenceShown(reference, said),
  href: `/disputes/${reference}`,
  theme: labelOf(theme),
  child: childrenShown(children),
  who: who
    .map(({ person, title }) => (person === null ? `${title} (nobody holds this post)` : `${person.name}, ${title}`))
    .join(alsoAddressed.length === 0 ? '; ' : '; and '),
  waitsFor,
  stage: [stageName, `since ${shortDay(stageBeganOn)}`].filter((part) => part !== null).join(' '),
  due: dueShown(due, waiting, 'them'),
});

/** A row of what was agreed in a dispute that has ended. */
const actionShown = (
  { reference, who, due, waiting, children, theme }: ActionOfOthers,
  { words: said, theme: labelOf }: SaidBy,
): ReturnType<typeof waitingShown> => ({
  reference,
  shownAs: referenceShown(reference, said),
  href: `/disputes/${reference}`,
  theme: theme === null ? '' : labelOf(theme),
  child: childrenShown(children),
  who: who.map(({ id, name }) => name ?? id).join('; '),
  waitsFor: 'action',
  stage: 'ended, what was agreed is to be done',
  due: dueShown(due, waiting, 'them'),
});

const WHY_TO_FILE: Readonly<Record<ToFileDto['why'], string>> = {
  raised: 'Raised',
  ended: 'Ended since a copy was last filed',
  'raised-and-ended': 'Raised, and ended',
};

const toFileShown = (
  { reference, child, why, since, text, command }: ToFileRow,
  index: number,
  words: About['words'],
): object => ({
  reference,
  shownAs: referenceShown(reference, words),
  href: `/disputes/${reference}`,
  child: childrenShown([child]),
  childId: child.id,
  why: `${WHY_TO_FILE[why]}, ${shortDay(since)}`,
  text,
  id: `file-${index + 1}`,
  command,
});

interface DueShown {
  readonly day: string;
  readonly more: string;
  readonly isLate: boolean;
}

/** The day and what is left of it; of what has no date, since when somebody has it. Only a date is ever late. @param who has it */
export const dueShown = (
  { dueOn, late, daysLeft, daysLate, certain }: Due,
  waiting: Waiting | null,
  who: 'you' | 'them' | 'the IRO',
): DueShown => {
  if (dueOn === null) return { ...undated(waiting, who), isLate: false };
  const uncertain = certain ? '' : ', not yet certain';
  const stands = standsInWords(late, (late ? daysLate : daysLeft) ?? 0);
  return { day: shortDay(dueOn), more: `${stands}${uncertain}`, isLate: late };
};

const undated = (waiting: Waiting | null, who: string): Pick<DueShown, 'day' | 'more'> =>
  waiting === null
    ? { day: 'No date', more: '' }
    : {
        day: `With ${who} since ${shortDay(waiting.since)}`,
        more: `${waiting.workingDays === 0 ? 'less than a working day' : inDays(waiting.workingDays)}${waiting.certain ? '' : ', not yet certain'}`,
      };

const inDays = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`;
