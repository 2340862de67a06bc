import { financialYearOf, firstDayOf, lastDayOf, londonDate, quarterPeriod } from '../../calendar/dates.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { assertNever, type Decider, invalid, mustSay, notYours, Refusal, refuse } from '../../platform/decider.js';
import { evolved, newEdition } from './after-an-event.js';
import { digestOf, type Edition, newestEdition, type PublishedReportState } from './edition.js';
import type {
  FiguresFrozen,
  PublishedReportEvent,
  ReportActionEntered,
  ReportDrafted,
  ReportFigureEntered,
  ReportKind,
  ReportPartTakenOut,
  ReportPublished,
  ReportStoryWritten,
  SectionCode,
} from './events.js';
import { mustFitOnAPage } from './one-page.js';
import {
  commentOn,
  enterAction,
  enterFigure,
  mustBeAfterApproval,
  mustBeSignedOff,
  present,
  signOffStory,
  takeOut,
  writeStory,
} from './rules-of-parts.js';

export { newestEdition, type PublishedReportState } from './edition.js';

export const PUBLISHED_REPORT_PREFIX = 'RPT';

export const publishedReportStream = (report: string): string => `publishedReport-${report}`;

/** Somebody who signed in. */
export interface Hand {
  readonly person: string;
  /** It is a program and no person. */
  readonly isProgram: boolean;
}

export type PublishedReportAct =
  | ({ readonly type: 'draft'; readonly by: Hand } & ReportDrafted)
  | ({ readonly type: 'freeze-figures'; readonly by: Hand } & Omit<FiguresFrozen, 'edition'>)
  | { readonly type: 'write-section'; readonly by: Hand; readonly section: SectionCode; readonly text: string }
  | ({ readonly type: 'enter-figure'; readonly by: Hand; readonly value: number } & Omit<
      ReportFigureEntered,
      'edition' | 'shown' | 'rounded'
    >)
  /** @property story null of one that is written for the first time */
  | ({ readonly type: 'write-story'; readonly by: Hand; readonly story: string | null } & Omit<
      ReportStoryWritten,
      'edition' | 'story'
    >)
  /** @property action null of one that is entered for the first time */
  | ({ readonly type: 'enter-action'; readonly by: Hand; readonly action: string | null } & Omit<
      ReportActionEntered,
      'edition' | 'action'
    >)
  | ({ readonly type: 'take-out'; readonly by: Hand } & Omit<ReportPartTakenOut, 'edition'>)
  | { readonly type: 'sign-off-story'; readonly by: Hand; readonly story: string }
  | { readonly type: 'comment'; readonly by: Hand; readonly text: string }
  /** @property sha256 of what was read: a report that has changed since is read again */
  | { readonly type: 'check'; readonly by: Hand; readonly sha256: string }
  | { readonly type: 'approve'; readonly by: Hand; readonly sha256: string }
  | { readonly type: 'present'; readonly by: Hand; readonly on: LocalDate; readonly to: string }
  /** @property drawnFrom the digest of the edition whose files were drawn */
  | ({ readonly type: 'publish'; readonly by: Hand; readonly drawnFrom: string } & Omit<
      ReportPublished,
      'edition' | 'sha256'
    >)
  | { readonly type: 'begin-correction'; readonly by: Hand; readonly reason: string }
  | { readonly type: 'give-up'; readonly by: Hand; readonly reason: string }
  | { readonly type: 'withdraw'; readonly by: Hand; readonly reason: string };

export type ActOf<Type extends PublishedReportAct['type']> = Extract<PublishedReportAct, { type: Type }>;

/**
 * One report: drafted, checked by another person, approved, published. A published edition stays as it is; events recorded later about its
 * period, and mistakes, are put right in another edition, and both can be read.
 */
export const publishedReportDecider: Decider<
  PublishedReportState | null,
  PublishedReportAct,
  PublishedReportEvent,
  null
