import type { LocalDate } from '../../calendar/calendar.js';
import { addDays } from '../../calendar/dates.js';
import { addMonths } from '../../calendar/months.js';
import type { ChallengeDecision, DisputeKind } from '../../disputes/events.js';
import { isForMeeting } from '../../disputes/time/date-of-meeting.js';
import { dayHasCome, dayIsOver } from '../../disputes/time/late.js';
import type { Protocol, Stage } from '../../protocol/protocol.js';
import type { About, AgendaReason, MeetingKind } from '../events.js';
import { isSame } from '../rules.js';

/** Two concerns for the same child about the same group of themes are a repeat when they are this near. */
export const REPEAT_MONTHS = 6;
/** An action is long overdue when its date has passed by more than this. */
export const LONG_OVERDUE_DAYS = 28;

/** The meeting whose agenda is put together. */
export interface MeetingToPrepare {
  readonly kind: MeetingKind;
  readonly heldOn: LocalDate;
  /** Codes of the stages its series times; none means every stage that a meeting times. */
  readonly stages: readonly string[];
  /** Whether it looks for cases by itself: a tracking meeting does, and a challenge meeting where the council has no other. */
  readonly looksForCases: boolean;
  /** The items on its agenda, and those that people took off it. */
  readonly had: readonly About[];
}

/** A dispute that people work on: open, or ended with actions outstanding. */
export interface CaseRow {
  readonly reference: string;
  readonly kind: DisputeKind;
  readonly isOpen: boolean;
  readonly raisedOn: LocalDate;
  readonly themeGroup: string;
  readonly children: readonly string[];
  /** The rules of the stage it is at, under the protocol it keeps. */
  readonly stage: Stage;
  /** The day on which that stage began. */
  readonly stageSince: LocalDate;
  readonly awaitsAnswer: boolean;
  readonly protocol: Protocol;
  /** The informal dispute it continues, which is no repeat of it. */
  readonly formalises: string | null;
  /** The limit over all its stages together was missed. */
  readonly isOverTotal: boolean;
}
/** Any dispute that counts, also an ended one: what a repeat is a repeat of. */
export interface EarlierRow {
  readonly reference: string;
  readonly raisedOn: LocalDate;
  readonly themeGroup: string;
  readonly children: readonly string[];
}
/** An agreed action that is late. */
export interface ActionRow {
  readonly reference: string;
  /** A date; words such as "ASAP" are none. */
  readonly by: LocalDate;
}
/** The decisions of a meeting, latest last. */
export interface DecidedRow {
  readonly about: About;
  readonly meetingKind: MeetingKind;
  readonly heldOn: LocalDate;
  readonly decision: ChallengeDecision;
  readonly nextLookOn: LocalDate | null;
}

/** An item of a meeting that is still to deal with it. */
export interface StandingRow {
  readonly about: About;
  readonly meetingKind: MeetingKind;
  readonly heldOn: LocalDate;
}

export interface AgendaRows {
  readonly cases: readonly CaseRow[];
  /** References of cases about which nothing could be worked out. */
  readonly notWorkedOut: readonly string[];
  readonly earlier: readonly EarlierRow[];
  readonly actions: readonly ActionRow[];
  readonly decided: readonly DecidedRow[];
  /** The soonest meeting first. */
  readonly standing: readonly StandingRow[];
}

export interface Proposal {
  readonly about: About;
  readonly because: readonly AgendaReason[];
  /** The day of another meeting of this kind on whose agenda it stands already; it is put on a second one by hand. */
  readonly alsoOn: LocalDate | null;
}

type Reasoned = Omit<Proposal, 'alsoOn'>;

/**
 * The items that belong on a meeting's agenda (domain brief 4.4), and why: disputes at the stages that the protocol names or that this meeting
 * times, over the total cap, repeated within six months, or with actions long overdue; what the tracking meeting took up; and what an
 * earlier meeting wants to look at again. Nothing that stands on it, was taken off it, or was decided and is not due for another look.
 */
export const proposeAgenda = (meeting: MeetingToPrepare, rows: AgendaRows, today: LocalDate): Proposal[] => {
  const lookedFor = meeting.looksForCases ? ofItself(rows, today) : () => [];
  const cases = rows.cases
    .filter((each) => waitsSince(each, meeting, rows) || !isSettled(caseOf(each.reference), meeting, rows))
    .filter((each) => !isPutOff(each, meeting, rows))
    .map((each): Reasoned => ({
      about: caseOf(each.reference),
      because: [...atItsStage(each, meeting), ...lookedFor(each)],
    }));
  const unknown = meeting.looksForCases ? rows.notWorkedOut : [];
  const notWorkedOut = unknown.map((each): Reasoned => ({ about: caseOf(each), because: ['not-worked-out'] }));
  const there = new Set(rows.cases.map(({ reference }) => reference));
  const decided = rows.decided
    .filter(({ about }) => about.kind === 'theme' || there.has(about.dispute))
    .map(({ about }) => ({ about, because: becauseOfEarlier(about, meeting, rows) }));
  return together([...cases, ...notWorkedOut, ...decided])
    .filter(({ about, because }) => because.length > 0 && !meeting.had.some((each) => isSame(each, about)))
    .map((each) => ({ ...each, alsoOn: standsOn(each.about, meeting, rows) }));
};

