import { childrenOfAcknowledgement } from '../acknowledgements/relations.js';
import { londonDate } from '../calendar/dates.js';
import { challengeMeetingDecider } from '../challenge/meeting/decide.js';
import { continuedAs } from '../disputes/continued-as.js';
import { disputeDecider } from '../disputes/decide.js';
import { isFrozen } from '../disputes/dispute.js';
import { isKeptByDeath } from '../disputes/after-death.js';
import { isToBeSetAside } from '../disputes/set-aside.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import { recommendationsDecider } from '../reviews/recommendations/recommendations.js';
import { childrenWithoutAnybody } from './children-to-allocate.js';
import { Concerned, type Dated, onDay } from './concerned.js';
import { dateNow } from './date-of.js';
import { toBeReopened } from '../disputes/to-be-decided/to-be-reopened.js';
import type { Cause, NoticeLine, NotNeeded } from './events.js';
import { fallenIn, type FallenParts } from './fallen.js';
import { folded } from './folded.js';
import { isRoutine, type NoticeKind } from './kinds.js';
import { whyNotNeeded } from './need-in-a-dispute.js';
import {
  type AtTheMoment,
  ofAccount,
  ofAcknowledgement,
  ofCaseload,
  ofChild,
  ofCover,
  ofMeeting,
  ofRecommendations,
  ofReport,
  ofReview,
  ofRole,
  ofTheirPost,
} from './need-in-other-records.js';
import { asks, type Need, needOf, saysWhatIsOver } from './needs.js';
import type { NoticesOnRecord } from './on-record.js';
import { isUndone, undoneBy } from './undoing.js';
import { leadersOn } from './weeks.js';
import { CHILDREN, COVERS, MY_WORK } from './where-it-leads.js';
import { isKeptByDeath as isDisputeKeptByDeath } from './within-death.js';

export interface NeedNowParts extends FallenParts {
  readonly store: EventStore;
}

/** As much of a notice as its need depends on. */
export type Due = Pick<NoticeLine, 'kind' | 'about' | 'actionId' | 'dueOn'> & {
  readonly to: string;
  readonly because: Cause;
};

type WhyNot = NotNeeded | 'held-back' | null;

const ASKS_TO_AGREE: readonly NoticeKind[] = ['recommendations-for-you', 'recommendations-due'];
const OF_THE_MEETING_ITSELF: readonly NoticeKind[] = ['you-sit-in-meeting', 'meeting-moved', 'added-to-agenda'];

/**
 * Whether what a notice says still stands at the moment at which it goes, and for whom it was written: what it asks for may have been done,
 * ended or moved to others since, what it tells of may have been taken back, and the person may read it no longer, or hold no post. Every
 * kind answers it (`needs.ts`).
 */
export class NeedNow {
  constructor(
    private readonly parts: NeedNowParts,
    private readonly onRecord: NoticesOnRecord,
  ) {}

  /** @returns why it is not needed; `held-back` while a child's death holds it; null where it goes */
  async whyNot(due: Due): Promise<WhyNot> {
    if (due.kind === 'entered-in-your-name') return null;
    const need = needOf(due.kind);
    if (need !== null && asks(need) && due.about.startsWith('DRP-') && this.onRecord.isSaidAgain(due))
      return 'said-again';
    const history = await this.parts.store.read(due.because.stream);
    const countsStill =
      need === null || asks(need) || due.because.occasion === 'reminder' || !isUndone(due.because, history);
    if (due.about.startsWith('DRP-')) return this.ofDispute(due, countsStill, history);
    const why = need === null || countsStill ? await this.ofOtherRecord(due, need, history) : 'over';
    return why ?? (this.isOverUnheard(due, history) ? 'never-heard-of-it' : null);
  }