> = {
  initial: null,

  evolve: (state, event) => {
    if (event.type === 'ReportDrafted')
      return { drafted: event.data, editions: [newEdition(1, null, event.metadata.actor.person)] };
    return state === null ? state : evolved(state, event);
  },

  decide: (act, state) => {
    if (act.by.isProgram)
      notYours('a-person-publishes', 'A report is written, checked and published by people. Sign in as yourself.');
    if (act.type === 'draft') return draft(act, state);
    if (state === null) throw new Refusal('not-found', 'not-found', 'There is no such report.');
    switch (act.type) {
      case 'freeze-figures':
        return freezeFigures(act, state);
      case 'write-section':
        return writeSection(act, state);
      case 'enter-figure':
        return enterFigure(act, mustBeOpen(state), state);
      case 'write-story':
        return writeStory(act, mustBeOpen(state), state.drafted);
      case 'enter-action':
        return enterAction(act, mustBeOpen(state), state.drafted);
      case 'take-out':
        return takeOut(act, mustBeOpen(state), state);
      case 'sign-off-story':
        return signOffStory(act, mustBeOpen(state));
      case 'comment':
        return commentOn(act, mustBeOpen(state));
      case 'present':
        return present(act, mustBeOpen(state));
      case 'check':
        return check(act, state);
      case 'approve':
        return approve(act, state);
      case 'publish':
        return publish(act, state);
      case 'begin-correction':
        return beginCorrection(act, state);
      case 'give-up':
        return giveUp(act, state);
      case 'withdraw':
        return withdraw(act, state);
      default:
        return assertNever(act);
    }
  },
};

const draft = (
  { type: _, by: __, ...drafted }: ActOf<'draft'>,
  state: PublishedReportState | null,
): PublishedReportEvent[] => {
  if (drafted.from > drafted.to)
    invalid('period-backwards', 'A period begins before it ends. Put its first day first.');
  const { kind, from, to } = drafted;
  if (!IS_OF_KIND[kind](from, to)) invalid('period-not-of-kind', PERIOD_OF[kind]);
  mustBeForItsTeam(drafted);
  return state === null ? [{ type: 'ReportDrafted', data: drafted }] : [];
};

/** @throws Refusal `team-missing`, `no-team-in-kind`, `team-stays-inside` */
const mustBeForItsTeam = ({ kind, team, audience }: Omit<ActOf<'draft'>, 'type' | 'by'>): void => {
  if (kind !== 'team-half-year') {
    if (team !== null)
      invalid('no-team-in-kind', 'Only the half-year of a team is about one team. Leave the team out.');
    return;
  }
  if (team === null) invalid('team-missing', 'Say of which team the half-year is.');
  // Nothing of one team could be hidden from the team itself.
  if (audience !== 'inside')
    invalid('team-stays-inside', 'The half-year of a team stays inside the service: nobody else reads it.');
};

/** Whether a period is one of the kind: of the financial year, which begins on 1 April. */
const IS_OF_KIND: Readonly<Record<ReportKind, (from: LocalDate, to: LocalDate) => boolean>> = {
  annual: (from, to) => from === firstDayOf(financialYearOf(from)) && to === lastDayOf(financialYearOf(from)),
  'half-year': (from, to) => isFromQuarterTo(from, to, 'Q1', 'Q2') || isFromQuarterTo(from, to, 'Q3', 'Q4'),
  quarter: (from, to) => ['Q1', 'Q2', 'Q3', 'Q4'].some((each) => isFromQuarterTo(from, to, each, each)),
  period: () => true,
  'learning-briefing': () => true,
  'team-half-year': (from, to) => IS_OF_KIND['half-year'](from, to),
};

const isFromQuarterTo = (from: LocalDate, to: LocalDate, first: string, last: string): boolean => {
  const year = financialYearOf(from);
  return from === quarterPeriod(`${year} ${first}`).from && to === quarterPeriod(`${year} ${last}`).to;
};

const PERIOD_OF: Readonly<Record<ReportKind, string>> = {
  annual: 'An annual report is about a financial year, from 1 April to 31 March.',
  'half-year': 'A half-yearly report is from 1 April to 30 September, or from 1 October to 31 March.',
  quarter: 'A quarterly report is about three months of the financial year, the first of which begin on 1 April.',
  period: '',
  'learning-briefing': '',
  'team-half-year': 'The half-year of a team is from 1 April to 30 September, or from 1 October to 31 March.',
};

const freezeFigures = (
  { type: _, by: __, ...figures }: ActOf<'freeze-figures'>,
  state: PublishedReportState,
): PublishedReportEvent[] => {
  const { edition } = mustBeOpen(state);
  if (londonDate(figures.asAt) <= state.drafted.to)
    refuse(
      'period-not-over',
      `This report is about days up to ${state.drafted.to}. Take its figures once they are over.`,
    );
  return [{ type: 'ReportFiguresFrozen', data: { edition, ...figures } }];
};

const writeSection = (
  { section, text }: ActOf<'write-section'>,
  state: PublishedReportState,
): PublishedReportEvent[] => {
  const open = mustBeOpen(state);
  const { edition, sections } = open;
  const words = text.trim();
  mustFitOnAPage(state.drafted, { ...open, sections: { ...sections, [section]: words } });
  return (sections[section] ?? '') === words
    ? []
    : [{ type: 'ReportSectionWritten', data: { edition, section, text: words } }];
};

