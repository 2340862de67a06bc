import { acknowledgementDecider } from '../acknowledgements/acknowledgement.js';
import type { LocalDate } from '../calendar/calendar.js';
import { ADULT, ageOn } from '../calendar/dates.js';
import { caseloadDecider } from '../caseload/caseload.js';
import type { RowHandedOver } from '../caseload/events.js';
import { challengeMeetingDecider } from '../challenge/meeting/decide.js';
import type { Meeting, MeetingState } from '../challenge/meeting/meeting.js';
import { begunBy, childDecider, type ChildState } from '../directory/child.js';
import { postsAnswering } from '../directory/relations.js';
import { dayIsOver } from '../disputes/time/late.js';
import { categoryOf, type RecordedEvent } from '../platform/event-store/event-store.js';
import { newestEdition } from '../reports/publishing/edition.js';
import { publishedReportDecider } from '../reports/publishing/published-report.js';
import { recommendationsDecider, type RecommendationsState } from '../reviews/recommendations/recommendations.js';
import { reviewDecider } from '../reviews/review.js';
import { proposalDecider } from '../roles/proposal.js';
import { accountDecider } from '../sign-in/accounts/account.js';
import { mayApprove, mayCheck } from '../work/matters-of-reports.js';
import { Office } from '../work/office.js';
import { openMatters } from '../work/open-matters.js';
import type { Cause, NoticeLine, NotNeeded } from './events.js';
import type { FallenParts } from './fallen.js';
import { folded } from './folded.js';
import { lapsedCovers } from './lapsed-covers.js';
import type { Need } from './needs.js';
import { addressedTo } from './recipients.js';
import { concernedNow } from './told-of-acknowledgements.js';
import { seatsOf } from './told-of-meetings.js';
import { remindedOfRecommendations } from './told-of-recommendations.js';
import { isToBeChecked } from './told-of-reports.js';
import type { Wanted } from './who-is-told.js';
import { workOfPost } from './work-of-post.js';

/** A notice of another record than a dispute at the moment at which it would go. */
export interface AtTheMoment {
  readonly kind: NoticeLine['kind'];
  readonly need: Need;
  readonly to: string;
  readonly about: string;
  readonly actionId: string | null;
  readonly dueOn: LocalDate | null;
  readonly today: LocalDate;
  /** Everything on record of the stream of the event that it tells of. */
  readonly history: readonly RecordedEvent[];
  readonly because: Cause;
  readonly hasHeard: boolean;
  /** Messages to them for these events of that stream were written, and none went. */
  readonly neverGotThrough: (revisions: readonly number[]) => boolean;
}

type Answer = NotNeeded | null;

const ifHeard = ({ hasHeard }: AtTheMoment): Answer => (hasHeard ? null : 'never-heard-of-it');
const over = (stands: boolean): Answer => (stands ? null : 'over');
const theirs = (isTheirs: boolean): Answer => (isTheirs ? null : 'no-longer-asked');

export const ofAcknowledgement = (moment: AtTheMoment, { directory }: FallenParts): Answer => {
  const { need, to, today, history } = moment;
  const state = folded(acknowledgementDecider, history);
  const isForThem = (): boolean =>
    state.status === 'given' && isAmong(to, addressed(concernedNow(state, directory)), directory, today);
  switch (need) {
    case 'still-given':
      return over(state.status === 'given') ?? theirs(isForThem());
    case 'given-no-more':
      return ifHeard(moment) ?? over(!isForThem() || state.status !== 'given');
    case 'heard-of-it':
      return ifHeard(moment);
    default:
      return over(state.status === 'given');
  }
};

export const ofRecommendations = (moment: AtTheMoment, { directory }: FallenParts): Answer => {
  const { need, kind, to, today, history } = moment;
  const state = folded(recommendationsDecider, history);
  const isAsked = (): boolean => isAmong(to, state === null ? [] : remindedOfRecommendations(state), directory, today);
  switch (need) {
    case 'must-agree':
      return theirs(isAsked());
    case 'must-decide-on-disagreement':
      return over(state !== null && isToDecide(state)) ?? theirs(isIroOf(state, to, directory, today));
    case 'heard-of-it':
      return ifHeard(moment) ?? over(kind !== 'no-longer-asked' || !isAsked());
    default:
      return null;
  }
};

const isToDecide = ({ answer, dispute, letStandBecause, withdrawnBecause }: RecommendationsState): boolean =>
  answer?.what === 'disagreed' && dispute === null && letStandBecause === null && withdrawnBecause === null;