  /** It says only that something is over, of which they were to be told and were not. */
  private isOverUnheard({ kind, to, because }: Due, history: readonly RecordedEvent[]): boolean {
    if (!saysWhatIsOver(kind) || because.occasion === 'reminder') return false;
    const event = history.find(({ revision }) => revision === because.revision);
    const undone = event === undefined ? [] : undoneBy(event, history);
    return this.onRecord.neverGotThrough(
      to,
      because.stream,
      undone.map(({ revision }) => revision),
    );
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

  private async ofDispute(due: Due, countsStill: boolean, cause: readonly RecordedEvent[]): Promise<WhyNot> {
    const { directory, protocols } = this.parts;
    const history = await this.historyOf(due, `dispute-${due.about}`, cause);
    const state = folded(disputeDecider, history);
    const formal = continuedAs(state, history);
    const continued = formal === null ? null : folded(disputeDecider, await this.parts.store.read(`dispute-${formal}`));
    const why = whyNotNeeded(due, {
      ...{ continued, countsStill },
      ...{ state, directory, protocols: await protocols.current() },
      ...{ on: this.today(), now: this.parts.clock.now() },
      isToBeReopened: state.status === 'ended' && toBeReopened(this.parts.readModels).has(due.about),
      fallen: needOf(due.kind) === 'must-find-somebody' ? await fallenIn(this.parts, due.about) : [],
      hasHeard: this.hasHeard(due, history),
    });
    if (why !== null) return why;
    if (this.isOverUnheard(due, cause)) return 'never-heard-of-it';
    if (!('matter' in state)) return null;
    const told = { kind: due.kind, person: due.to };
    if (isDisputeKeptByDeath(told, state, directory, this.parts.clock.now())) return 'may-not-read';
    if (!isRoutine(due.kind)) return null;
    return isFrozen(state.matter) || isToBeSetAside(state, directory) ? 'held-back' : null;
  }

  /** @param need null where it goes whatever came after */
  private async ofOtherRecord(due: Due, need: Need | null, cause: readonly RecordedEvent[]): Promise<NotNeeded | null> {
    if (need === 'must-allocate') return this.ofChildrenToAllocate(due);
    if (need === 'must-find-somebody') return this.ofWhatHasFallen(due);
    const moment = async (stream: string): Promise<AtTheMoment | null> => {
      const history = await this.historyOf(due, stream, cause);
      const hasHeard = this.hasHeard(due, history);
      const { to, because } = due;
      const neverGotThrough = (revisions: readonly number[]): boolean =>
        this.onRecord.neverGotThrough(to, because.stream, revisions);
      return need === null ? null : { ...due, need, today: this.today(), history, hasHeard, neverGotThrough };
    };
    const asked = async (
      stream: string,
      answer: (moment: AtTheMoment, parts: FallenParts) => NotNeeded | null | Promise<NotNeeded | null>,
    ): Promise<NotNeeded | null> => {
      const at = await moment(stream);
      return at === null ? null : answer(at, this.parts);
    };
    const inOffice: NotNeeded | null = this.isInOffice(due.to) ? null : 'not-in-office';
    switch (due.about) {
      case CHILDREN:
        return inOffice ?? asked(due.because.stream, ofChild);
      case COVERS:
        return asked(due.because.stream, ofCover);
      case MY_WORK:
        return inOffice ?? asked(due.because.stream, ofTheirPost);
    }
    switch (due.about.slice(0, due.about.indexOf('-'))) {
      case 'PA':
        return (
          inOffice ??
          (await this.ofAcknowledgement(due, cause)) ??
          asked(`acknowledgement-${due.about}`, ofAcknowledgement)
        );
      case 'REC':
        return (await this.ofRecommendations(due, cause)) ?? asked(`recommendations-${due.about}`, ofRecommendations);
      case 'CM':
        return inOffice ?? asked(`challengeMeeting-${due.about}`, ofMeeting);
      case 'RVW':
        return asked(`review-${due.about}`, ofReview);
      case 'PRP':
        return asked(`roleProposal-${due.about}`, ofRole);
      case 'ACC':
        return asked(`account-${due.about}`, ofAccount);
      case 'RPT':
        return asked(`publishedReport-${due.about}`, ofReport);
      case 'CLH':
        return inOffice ?? asked(`caseload-${due.about}`, ofCaseload);
      case 'WEEK':
        return leadersOn(this.parts.directory, this.today()).includes(due.to) ? null : 'may-not-read';
      default:
        return null;
    }
  }

  /** The stream of the event that it tells of is mostly that of the record. */
  private async historyOf(
    { because }: Due,
    stream: string,
    cause: readonly RecordedEvent[],
  ): Promise<readonly RecordedEvent[]> {
    return because.stream === stream ? cause : this.parts.store.read(stream);
  }

  private async ofAcknowledgement(due: Due, cause: readonly RecordedEvent[]): Promise<NotNeeded | null> {
    const history = await this.historyOf(due, `acknowledgement-${due.about}`, cause);
    return this.isKeptByDeath(due, childrenOfAcknowledgement(history)) ? 'may-not-read' : null;
  }

  private async ofRecommendations(due: Due, cause: readonly RecordedEvent[]): Promise<NotNeeded | null> {
    const state = folded(recommendationsDecider, await this.historyOf(due, `recommendations-${due.about}`, cause));
    if (state === null || !this.isKeptByDeath(due, [state.child])) return null;
    return due.kind === 'nothing-asked' ? null : 'may-not-read';
  }

  private async ofWhatHasFallen(due: Due): Promise<NotNeeded | null> {
    const fallen = await fallenIn(this.parts, due.about);
    return fallen.some(({ kind, person }) => kind === due.kind && person === due.to) ? null : 'no-longer-asked';
  }

  private async ofChildrenToAllocate({ to }: Due): Promise<NotNeeded | null> {
    const { matters } = await childrenWithoutAnybody(this.parts);
    return matters.some(({ asked }) => asked.some(({ person }) => person === to)) ? null : 'no-longer-asked';
  }

  /** A person who holds no post opens nothing, so nothing is told to them. */
  private isInOffice(person: string): boolean {
    return this.parts.directory.postsHeldBy(person, this.today()).length > 0;
  }

  private hasHeard({ to, about }: Pick<Due, 'to' | 'about'>, history: readonly RecordedEvent[]): boolean {
    if (this.onRecord.hasHeard(to, about) || history.some(({ metadata }) => metadata.actor.person === to)) return true;
    const [first] = history;
    return first !== undefined && this.onRecord.hasTakenOver(to, first.recordedAt);
  }

  private isKeptByDeath({ to: person }: Pick<Due, 'to'>, children: readonly string[]): boolean {
    const { directory } = this.parts;
    const today = this.today();
    return isKeptByDeath(children, { person, posts: directory.postsHeldBy(person, today) }, directory, today);
  }

  private today() {
    return londonDate(this.parts.clock.now());
  }
}