const check = ({ by, sha256 }: ActOf<'check'>, state: PublishedReportState): PublishedReportEvent[] => {
  const open = mustBeOpen(state);
  if (open.figures === null) refuse('no-figures', 'This report has no figures yet. Take them first.');
  if (open.writers.includes(by.person))
    notYours('own-writing', 'You wrote in this report or took its figures, so somebody else must check it.');
  mustBeSignedOff(open);
  mustBeAsRead(sha256, open, state);
  return open.checkedBy === null ? [{ type: 'ReportChecked', data: { edition: open.edition, sha256 } }] : [];
};

const approve = ({ by, sha256 }: ActOf<'approve'>, state: PublishedReportState): PublishedReportEvent[] => {
  const open = mustBeOpen(state);
  if (open.checkedBy === null)
    refuse('not-checked', 'Somebody must check first what could be worked out from this report.');
  if (open.checkedBy === by.person) notYours('own-check', 'You checked this report, so somebody else must approve it.');
  mustBeAsRead(sha256, open, state);
  return open.approvedBy === null ? [{ type: 'ReportApproved', data: { edition: open.edition, sha256 } }] : [];
};

const publish = (
  { drawnFrom, files, on, address }: ActOf<'publish'>,
  state: PublishedReportState,
): PublishedReportEvent[] => {
  const open = mustBeOpen(state);
  if (open.approvedBy === null) refuse('not-approved', 'This report is not approved. Have it approved first.');
  mustBeAfterApproval(on, open, 'published');
  if (state.drafted.audience === 'public' && (address === null || address.trim() === ''))
    invalid('address-missing', 'Say at which address the public finds this report.');
  mustBeAsRead(drawnFrom, open, state);
  const { edition } = open;
  return [{ type: 'ReportPublished', data: { edition, sha256: drawnFrom, files, on, address } }];
};

const beginCorrection = (
  { reason }: ActOf<'begin-correction'>,
  state: PublishedReportState,
): PublishedReportEvent[] => {
  mustSay(reason, 'what was wrong, or what was recorded since');
  const { edition, published, givenUp } = newestEdition(state);
  if (givenUp !== null) refuse('draft-given-up', 'This draft was given up. Begin another report.');
  if (published === null)
    refuse('edition-open', `Edition ${edition} is not published yet. Change that, rather than begin another.`);
  return [{ type: 'ReportCorrectionBegun', data: { edition: state.editions.length + 1, reason: reason.trim() } }];
};

/** A draft that was begun by mistake waits for nobody any more. What was published before it stands as it did. */
const giveUp = ({ reason }: ActOf<'give-up'>, state: PublishedReportState): PublishedReportEvent[] => {
  const { edition } = mustBeOpen(state);
  mustSay(reason, 'why it is given up');
  return [{ type: 'ReportDraftGivenUp', data: { edition, reason: reason.trim() } }];
};

const withdraw = ({ reason }: ActOf<'withdraw'>, state: PublishedReportState): PublishedReportEvent[] => {
  mustSay(reason, 'why it is withdrawn');
  const standing = state.editions.findLast(({ published }) => published !== null);
  if (standing === undefined)
    return refuse('not-published', 'This report is not published, so there is nothing to withdraw.');
  const { edition, withdrawn } = standing;
  if (withdrawn !== null) return refuse('withdrawn-already', withdrawnAlready(edition, newestEdition(state)));
  return [{ type: 'ReportWithdrawn', data: { edition, reason: reason.trim() } }];
};

/** The person may mean the edition that is written since. */
const withdrawnAlready = (withdrawn: number, { edition, published, givenUp }: Edition): string => {
  const isWritten = published === null && givenUp === null;
  return `Edition ${withdrawn} is withdrawn already. ${isWritten ? `If nobody is to work on edition ${edition} any more, give up the draft.` : 'Begin a correction, if figures are to be given out again.'}`;
};

/** @throws Refusal `edition-published`, `draft-given-up` */
const mustBeOpen = (state: PublishedReportState): Edition => {
  const newest = newestEdition(state);
  if (newest.published !== null)
    refuse(
      'edition-published',
      `Edition ${newest.edition} is published and stays as it is. Begin a correction, which becomes another edition.`,
    );
  if (newest.givenUp !== null) refuse('draft-given-up', 'This draft was given up. Begin another report.');
  return newest;
};

/** @throws Refusal `changed-since` (stale) */
const mustBeAsRead = (sha256: string, edition: Edition, { drafted }: PublishedReportState): void => {
  if (sha256 !== digestOf(drafted, edition))
    throw new Refusal('stale', 'changed-since', 'This report has changed since you read it. Read it again.');
};
