import { outcomeInWords } from '../../disputes/codes-in-words.js';
import type { ChildDto } from '../../directory/children/children.dto.js';
import type { DisputeListedDto } from '../../disputes/list/list.dto.js';
import { londonDate } from '../../calendar/dates.js';
import { shortDay } from '../../calendar/in-words.js';
import { MAIN_PREFIX } from '../../platform/ids.js';
import { inCouncilWords, referenceShown } from '../../protocol/council-words.js';
import type { Due } from '../../disputes/time/due.js';
import type { About } from '../../web/frame/page.js';
import type { Work } from '../../work/matter.js';
import type { OpenDispute } from '../open-disputes/open-disputes.js';
import type { MyWork, WorkItem } from './work.js';

const TABS = ['to-do', 'waiting', 'children', 'closed'] as const;
export type Tab = (typeof TABS)[number];
export const isTab = (value: unknown): value is Tab => (TABS as readonly unknown[]).includes(value);

export interface WorkAsRead {
  readonly tab: Tab;
  readonly work: MyWork;
  /** How an address says for whom somebody acts, by person id. */
  readonly codeOf: Readonly<Record<string, string>>;
  /** Whether children are allocated to people of their post. */
  readonly holdsChildren: boolean;
  readonly children?: readonly (ChildDto & { readonly path: string })[];
  readonly closed?: readonly DisputeListedDto[];
}

/** What is to be done, and the act that does it; null where it has no page of its own yet, or where it is decided on the page itself. */
const DOES: Readonly<Record<Work, readonly [words: string, act: string | null]>> = {
  acknowledge: ['Say that it has reached you', 'acknowledge-receipt'],
  answer: ['Answer', 'answer'],
  judge: ['Say if you are satisfied with the answer', 'judge'],
  decide: ['Decide where it goes from here', ''],
  close: ['Close it, with what changed for the child', 'resolve'],
  chase: ['No answer came: chase, or escalate', ''],
  'decide-extension': ['More time is asked for: give or refuse it', ''],
  'decide-send-back': ['It is asked back down: send it back, or keep it', ''],
  action: ['Do what was agreed', 'mark-action-done'],
  'check-action': ['Check that the agreed action was done', 'mark-action-done'],
  agenda: ['Be ready for the meeting', ''],
  'set-meeting-date': ['Set the day of the meeting that times this stage', 'set-meeting-date'],
  'chase-agency': ['Another agency is to reply: ask it again when it is late', ''],
  'look-again': ['Put it on an agenda again', ''],
  'answer-recommendations': ['Agree or disagree with the recommendations', null],
  'decide-on-disagreement': ['Raise a dispute over the disagreement, or write why not', null],
  'decide-after-care': ['Decide what becomes of it after care', ''],
  'answer-check': ['Answer the standards of this check', null],
  'decide-on-check': ['A standard is not met: raise it, or write why not', null],
  'hold-meeting': ['Hold the meeting, and write it up', null],
  'close-meeting': ['Close the meeting', null],
  'meeting-action': ['Do what was agreed in the meeting', null],
  'choose-who-answers': ['Nobody whose turn it is may read it: say who answers', 'restrict'],
  'fill-vacancy': ['Nobody holds the post that must act: see that somebody does', ''],
  'hand-over': ['Whoever held it has left: hand it over', 'hand-over'],
  allocate: ['Yours to allocate: whoever held it has left', null],
  'take-on': ['Take on this imported one', 'take-on'],
  'look-at': ['Look at it: what it waits for could not be worked out', ''],
};

export const presentMyWork = (read: WorkAsRead, about: About): object => {
  const { now, theme: labelOf } = about;
  const { work, tab, holdsChildren } = read;
  const { items, totals, waitingForOthers } = work;
  const tabs = [
    { tab: 'to-do', text: `To do (${totals.toDo})` },
    { tab: 'waiting', text: `Waiting for others (${waitingForOthers.length})` },
    ...(holdsChildren ? [{ tab: 'children', text: 'My children' }] : []),
    ...(holdsChildren ? [{ tab: 'closed', text: 'Closed' }] : []),
  ];
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
    closed: (read.closed ?? []).map(({ reference, raisedOn, endedOn, outcome, status, theme, children = [] }) => ({
      reference,
      shownAs: referenceShown(reference, about.words),
      href: `/disputes/${reference}`,
      raisedOn: shortDay(raisedOn),
      endedOn: endedOn === null ? '–' : shortDay(endedOn),
      how: outcome === null ? status : outcomeInWords(outcome),
      theme: theme === null ? '' : labelOf(theme),
      child: childrenShown(children),
    })),
    mayRaise: holdsChildren,
    today: londonDate(now),
  };
};

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

const itemShown = (item: WorkItem, { codeOf }: WorkAsRead, { words: said, theme: labelOf }: About): object => {
  const { what, reference, children, theme, stage, stageName, due, actingFor } = item;
  const [words, act] = DOES[what];
  const query = actingFor === null ? '' : `?for=${codeOf[actingFor.id]}`;
  const isOnDispute = act !== null && reference.startsWith(`${MAIN_PREFIX}-`);
  return {
    words: inCouncilWords(words, said),
    reference,
    shownAs: referenceShown(reference, said),
    href: isOnDispute ? `/disputes/${reference}${act === '' ? '' : `/${act}`}${query}` : null,
    page: isOnDispute ? `/disputes/${reference}${query}` : null,
    theme: theme === null ? '' : labelOf(theme),
    child: childrenShown(children),
    stage: stageName ?? (stage === null ? '' : inCouncilWords(`Stage ${stage}`, said)),
    due: dueShown(due, item.raisedOn),
    actingFor: actingFor?.name ?? null,
  };
};

const waitingShown = (
  { reference, who, due, stageBeganOn, children, theme, stageName, waitsFor }: OpenDispute,
  { words: said, theme: labelOf }: About,
): object => ({
  reference,
  shownAs: referenceShown(reference, said),
  href: `/disputes/${reference}`,
  theme: labelOf(theme),
  child: childrenShown(children),
  who: who
    .map(({ person, title }) => (person === null ? `${title} (nobody holds this post)` : `${person.name}, ${title}`))
    .join('; '),
  since: shortDay(stageBeganOn),
  waitsFor,
  stage: stageName,
  due: dueShown(due, null),
});

interface DueShown {
  readonly day: string;
  readonly more: string;
  readonly isLate: boolean;
}

/** The day and what is left of it; of what has no date, since when it waits. Only a date is ever late. */
export const dueShown = ({ dueOn, late, daysLeft, daysLate, certain }: Due, since: string | null): DueShown => {
  if (dueOn === null) return { day: 'No date', more: since === null ? '' : `since ${shortDay(since)}`, isLate: false };
  const uncertain = certain ? '' : ', not yet certain';
  if (late)
    return {
      day: shortDay(dueOn),
      more: `${daysLate ? `${inDays(daysLate)} late` : 'late'}${uncertain}`,
      isLate: true,
    };
  return {
    day: shortDay(dueOn),
    more: `${daysLeft === 0 ? 'due today' : `${inDays(daysLeft ?? 0)} left`}${uncertain}`,
    isLate: false,
  };
};

const inDays = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`;