const isIroOf = (
  state: RecommendationsState | null,
  person: string,
  directory: FallenParts['directory'],
  on: LocalDate,
): boolean => {
  const iro = state === null ? null : (directory.child(state.child, on)?.iro ?? state.iro);
  return new Office(directory, on).iro(iro).some((each) => each.person === person);
};

export const ofReview = ({ to, today, history }: AtTheMoment, { directory }: FallenParts): Answer => {
  const state = folded(reviewDecider, history);
  if (state === null || state.withdrawnBecause !== null) return 'over';
  return theirs(
    new Office(directory, today)
      .iro(directory.child(state.child, today)?.iro ?? null)
      .some(({ person }) => person === to),
  );
};

export const ofMeeting = (moment: AtTheMoment, { directory }: FallenParts): Answer => {
  const { need, kind, to, today, history, actionId } = moment;
  const meeting = folded(challengeMeetingDecider, history);
  const sits = (): boolean =>
    meeting.status !== 'not-arranged' && isAmong(to, addressed(seatsOf(meeting)), directory, today);
  switch (need) {
    case 'must-do-it':
      return over(isOutstanding(actionId, meeting));
    case 'is-to-come':
      return over(isToCome(meeting, today)) ?? theirs(sits());
    case 'sits-no-more':
      return ifHeard(moment) ?? over(!sits());
    case 'heard-of-it':
      return ifHeard(moment) ?? over(kind !== 'meeting-cancelled' || sits());
    default:
      return null;
  }
};

const isToCome = (meeting: MeetingState, today: LocalDate): boolean =>
  isAhead(meeting) && !dayIsOver(meeting.heldOn, today);

const isAhead = (meeting: MeetingState): meeting is Meeting =>
  meeting.status === 'arranged' || meeting.status === 'in-session';

/** Of what somebody undertook in a meeting. */
const isOutstanding = (actionId: string | null, meeting: MeetingState): boolean =>
  meeting.status !== 'not-arranged' &&
  meeting.actions.some((action) => action.actionId === actionId && action.doneOn === null);

export const ofRole = (moment: AtTheMoment): Answer => {
  if (moment.need === 'heard-of-it') return ifHeard(moment);
  return moment.need === 'role-waits' ? over(folded(proposalDecider, moment.history)?.standing === 'waiting') : null;
};

export const ofAccount = ({ need, history }: AtTheMoment): Answer =>
  need === 'must-tie' ? over(folded(accountDecider, history)?.person === null) : null;

export const ofReport = ({ need, to, today, history, because }: AtTheMoment, { directory }: FallenParts): Answer => {
  const state = folded(publishedReportDecider, history);
  if (state === null) return 'over';
  const office = new Office(directory, today);
  const { writers, stories, checkedBy, approvedBy, published, givenUp } = newestEdition(state);
  const isOpen = published === null && givenUp === null;
  const isAmongThem = (people: readonly { readonly person: string }[]): boolean =>
    people.some(({ person }) => person === to);
  switch (need) {
    case 'must-sign-off': {
      const written = history.find(({ revision }) => revision === because.revision)?.data as { story?: unknown };
      return over(
        isOpen && stories.some((each) => each.story === written.story && each.signer === to && !each.isSignedOff),
      );
    }
    case 'must-check':
      return over(isToBeChecked(state)) ?? theirs(isAmongThem(mayCheck(writers, office)));
    case 'must-approve':
      return (
        over(isOpen && checkedBy !== null && approvedBy === null) ?? theirs(isAmongThem(mayApprove(checkedBy, office)))
      );
    default:
      return over(isOpen);
  }
};

/** A cover lapses without an event: nobody ended it, and one of the two still holds no post by which it could count. */
export const ofCover = (
  { kind, because, history, today }: AtTheMoment,
  { readModels, directory }: FallenParts,
): Answer => {
  if (kind !== 'cover-lapsed') return null;
  const arranged = history.find(({ revision }) => revision === because.revision)?.data;
  const lapsed = lapsedCovers(readModels, new Office(directory, today));
  const isIt = ({ iro, by, from }: (typeof lapsed)[number]): boolean =>
    because.stream === `cover-${iro}` && by === arranged?.by && from === arranged.from;
  return over(lapsed.some(isIt));
};

