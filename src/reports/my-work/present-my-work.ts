import { endingInWords } from '../../disputes/codes-in-words.js';
import type { ChildDto } from '../../directory/children/children.dto.js';
import type { ToFileDto } from '../../disputes/to-file/to-file.dto.js';
import type { DisputeListedDto } from '../../disputes/list/list.dto.js';
import type { DraftListedDto } from '../../drafts/drafts.dto.js';
import { whatItWillBe } from '../../drafts/present-draft.js';
import { MEETING_PREFIX } from '../../challenge/meeting/meeting.js';
import { londonDate } from '../../calendar/dates.js';
import { shortDay } from '../../calendar/in-words.js';
import { MAIN_PREFIX } from '../../platform/ids.js';
import { referenceShown } from '../../protocol/council-words.js';
import type { Due } from '../../disputes/time/due.js';
import type { Waiting } from '../../disputes/time/waiting.js';
import type { About } from '../../web/frame/page.js';
import type { Work } from '../../work/matter.js';
import type { OpenDispute } from '../open-disputes/open-disputes.js';
import type { MyWork, WorkItem } from './work.js';

const TABS = ['to-do', 'waiting', 'children', 'drafts', 'to-file', 'closed'] as const;
export type Tab = (typeof TABS)[number];
export const isTab = (value: unknown): value is Tab => (TABS as readonly unknown[]).includes(value);

/** Each is noted by a command of its own. */
export type ToFileRow = ToFileDto & { readonly command: string };

export interface WorkAsRead {
  readonly tab: Tab;
  readonly work: MyWork;
  readonly drafts: readonly (DraftListedDto & {
    /** What stands so far in a form that begins something; empty where nothing does. */
    readonly beginning?: { readonly children: string; readonly theme: string };
  })[];
  /** How an address says for whom somebody acts, by person id. */
  readonly codeOf: Readonly<Record<string, string>>;
  /** Whether they may give to somebody what they may not read. */
  readonly mayHandOver: boolean;
  /** Whether children are allocated to people of their post. */
  readonly holdsChildren: boolean;
  readonly children?: readonly (ChildDto & { readonly path: string })[];
  /** Whether they note that copies were filed. */
  readonly files: boolean;
  readonly toFile?: { readonly items: readonly ToFileRow[]; readonly hasMore: boolean };
  /** Whether all of it stands on the page, and not only what waits longest. */
  readonly showsAllToFile?: boolean;
  readonly closed?: readonly DisputeListedDto[];
}

/**
 * What is to be done, and the act that does it, under the page of what it is about; empty where several acts do, which that page
 * offers.
 */
