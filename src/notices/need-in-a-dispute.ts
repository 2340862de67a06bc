import type { Instant, LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import {
  type Conversation,
  type DisputeState,
  type Ended,
  holderOfConversation,
  isConversation,
  isFrozen,
  type Matter,
  type Open,
} from '../disputes/dispute.js';
import { isToReply } from '../disputes/fold/evolve.js';
import { isStillToCome } from '../disputes/still-to-come.js';
import { isHiddenFrom } from '../disputes/restriction.js';
import { answerDate } from '../disputes/time/dates.js';
import { isLate } from '../disputes/time/late.js';
import { timeAskedFor } from '../disputes/time/more-time.js';
import { standingOf } from '../disputes/time/standing.js';
import type { ProtocolBook } from '../protocol/protocol.js';
import { Office } from '../work/office.js';
import { isHeardByTheReference, mayHearOf } from './audience.js';
import { Concerned, type Recipient } from './concerned.js';
import type { NoticeWritten, NotNeeded } from './events.js';
import type { FallenTo } from './fallen.js';
import { assertNever } from '../platform/decider.js';
import { type Need, needOf } from './needs.js';
import { addressedTo } from './recipients.js';
import type { WhomOfDispute } from './table/disputes.js';
import type { Wanted } from './who-is-told.js';

/** A dispute at the moment at which a message about it would go. */
export interface AtThatMoment {
  readonly state: DisputeState;
  /** The formal dispute that continues it; null where none does. */
  readonly continued: DisputeState | null;
  readonly protocols: ProtocolBook;
  readonly directory: Directory;
  /** The day in London. */
  readonly on: LocalDate;
  readonly now: Instant;
  /** The tasks that have fallen to somebody by now, of those whose posts are vacant or who have left. */
  readonly fallen: readonly Pick<FallenTo, 'kind' | 'person'>[];
  /** It has ended, and whoever holds it is to reopen it. */
  readonly isToBeReopened: boolean;
  /** The person was told of it before, or acted in it. */
  readonly hasHeard: boolean;
  /** The event that the notice tells of counts still. */
  readonly countsStill: boolean;
}

type Of = Pick<NoticeWritten, 'kind' | 'to' | 'actionId' | 'dueOn'>;

/** The reason why a notice of a dispute is not needed any more; null if it is, and goes. */
export const whyNotNeeded = (notice: Of, moment: AtThatMoment): NotNeeded | null => {
  const { state, directory, on } = moment;
  const posts = directory.postsHeldBy(notice.to, on);
  if (isConversation(state)) return whyNotOfConversation(notice, state, moment, posts.length > 0);
  if (state.status === 'imported') return whyNotOfRow(notice, moment, posts.length > 0);
  if (state.status !== 'open' && state.status !== 'ended') return 'over';
  if (posts.length === 0) return 'not-in-office';
  if (mayNotHear(notice, state, moment.continued, posts)) return 'may-not-read';
  if (!mayHearOf({ ...notice, person: notice.to }, [state], new Office(directory, on))) return 'may-not-read';
  const need = needOf(notice.kind);
  if (need === null) return null;
  if (!moment.countsStill) return 'over';
  return isNeeded(notice, need, state, moment) ? null : whyNot(need, state, moment);
};

/** Of a row of a register that nobody has taken on it is told alone that it has fallen to somebody. */
const whyNotOfRow = ({ kind, to }: Of, { fallen }: AtThatMoment, isInOffice: boolean): NotNeeded | null => {
  if (needOf(kind) !== 'must-find-somebody') return 'over';
  if (!isInOffice) return 'not-in-office';
  return fallen.some((each) => each.kind === kind && each.person === to) ? null : 'no-longer-asked';
};

const whyNotOfConversation = (
  { kind, to }: Of,
  { status, subject, ...state }: Conversation,
  { hasHeard, countsStill }: AtThatMoment,
  isInOffice: boolean,
): NotNeeded | null => {
  if (!isInOffice) return 'not-in-office';
  const need = needOf(kind);
  if (need !== null && !countsStill) return 'over';
  if (need === 'heard-of-it') return hasHeard ? null : 'never-heard-of-it';
  const isTheirs = subject !== null && holderOfConversation(subject, state) === to;
  if (need === 'holds-it-no-more') return isTheirs ? 'over' : null;
  if (need !== 'holds-the-conversation') return null;
  if (status !== 'discussed' || subject === null) return 'over';
  return isTheirs ? null : 'no-longer-asked';
};

/**
 * Its readers may hear of it, information governance that somebody took emergency access, the last person to be asked that
 * its IRO has left and it is theirs to give to another, whoever asked to read it that they may not, everybody from whom it was hidden that nothing is
 * asked of them any more, and everybody who was asked that a record of the wrong child is void: nothing but its reference stands in that.
 */
const mayNotHear = (
  { kind, to: person }: Of,
  state: Open | Ended,
  continued: DisputeState | null,
  posts: ReturnType<Directory['postsHeldBy']>,
): boolean => {
  if (isHeardByTheReference(kind)) return false;
  // Whoever stands in for its IRO and is not on its list hears nothing of it.
  if (kind === 'emergency-access' && posts.some((post) => post.kind === 'information-governance')) return false;
  if (kind === 'voided' && state.matter.restrictedTo === null) return false;
  return [state, continued].some((each) => each !== null && isHiddenFrom(each, { person, posts }));
};

/** Needs of those who have heard of it, and say that something is over. */
const OF_THOSE_WHO_HEARD: readonly Need[] = ['heard-of-it', 'asked-no-more', 'hidden-or-set-aside'];

const whyNot = (need: Need, { status }: Open | Ended, { hasHeard }: AtThatMoment): NotNeeded => {
  if (OF_THOSE_WHO_HEARD.includes(need)) return hasHeard ? 'over' : 'never-heard-of-it';
  return status === 'ended' || need === 'holds-it-no-more' ? 'over' : 'no-longer-asked';
};

const isNeeded = (notice: Of, need: Need, state: Open | Ended, moment: AtThatMoment): boolean => {
  const { protocols, hasHeard, directory, on } = moment;
  const dispute = new Concerned(state, protocols);
  const { matter, isOpen, round } = dispute;
  const isAmong = (whom: WhomOfDispute): boolean => areTold(dispute.of(whom), notice, moment);
  switch (need) {
    case 'must-answer':
      return isAmong('still-to-answer');
    case 'is-to-answer-soon':
      return isAmong('still-to-answer') && !isLate(answerDate(round, matter), moment.now);
    case 'is-late-to-answer':
      return isAmong('still-to-answer') && isLate(answerDate(round, matter), moment.now);
    case 'must-say-it-arrived':
      return isAmong('not-reached');
    case 'must-find-somebody':
      return moment.fallen.some(({ kind, person }) => kind === notice.kind && person === notice.to);
    case 'must-judge':
      return isAmong('asked-to-judge');
    case 'no-answer-yet':
      return round.passed.answer && dispute.isWaitedFor(round.number) && isAmong('may-send-up');
    case 'must-grant':
      return isOpen && timeAskedFor(round, matter, moment.now) !== null && isAmong('granters');
    case 'must-send-back':
      return isOpen && round.sendBackAsked !== null && isAmong('judges');
    case 'must-let-read':
      return matter.requestsToRead.length > 0 && isAmong('iro-manager');
    case 'must-send-up':
      return isOpen && standingOf(matter, protocols) === 'not-accepted' && isAmong('may-send-up');
    case 'must-decide':
      return isOpen && standingOf(matter, protocols) === 'judges-differ' && isAmong('iro');
    case 'must-reopen':
      return !isOpen && isAmong('iro');
    case 'must-do-it':
      return isOutstanding(dispute, notice) && areTold(dispute.ownersOf(notice.actionId), notice, moment);
    case 'not-done-yet':
      return isOutstanding(dispute, notice) && isAmong('iro');
    case 'holds-it':
      return isOpen && isAmong('iro');
    case 'holds-the-conversation':
      return false;
    case 'holds-what-runs':
      return (isOpen || isStillToCome(state) || moment.isToBeReopened) && isAmong('iro');
    case 'agency-to-reply':
      return matter.agencies.some((each) => isToReply(each) && each.dueOn === notice.dueOn) && isAmong('iro');
    case 'is-open':
      return isOpen;
    case 'is-on-that-agenda':
      return isOpen && isOnAnAgendaOf(notice.dueOn, matter);
    case 'set-aside':
      return isFrozen(matter);
    case 'heard-of-it':
      return hasHeard;
    case 'asked-no-more':
      return hasHeard && !isAskedAgain(dispute, notice, moment);
    case 'hidden-or-set-aside':
      return (
        hasHeard &&
        (isFrozen(matter) ||
          isHiddenFrom(state, { person: notice.to, posts: directory.postsHeldBy(notice.to, on) }) ||
          !isAskedAgain(dispute, notice, moment))
      );
    case 'holds-it-no-more':
      return matter.heldBy !== notice.to;
    case 'counts-still':
      return true;
    // Of other records than disputes.
    case 'must-allocate':
    case 'must-agree':
    case 'must-decide-on-disagreement':
    case 'must-tie':
    case 'must-sign-off':
    case 'must-check':
    case 'must-approve':
    case 'has-work':
    case 'role-waits':
    case 'is-to-come':
    case 'sits-no-more':
    case 'still-given':
    case 'given-no-more':
    case 'has-the-child':
    case 'has-the-child-no-more':
    case 'team-has-the-child':
    case 'team-has-the-child-no-more':
    case 'in-care':
    case 'out-of-care':
    case 'is-18':
    case 'has-died':
    case 'has-not-died':
    case 'took-children':
    case 'leads-still':
      return true;
    default:
      return assertNever(need);
  }
};

const isOutstanding = (dispute: Concerned, { actionId }: Of): boolean => dispute.action(actionId)?.doneOn === null;

/** The action of which it speaks, or else the answer of the stage that runs, is asked of them by now. */
const isAskedAgain = (dispute: Concerned, notice: Of, moment: AtThatMoment): boolean => {
  if (isFrozen(dispute.matter)) return false;
  return notice.actionId === null
    ? areTold(dispute.of('still-to-answer'), notice, moment)
    : isOutstanding(dispute, notice) && areTold(dispute.ownersOf(notice.actionId), notice, moment);
};

/** A case that has moved to another day, or to another agenda, has its own notice of that. */
const isOnAnAgendaOf = (day: LocalDate | null, { tabled }: Matter): boolean =>
  tabled.some(({ heldOn, takenOff, decided }) => heldOn === day && takenOff !== true && decided !== true);

const areTold = (recipients: readonly Recipient[], { to: person }: Of, { directory, on }: AtThatMoment): boolean =>
  addressedTo(recipients.map(asking), NOBODY, directory, on).some((each) => each.person === person);

/** As somebody is asked for an answer; only who that is counts here. */
const asking = (to: Recipient): Wanted => ({
  ...{ kind: 'dispute-for-you', about: '', called: '', dueOn: null, dueAt: null, actionId: null },
  to,
});

/** Nobody is left out because they acted themselves. */
const NOBODY = '';