/** Of a child as the record has it: no message names one, so what it says must be true when it is looked up. */
export const ofChild = (moment: AtTheMoment, parts: FallenParts): Answer => {
  if (categoryOf(moment.because.stream) !== 'child') return null;
  const { need, to, today, history, dueOn: firstDay } = moment;
  const child = folded(childDecider, history);
  if (child === null) return 'over';
  const on = firstDay === null || firstDay < today ? today : firstDay;
  const allocated = begunBy(child.allocations, on).at(-1);
  const known = asTheyKnowIt(moment, on);
  const isOfTheirTeam = (each: Allocated): boolean => isManagerOf(to, each?.team ?? null, parts.directory, today);
  switch (need) {
    case 'has-the-child':
      return theirs(allocated?.iro === to) ?? over(known.isAsBefore || known.allocated?.iro !== to);
    case 'has-the-child-no-more':
      return over(allocated?.iro !== to) ?? over(known.isAsBefore || known.allocated?.iro === to);
    case 'team-has-the-child':
      return over(isAnotherThan(allocated, known.allocated)) ?? theirs(isOfTheirTeam(allocated));
    case 'team-has-the-child-no-more':
      return over(!isOfTheirTeam(allocated)) ?? over(known.isAsBefore || isOfTheirTeam(known.allocated));
    case 'out-of-care':
      return over(child.leftCare !== null || child.isCorrectedOutOfCare);
    case 'in-care':
      return over(child.leftCare === null && !child.isCorrectedOutOfCare && child.diedOn === null);
    case 'is-18':
      return over(child.bornOn !== null && ageOn(today, child.bornOn) >= ADULT);
    case 'has-died':
      return over(child.diedOn !== null);
    case 'has-not-died':
      return over(child.diedOn === null);
    default:
      return null;
  }
};

type Allocated = ChildState['allocations'][number] | undefined;

/**
 * The allocation until the event, as they know it: one before it of which they were to be told, and were not because it was over by then, is
 * none that they know.
 */
const asTheyKnowIt = (
  { history, because, neverGotThrough }: AtTheMoment,
  on: LocalDate,
): { readonly allocated: Allocated; readonly isAsBefore: boolean } => {
  const earlier = history.filter(({ type, revision }) => type === 'ChildAllocated' && revision < because.revision);
  const heard = earlier.findLastIndex(({ revision }) => !neverGotThrough([revision]));
  const first = earlier[heard + 1]?.revision ?? because.revision;
  const allocations = folded(childDecider, history.slice(0, first))?.allocations ?? [];
  return { allocated: begunBy(allocations, on).at(-1), isAsBefore: first === because.revision };
};

const isAnotherThan = (now: Allocated, was: Allocated): boolean => now?.iro !== was?.iro || now?.team !== was?.team;

const isManagerOf = (
  person: string,
  team: string | null,
  directory: FallenParts['directory'],
  on: LocalDate,
): boolean =>
  team !== null && postsAnswering('team-manager', team, [], directory, on).some((post) => post.person === person);

/** Something of what was handed over to them is with them still. */
export const ofCaseload = (
  { need, to, today, history }: AtTheMoment,
  { directory, readModels }: FallenParts,
): Answer => {
  if (need !== 'took-children') return null;
  const rows = folded(caseloadDecider, history)?.done?.rows ?? [];
  const isTheirsStill = ({ kind, id }: RowHandedOver): boolean => {
    if (kind === 'child') return directory.child(id, today)?.iro === to;
    if (kind !== 'dispute' && kind !== 'conversation') return true;
    return (
      readModels.get('SELECT 1 AS found FROM dispute_register WHERE reference = ? AND held_by = ?', [id, to]) !==
      undefined
    );
  };
  return theirs(rows.some((row) => row.toIro === to && isTheirsStill(row)));
};

/** Something is asked of them from the post that they took. */
export const ofTheirPost = async ({ to, because }: AtTheMoment, parts: FallenParts): Promise<Answer> => {
  const { readModels, directory, clock } = parts;
  const rules = { protocols: await parts.protocols.current(), calendar: await parts.calendar.current() };
  const post = because.stream.slice('post-'.length);
  const matters = openMatters({ readModels, directory, ...rules, now: clock.now() });
  return theirs(workOfPost({ post, number: 0, person: to }, matters) !== null);
};

const addressed = (recipients: readonly Wanted['to'][]): Wanted[] =>
  recipients.map((to) => ({
    ...{ kind: 'copied-to-you', about: '', called: '', dueOn: null, dueAt: null, actionId: null },
    to,
  }));

const isAmong = (
  person: string,
  wanted: readonly Wanted[],
  directory: FallenParts['directory'],
  on: LocalDate,
): boolean => addressedTo(wanted, NOBODY, directory, on).some((each) => each.person === person);

/** Nobody is left out because they acted themselves. */
const NOBODY = '';
