import { acknowledgementDecider } from '../acknowledgements/acknowledgement.js';
import { childrenOfAcknowledgement } from '../acknowledgements/relations.js';
import { dayIsOver } from '../disputes/time/late.js';
import { londonDate } from '../calendar/dates.js';
import { challengeMeetingDecider } from '../challenge/meeting/decide.js';
import type { MeetingState } from '../challenge/meeting/meeting.js';
import { continuedAs } from '../disputes/continued-as.js';
import { disputeDecider } from '../disputes/decide.js';
import { isFrozen } from '../disputes/dispute.js';
import { isKeptByDeath } from '../disputes/after-death.js';
import { isToBeSetAside } from '../disputes/set-aside.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import { recommendationsDecider } from '../reviews/recommendations/recommendations.js';
import { proposalDecider } from '../roles/proposal.js';
import { childrenWithoutAnybody } from './children-to-allocate.js';
import { Concerned, type Dated, onDay } from './concerned.js';
import { dateNow } from './date-of.js';
import type { NoticeLine, NotNeeded } from './events.js';
import { fallenIn, type FallenParts } from './fallen.js';
import { folded } from './folded.js';
import { isRoutine, type NoticeKind } from './kinds.js';
import { whyNotNeeded } from './need-in-a-dispute.js';
import { NEEDS } from './needs.js';
import type { NoticesOnRecord } from './on-record.js';
import { addressedTo } from './recipients.js';
import { CHILDREN } from './where-it-leads.js';
import { remindedOfRecommendations } from './told-of-recommendations.js';
import { leadersOn } from './weeks.js';
import { isKeptByDeath as isDisputeKeptByDeath } from './within-death.js';

export interface NeedNowParts extends FallenParts {
  readonly store: EventStore;
}

/** As much of a notice as its need depends on. */
export type Due = Pick<NoticeLine, 'kind' | 'about' | 'actionId' | 'dueOn'> & { readonly to: string };

const ASKS_TO_AGREE: readonly NoticeKind[] = ['recommendations-for-you', 'recommendations-due'];
const OF_THE_MEETING_ITSELF: readonly NoticeKind[] = ['you-sit-in-meeting', 'meeting-moved', 'added-to-agenda'];

/**
 * Whether a notice is needed at the moment at which it goes, and for whom it was written: what it asks for may have been done, ended or
 * moved to others since, and the person may read it no longer, or hold no post.
 */
export class NeedNow {
  constructor(
    private readonly parts: NeedNowParts,
    private readonly onRecord: NoticesOnRecord,
  ) {}

  /** @returns why it is not needed; `held-back` while a child's death holds it; null where it goes */
  async whyNot(due: Due): Promise<NotNeeded | 'held-back' | null> {
    if (due.kind === 'entered-in-your-name') return null;
    if (NEEDS[due.kind] === 'must-allocate') return this.ofChildrenToAllocate(due);
    if (due.about === CHILDREN) return this.isInOffice(due.to) ? null : 'not-in-office';
    switch (due.about.slice(0, due.about.indexOf('-'))) {
      case 'PA':
        return this.ofAcknowledgement(due);
      case 'REC':
        return this.ofRecommendations(due);
      case 'CM':
        return this.ofMeeting(due);
      case 'RVW':
        return NEEDS[due.kind] === 'must-find-somebody' ? this.ofWhatHasFallen(due) : null;
      case 'PRP':
        return this.ofRole(due);
      case 'DRP':
        return this.ofDispute(due);
      case 'CLH':
        return this.isInOffice(due.to) ? null : 'not-in-office';
      case 'WEEK':
        return leadersOn(this.parts.directory, this.today()).includes(due.to) ? null : 'may-not-read';
      default:
        return null;
    }
  }

  /** The date of which a notice speaks when it goes: one that has moved since it was written is said as it is now. */
  async dateNow(line: NoticeLine): Promise<Dated> {
    const { store, protocols } = this.parts;
    const { kind, about, dueOn, dueAt } = line;
    const asWritten = { dueOn, dueAt };
    switch (about.slice(0, about.indexOf('-'))) {
      case 'DRP': {
        const state = folded(disputeDecider, await store.read(`dispute-${about}`));
        if (state.status !== 'open' && state.status !== 'ended') return asWritten;
        return dateNow(line, new Concerned(state, await protocols.current()));
      }
      case 'REC': {
        const state = folded(recommendationsDecider, await store.read(`recommendations-${about}`));
        return state === null || !ASKS_TO_AGREE.includes(kind) ? asWritten : onDay(state.dueOn);
      }
      case 'CM': {
        const meeting = folded(challengeMeetingDecider, await store.read(`challengeMeeting-${about}`));
        return meeting.status === 'not-arranged' || !OF_THE_MEETING_ITSELF.includes(kind)
          ? asWritten
          : onDay(meeting.heldOn);
      }
      default:
        return asWritten;
    }
  }