export const DOES: Readonly<Record<Work, readonly [words: string, act: string]>> = {
  acknowledge: ['Say that it has reached you', 'acknowledge-receipt'],
  answer: ['Answer', 'answer'],
  'enter-answer': ['Ask the partner outside of the council for the answer, and enter it', 'enter-answer'],
  judge: ['Say if you are satisfied with the answer', 'judge'],
  decide: ['Decide where it goes from here', ''],
  close: ['Close it, with what changed for the child', 'resolve'],
  chase: ['No answer came: chase, or escalate', ''],
  'decide-extension': ['More time is asked for: give or refuse it', ''],
  'judge-late-answer': ['An earlier stage was answered late: say whether it is enough', 'judge'],
  'decide-send-back': ['It is asked back down: send it back, or keep it', ''],
  action: ['Do what was agreed', 'mark-action-done'],
  'check-action': ['Check that the agreed action was done', 'mark-action-done'],
  agenda: ['Be ready for the meeting', ''],
  'set-meeting-date': ['Set the day of the meeting that times this stage', 'set-meeting-date'],
  'chase-cafcass': ['Cafcass has a referral: ask how it stands, and record its reply', 'record-cafcass-reply'],
  'answer-cafcass': ['Cafcass asks for more: send it, and record the next reply', 'record-cafcass-reply'],
  'no-longer-with-cafcass': ['Cafcass does not carry it on: reopen it, and say where it goes', 'reopen'],
  'chase-agency': ['Another agency is to reply: ask it again when it is late', 'record-agency-reply'],
  'look-again': ['Put it on an agenda again', ''],
  'answer-recommendations': ['Agree or disagree with the recommendations', ''],
  'decide-on-disagreement': ['Raise a dispute over the disagreement, or write why not', ''],
  'decide-after-care': ['Decide what becomes of it after care', ''],
  'answer-check': ['Answer the standards of this check', ''],
  'decide-on-check': ['A standard is not met: raise it, or write why not', ''],
  'hold-meeting': ['Hold the meeting, and write it up', ''],
  'close-meeting': ['Close the meeting', ''],
  'meeting-action': ['Do what was agreed in the meeting', ''],
  'fill-seat': ['Somebody who sits in this meeting has left: say who sits in it', 'change-seats'],
  'decide-item-again': ['A decision of this meeting was taken back: decide on the item again', ''],
  'look-again-at-theme': ['The meeting wanted to look at a theme again: put it on an agenda', ''],
  'check-meeting-action': ['Check that what was agreed in the meeting was done', ''],
  'answer-request-to-read': ['Somebody asks to read it: let them, or say why not', 'answer-request-to-read'],
  'choose-who-answers': ['Nobody whose turn it is may read it: say who answers', 'restrict'],
  'fill-vacancy': ['Nobody holds the post that must act: see that somebody does', ''],
  'hand-over': ['Whoever held it has left: hand it over', 'hand-over'],
  allocate: ['Yours to allocate: whoever held it has left', 'hand-over'],
  'take-on': ['Take on this imported one', 'take-on'],
  'waits-long': ['It has waited for the IRO without a date: ask how it stands', ''],
  'look-at': ['Look at it: what it waits for could not be worked out', ''],
};

/** How the council says a thing, as presenters are handed it. */
type SaidBy = Pick<About, 'words' | 'theme'>;

export const presentMyWork = (read: WorkAsRead, about: About): object => {
  const { now, words, theme: labelOf } = about;
  const { work, tab, holdsChildren, drafts } = read;
  const { items, totals, waitingForOthers } = work;
  const tabs = [
    { tab: 'to-do', text: `To do (${totals.toDo})` },
    { tab: 'waiting', text: `Waiting for others (${waitingForOthers.length})` },
    ...(holdsChildren ? [{ tab: 'children', text: 'My children' }] : []),
    { tab: 'drafts', text: `Drafts (${drafts.length})` },
    ...(read.files ? [{ tab: 'to-file', text: toFileTab(read.toFile) }] : []),
    ...(holdsChildren ? [{ tab: 'closed', text: 'Closed' }] : []),
  ];
  const toFile = read.toFile?.items ?? [];
  const inSight = read.showsAllToFile === true ? toFile : toFile.slice(0, MOST_TO_FILE);
  return {
    title: 'My work',
    tab,
    tabs: tabs.map((each) => ({
      text: each.text,
      href: each.tab === 'to-do' ? '/my-work' : `/my-work?tab=${each.tab}`,
      active: each.tab === tab,
    })),
    summary: summaryOf(totals),
    items: items.map((item) => itemShown(item, read, about)),
    waiting: waitingForOthers.map((dispute) => waitingShown(dispute, about)),
    children: read.children,
    drafts: drafts.map(({ beginning, ...draft }) => ({
      ...draft,
      what: whatItWillBe(draft, words),
      href: `/drafts/${draft.id}`,
      begunWith: beginning === undefined ? '' : begunWith(beginning, labelOf),
    })),
    toFile: inSight.map((item, index) => toFileShown(item, index, words)),
    toFileCount: countedToFile(read.toFile),
    restToFile: toFile.length - inSight.length,
    hasMoreToFile: inSight.length === toFile.length && (read.toFile?.hasMore ?? false),
    closed: (read.closed ?? []).map(({ reference, raisedOn, endedOn, outcome, status, theme, children = [] }) => ({
      reference,
      shownAs: referenceShown(reference, words),
      href: `/disputes/${reference}`,
      raisedOn: shortDay(raisedOn),
      endedOn: endedOn === null ? '–' : shortDay(endedOn),
      how: endingInWords(status, outcome) ?? status,
      theme: theme === null ? '' : labelOf(theme),
      child: childrenShown(children),
    })),
    mayRaise: holdsChildren,
    handover: holdsChildren ? '/my-work/handover' : null,
    today: londonDate(now),
  };
};