const standsOn = (about: About, { kind }: MeetingToPrepare, { standing }: AgendaRows): LocalDate | null =>
  standing.find((row) => row.meetingKind === kind && isSame(row.about, about))?.heldOn ?? null;

const caseOf = (reference: string): About => ({ kind: 'case', dispute: reference });

const atItsStage = ({ stage, protocol, isOpen }: CaseRow, meeting: MeetingToPrepare): AgendaReason[] => {
  if (!isOpen || stage.number === 0) return [];
  if (isForMeeting([], stage)) return isForMeeting(meeting.stages, stage) ? ['at-meeting-stage'] : [];
  const from = protocol.challengeFromStage ?? null;
  return meeting.kind === 'challenge' && from !== null && stage.number >= from ? ['at-named-stage'] : [];
};

const ofItself = (rows: AgendaRows, today: LocalDate) => {
  const longOverdue = new Set(
    rows.actions.filter(({ by }) => dayIsOver(addDays(by, LONG_OVERDUE_DAYS), today)).map(({ reference }) => reference),
  );
  const byChild = Map.groupBy(
    rows.earlier.flatMap((row) => row.children.map((child) => ({ child, row }))),
    ({ child }) => child,
  );
  return (each: CaseRow): AgendaReason[] => [
    ...(each.isOpen && each.isOverTotal ? (['over-total-cap'] as const) : []),
    ...(isRepeat(each, (child) => (byChild.get(child) ?? []).map(({ row }) => row)) ? (['repeated'] as const) : []),
    ...(longOverdue.has(each.reference) ? (['actions-long-overdue'] as const) : []),
  ];
};

/** Open, and raised again within six months for one of its children about the same group of themes. */
const isRepeat = (each: CaseRow, earlierFor: (child: string) => readonly EarlierRow[]): boolean =>
  each.isOpen &&
  each.children.some((child) =>
    earlierFor(child).some(
      (earlier) =>
        earlier.reference !== each.reference &&
        earlier.reference !== each.formalises &&
        earlier.themeGroup === each.themeGroup &&
        earlier.raisedOn <= each.raisedOn &&
        earlier.raisedOn >= addMonths(each.raisedOn, -REPEAT_MONTHS),
    ),
  );

const lastDecision = (
  about: About,
  { decided }: AgendaRows,
  before: LocalDate,
  kind?: MeetingKind,
): DecidedRow | undefined =>
  decided.findLast(
    (row) => row.heldOn <= before && (kind === undefined || row.meetingKind === kind) && isSame(row.about, about),
  );

/** Its stage waits for this meeting, and began since an earlier one dealt with it, or that one dropped it as settled. */
const waitsSince = (
  { reference, stage, stageSince, awaitsAnswer }: CaseRow,
  meeting: MeetingToPrepare,
  rows: AgendaRows,
): boolean => {
  const last = lastDecision(caseOf(reference), rows, meeting.heldOn, meeting.kind);
  const isAnew = last !== undefined && (last.decision === 'dropped' || stageSince >= last.heldOn);
  return isAnew && awaitsAnswer && last.nextLookOn === null && isForMeeting(meeting.stages, stage);
};

/** An earlier meeting of this kind has dealt with it, and its next look has not come. */
const isSettled = (about: About, meeting: MeetingToPrepare, rows: AgendaRows): boolean => {
  const last = lastDecision(about, rows, meeting.heldOn, meeting.kind);
  if (last === undefined) return false;
  if (last.nextLookOn !== null) return !dayHasCome(last.nextLookOn, meeting.heldOn);
  return last.decision !== 'more-action-first' && last.decision !== 'deferred';
};

/** Another meeting wants more done before it looks again, and the stage has not changed since. */
const isPutOff = ({ reference, stageSince }: CaseRow, meeting: MeetingToPrepare, rows: AgendaRows): boolean => {
  const last = lastDecision(caseOf(reference), rows, meeting.heldOn);
  if (last === undefined || last.nextLookOn === null || stageSince > last.heldOn) return false;
  return PUTS_OFF.includes(last.decision) && !dayHasCome(last.nextLookOn, meeting.heldOn);
};

const PUTS_OFF: readonly ChallengeDecision[] = ['more-action-first', 'deferred'];

const becauseOfEarlier = (about: About, meeting: MeetingToPrepare, rows: AgendaRows): AgendaReason[] => {
  const last = lastDecision(about, rows, meeting.heldOn);
  if (last === undefined) return [];
  const isTakenUp =
    last.decision === 'take-it-up' && meeting.kind === 'challenge' && last.meetingKind === 'pre-challenge';
  if (isTakenUp) return ['taken-up'];
  // An item that was put off without a day was not looked at, so the next meeting takes it; a single meeting has nowhere to carry it to.
  const isDue = last.nextLookOn === null ? last.decision === 'deferred' : dayHasCome(last.nextLookOn, meeting.heldOn);
  return isDue && last.meetingKind === meeting.kind ? ['look-again'] : [];
};

/** Each case and theme once, with every reason. */
const together = (proposals: readonly Reasoned[]): Reasoned[] =>
  proposals.reduce<Reasoned[]>((agenda, { about, because }) => {
    const there = agenda.findIndex((each) => isSame(each.about, about));
    if (there === -1) return [...agenda, { about, because }];
    return agenda.with(there, { about, because: [...new Set([...agenda[there]!.because, ...because])] });
  }, []);