  private async ofDispute(due: Due): Promise<NotNeeded | 'held-back' | null> {
    const { directory, protocols } = this.parts;
    const history = await this.parts.store.read(`dispute-${due.about}`);
    const state = folded(disputeDecider, history);
    const formal = continuedAs(state, history);
    const continued = formal === null ? null : folded(disputeDecider, await this.parts.store.read(`dispute-${formal}`));
    const why = whyNotNeeded(due, {
      continued,
      ...{ state, directory, protocols: await protocols.current() },
      ...{ on: this.today(), now: this.parts.clock.now() },
      fallen: NEEDS[due.kind] === 'must-find-somebody' ? await fallenIn(this.parts, due.about) : [],
      hasHeard: this.hasHeard(due, history),
    });
    if (why !== null || !('matter' in state)) return why;
    const told = { kind: due.kind, person: due.to };
    if (isDisputeKeptByDeath(told, state, directory, this.parts.clock.now())) return 'may-not-read';
    if (!isRoutine(due.kind)) return null;
    return isFrozen(state.matter) || isToBeSetAside(state, directory) ? 'held-back' : null;
  }

  private async ofAcknowledgement(due: Due): Promise<NotNeeded | null> {
    if (!this.isInOffice(due.to)) return 'not-in-office';
    const history = await this.parts.store.read(`acknowledgement-${due.about}`);
    if (this.isKeptByDeath(due, childrenOfAcknowledgement(history))) return 'may-not-read';
    const need = NEEDS[due.kind];
    if (need === 'heard-of-it') return this.hasHeard(due, history) ? null : 'never-heard-of-it';
    const { status } = folded(acknowledgementDecider, history);
    return need === 'still-given' && status !== 'given' ? 'over' : null;
  }

  private async ofRecommendations(due: Due): Promise<NotNeeded | null> {
    const history = await this.parts.store.read(`recommendations-${due.about}`);
    const state = folded(recommendationsDecider, history);
    const isKept = state !== null && this.isKeptByDeath(due, [state.child]);
    if (isKept && due.kind !== 'nothing-asked') return 'may-not-read';
    if (NEEDS[due.kind] === 'must-find-somebody') return this.ofWhatHasFallen(due);
    if (NEEDS[due.kind] === 'heard-of-it') return this.hasHeard(due, history) ? null : 'never-heard-of-it';
    if (NEEDS[due.kind] !== 'must-agree') return null;
    const asked = state === null ? [] : remindedOfRecommendations(state);
    const told = addressedTo(asked, '', this.parts.directory, this.today());
    return told.some(({ person }) => person === due.to) ? null : 'no-longer-asked';
  }

  private async ofWhatHasFallen(due: Due): Promise<NotNeeded | null> {
    const fallen = await fallenIn(this.parts, due.about);
    return fallen.some(({ kind, person }) => kind === due.kind && person === due.to) ? null : 'no-longer-asked';
  }

  private async ofChildrenToAllocate({ to }: Due): Promise<NotNeeded | null> {
    const { matters } = await childrenWithoutAnybody(this.parts);
    return matters.some(({ asked }) => asked.some(({ person }) => person === to)) ? null : 'no-longer-asked';
  }

  private async ofMeeting(due: Due): Promise<NotNeeded | null> {
    if (!this.isInOffice(due.to)) return 'not-in-office';
    const history = await this.parts.store.read(`challengeMeeting-${due.about}`);
    const need = NEEDS[due.kind];
    if (need === 'must-find-somebody') return this.ofWhatHasFallen(due);
    if (need === 'heard-of-it') return this.hasHeard(due, history) ? null : 'never-heard-of-it';
    const meeting = folded(challengeMeetingDecider, history);
    if (need === 'must-do-it') return isOutstanding(due.actionId, meeting) ? null : 'over';
    if (need !== 'is-to-come') return null;
    const isToCome =
      meeting.status !== 'not-arranged' &&
      meeting.status !== 'cancelled' &&
      meeting.status !== 'closed' &&
      !dayIsOver(meeting.heldOn, this.today());
    return isToCome ? null : 'over';
  }

  private async ofRole(due: Due): Promise<NotNeeded | null> {
    if (NEEDS[due.kind] !== 'role-waits') return null;
    const state = folded(proposalDecider, await this.parts.store.read(`roleProposal-${due.about}`));
    return state?.standing === 'waiting' ? null : 'over';
  }

  /** A person who holds no post opens nothing, so nothing is told to them. */
  private isInOffice(person: string): boolean {
    return this.parts.directory.postsHeldBy(person, this.today()).length > 0;
  }

  private hasHeard({ to, about }: Due, history: readonly RecordedEvent[]): boolean {
    if (this.onRecord.hasHeard(to, about) || history.some(({ metadata }) => metadata.actor.person === to)) return true;
    const [first] = history;
    return first !== undefined && this.onRecord.hasTakenOver(to, first.recordedAt);
  }

  private isKeptByDeath({ to: person }: Due, children: readonly string[]): boolean {
    const { directory } = this.parts;
    const today = this.today();
    return isKeptByDeath(children, { person, posts: directory.postsHeldBy(person, today) }, directory, today);
  }

  private today() {
    return londonDate(this.parts.clock.now());
  }
}

/** Of what somebody undertook in a meeting. */
const isOutstanding = (actionId: string | null, meeting: MeetingState): boolean =>
  meeting.status !== 'not-arranged' &&
  meeting.actions.some((action) => action.actionId === actionId && action.doneOn === null);