/** Of what is to be filed: each is a text to copy, and more of them make a page too long to work through. */
const MOST_TO_FILE = 10;

/** `53`, or `200 or more`. */
const countedToFile = (toFile: WorkAsRead['toFile']): string =>
  `${toFile?.items.length ?? 0}${toFile?.hasMore === true ? ' or more' : ''}`;

/** How many there are is asked only where the tab is open. */
const toFileTab = (toFile: WorkAsRead['toFile']): string =>
  toFile === undefined ? 'To file' : `To file (${countedToFile(toFile)})`;

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
export const itemShown = (
  item: WorkItem,
  { codeOf, mayHandOver }: Pick<WorkAsRead, 'codeOf' | 'mayHandOver'>,
  { words: said, theme: labelOf }: SaidBy,
): object => {
  const { what, reference, children, theme, stage, stageName, due, actingFor } = item;
  const [words, act] = DOES[what];
  const query = actingFor === null ? '' : `?for=${codeOf[actingFor.id]}`;
  const page = pageOf(reference);
  const mayDo = what !== 'allocate' || (mayHandOver && reference.startsWith(`${MAIN_PREFIX}-`));
  const isReached = page !== null && mayDo;
  return {
    words: said.said(words),
    reference,
    shownAs: referenceShown(reference, said),
    href: isReached ? `${page}${act === '' ? '' : `/${act}`}${query}` : null,
    // What is theirs to allocate is not theirs to read.
    page: page === null || what === 'allocate' ? null : `${page}${query}`,
    theme: theme === null ? '' : labelOf(theme),
    child: childrenShown(children),
    stage: stageName ?? (stage === null ? '' : said.said(`Stage ${stage}`)),
    due: dueShown(due, item.waiting, what === 'waits-long' ? 'the IRO' : 'you'),
    actingFor: actingFor?.name ?? null,
  };
};

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
};

/** A row of what others have. */
export const waitingShown = (
  { reference, who, alsoAddressed, due, waiting, stageBeganOn, children, theme, stageName, waitsFor }: OpenDispute,
  { words: said, theme: labelOf }: SaidBy,
): object => ({
  reference,
  shownAs: referenceShown(reference, said),
  href: `/disputes/${reference}`,
  theme: labelOf(theme),
  child: childrenShown(children),
  who: who
    .map(({ person, title }) => (person === null ? `${title} (nobody holds this post)` : `${person.name}, ${title}`))
    .join(alsoAddressed.length === 0 ? '; ' : '; and '),
  since: shortDay(stageBeganOn),
  waitsFor,
  stage: stageName,
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
  if (late)
    return {
      day: shortDay(dueOn),
      more: `${daysLate ? `${inDays(daysLate)} late` : 'late since today'}${uncertain}`,
      isLate: true,
    };
  return {
    day: shortDay(dueOn),
    more: `${daysLeft === 0 ? 'due today' : `${inDays(daysLeft ?? 0)} left`}${uncertain}`,
    isLate: false,
  };
};

const undated = (waiting: Waiting | null, who: string): Pick<DueShown, 'day' | 'more'> =>
  waiting === null
    ? { day: 'No date', more: '' }
    : {
        day: `With ${who} since ${shortDay(waiting.since)}`,
        more: `${inDays(waiting.workingDays)}${waiting.certain ? '' : ', not yet certain'}`,
      };

const inDays = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`;
