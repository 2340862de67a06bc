import type { Instant } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Recorded } from '../../platform/decider.js';
import { takingBack } from '../../platform/taking-back.js';
import { withMoreSent, withReferral, withReply, withWithdrawal } from '../referrals.js';
import type { AnswerDeadlineSet, DisputeEvent } from '../events.js';
import {
  currentRound,
  type DisputeState,
  type Matter,
  notRaised,
  type Round,
  type TakenToAgencyOnRecord,
} from '../dispute.js';
import { onAction, withAction, withoutActions } from './agreed-actions.js';
import { withAnswer, withIroView, withVerdict } from './answers.js';
import { byRegister, discussed, raisedMatter, takenOn, TAKEN_ON_WITH } from './beginnings.js';
import { ended, reopened } from './endings.js';
import { frozenSince, settledWhileFrozen } from './freezing.js';
import { lookedAgain, withMoreActionFirst, withNextLook } from './meetings.js';
import { firstDueAtWith } from '../time/first-date.js';
import { asksForMore } from '../time/late.js';
import { onMatter } from './on-matter.js';
import { movedToChild, withAgencyReply, withComplaint } from './outside.js';
import { withEmergency, withoutReader, withoutRequests, withReaders } from './readers.js';
import {
  onCurrentRound,
  onRound,
  redirected,
  setAnew,
  withActionsPassedOn,
  withNextRound,
  withStageBegun,
} from './rounds.js';

const evolveOnce = (state: DisputeState, event: Recorded<DisputeEvent>): DisputeState => {
  switch (event.type) {
    case 'ConcernDiscussed':
      return discussed(state, event.data.subject, event.data.spokeOn);
    case 'InformalDisputeRaised':
      return { status: 'open', matter: raisedMatter('informal', event.data, event, state) };
    case 'FormalDisputeRaised':
      return { status: 'open', matter: raisedMatter('formal', event.data, event, state) };
    case 'AnswerDeadlineSet':
      return onRound(state, event.data.round, (round) => ({
        ...round,
        deadline: event.data,
        firstDueAt: firstDueAtWith(event.data, round.firstDueAt),
        dateIsAgreed: round.dateIsAgreed || AGREED_BY_PEOPLE.includes(event.data.why),
        extensionAsked: stillAsked(round.extensionAsked, event.data),
      }));
    case 'ReceiptDeadlineSet':
      return onRound(state, event.data.round, (round) => ({ ...round, receipt: setAnew(event.data, round.receipt) }));
    case 'ReceiptAcknowledged':
      return onRound(state, event.data.round, (round) => ({
        ...round,
        receipts: [...round.receipts, event.data],
        acknowledgedAt: round.acknowledgedAt ?? (event.data.complete ? event.metadata.occurredAt : null),
      }));
    case 'TotalCapSet':
      return onMatter(state, (matter) => ({ ...matter, totalCap: setAnew(event.data, matter.totalCap) }));
    case 'AnswerDeadlinePassed':
      return onRound(state, event.data.round, (round) => ({ ...round, passed: { ...round.passed, answer: true } }));
    case 'ReceiptDeadlinePassed':
      return onRound(state, event.data.round, (round) => ({ ...round, passed: { ...round.passed, receipt: true } }));
    case 'ActionDeadlinePassed':
      return onAction(state, event.data.actionId, (action) => ({ ...action, passed: true }));
    case 'TotalCapPassed':
      return onMatter(state, (matter) => ({ ...matter, totalCapPassed: true }));
    case 'ClockPaused':
      return onRound(state, event.data.round, (round) => ({
        ...round,
        pauses: [
          ...round.pauses,
          { firstDay: event.data.firstDay, lastDay: null, stoppedAt: event.metadata.occurredAt, resumedAt: null },
        ],
      }));
    case 'ClockResumed':
      return onRound(state, event.data.round, (round) => ({
        ...round,
        pauses: round.pauses.map((pause) =>
          pause.resumedAt === null
            ? { ...pause, lastDay: event.data.lastDay, resumedAt: event.metadata.occurredAt }
            : pause,
        ),
      }));
    case 'AnswerGiven':
      return onMatter(state, (matter) => withAnswer(matter, event.data, event.metadata));
    case 'AnswerAccepted':
      return withVerdict(state, event, 'satisfied');
    case 'AnswerRejected':
      return onMatter(withVerdict(state, event, event.data.verdict), (matter) =>
        withoutActions(matter, event.data.actionsWithdrawn ?? []),
      );
    case 'IroViewRecorded':
      return onMatter(state, (matter) => withIroView(matter, event.data.view, event.data.reason));
    case 'ActionAgreed':
      return onMatter(state, (matter) => withAction(matter, event.data.action, londonDate(event.metadata.occurredAt)));
    case 'ActionDone':
      return onAction(state, event.data.actionId, (action) => ({
        ...action,
        doneOn: event.data.doneOn,
        recordedAt: event.metadata.occurredAt,
      }));
    case 'ActionConfirmedInTime':
      return onAction(state, event.data.actionId, (action) => ({ ...action, confirmedInTime: true }));
    case 'ActionDateMoved':
      return onAction(state, event.data.actionId, (action) => ({ ...action, by: event.data.to, passed: false }));
    case 'ExtensionAsked':
      return onCurrentRound(state, (round) => ({
        ...round,
        extensionAsked: { askedFor: event.data.askedFor, by: event.metadata.actor.person },
      }));
    case 'ExtensionGranted':
    case 'ExtensionRefused':
      return onCurrentRound(state, (round) => ({ ...round, extensionAsked: null }));
    case 'SendBackAsked':
      return onCurrentRound(state, (round) => ({
        ...round,
        sendBackAsked: { toStage: event.data.toStage, by: event.metadata.actor.person },
      }));
    case 'SendBackRefused':
      return onCurrentRound(state, (round) => ({ ...round, sendBackAsked: null }));
    case 'AnswerChased':
      return onCurrentRound(state, (round) => ({ ...round, chases: round.chases + 1 }));
    case 'DisputeEscalated':
    case 'SentBack':
      return onMatter(state, (matter) => withStageBegun(matter, { ...event.data, stage: event.data.to }, event));
    case 'LevelChanged': {
      const { to, ladder, begins } = event.data;
      return onMatter(state, (matter) => {
        const changed = { ...matter, level: to, ladder };
        return begins === undefined ? changed : withStageBegun(changed, begins, event);
      });
    }
    case 'NewDateGiven':
      return onMatter(state, (matter) => {
        const round = currentRound(matter);
        return withNextRound(matter, round, round.addressee, round.protocolVersion, event.metadata.occurredAt);
      });
    case 'DisputeRedirected':
      return onMatter(state, (matter) =>
        redirected(
          event.metadata.actor.role === null ? withActionsPassedOn(matter, event.data) : matter,
          event.data,
          event.metadata.occurredAt,
        ),
      );
    case 'DisputeHandedOver':
      if (state.status === 'discussed') return { ...state, handedTo: event.data.toIro };
      return onMatter(state, (matter) => ({
        ...matter,
        heldBy: event.data.toIro,
        wasHandedOver: event.metadata.actor.role !== null,
      }));
    case 'ReferredToCafcass':
      return onMatter(state, (matter) => ({
        ...matter,
        referrals: withReferral(matter.referrals, event.data.sentOn, event.metadata.actor),
      }));
    case 'CafcassReferralWithdrawn':
      return onMatter(state, (matter) => ({
        ...matter,
        referrals: withWithdrawal(matter.referrals, event.data.withdrawnOn),
      }));
    case 'MoreSentToCafcass':
      return onMatter(state, (matter) => ({ ...matter, referrals: withMoreSent(matter.referrals, event.data.sentOn) }));
    case 'CafcassReplied':
      return onMatter(state, (matter) => ({ ...matter, referrals: withReply(matter.referrals, event.data) }));
    case 'ThemeCorrected':
      return onMatter(state, (matter) => ({
        ...matter,
        theme: event.data.to,
        secondaryThemes: event.data.secondary,
      }));
    case 'PopulationCorrected':
      return onMatter(state, (matter) => ({
        ...matter,
        subject: { ...matter.subject, population: event.data.to },
      }));
    case 'DisputeLinked':
      return onMatter(state, (matter) => ({ ...matter, links: [...matter.links, event.data.link] }));
    case 'ComplaintStateRecorded':
      return onMatter(state, (matter) => ({ ...matter, links: withComplaint(matter.links, event.data) }));
    case 'DisputeResolved':
      return ended(state, 'resolved', event.metadata.occurredAt);
    case 'StalemateRecorded':
      return ended(state, 'stalemate', event.metadata.occurredAt);
    case 'DisputeEndedOtherwise':
      return ended(state, 'ended-otherwise', event.metadata.occurredAt);
    case 'DisputeFormalised':
      return ended(state, 'formalised', event.metadata.occurredAt);
    case 'DisputeWithdrawn':
      if (state.status === 'discussed') return { ...state, status: 'conversation-withdrawn' };
      return ended(state, 'withdrawn', event.metadata.occurredAt);
    case 'DisputeVoided':
      return onMatter(ended(state, 'voided', event.metadata.occurredAt), (matter) => ({
        ...withoutRequests(matter),
        isOfWrongChild: event.data.because === 'wrong-child',
      }));
    case 'DisputeMovedToChild':
      return movedToChild(state, event.data);
    case 'DisputeReopened':
      return reopened(state, event.metadata.occurredAt);
    case 'TabledForChallenge':
      return onMatter(state, (matter) => ({
        ...lookedAgain(matter, event.data.meeting, event.metadata.occurredAt),
        tabled: [...matter.tabled.filter(({ meeting }) => meeting !== event.data.meeting), event.data],
      }));
    case 'TakenOffAgenda':
      return onMatter(state, (matter) => ({
        ...matter,
        tabled: matter.tabled.map((each) => (each.meeting === event.data.meeting ? { ...each, takenOff: true } : each)),
      }));
    case 'DisputeRestricted':
      return withReaders(state, event.data.readers, event.data.answeredBy);
    case 'RestrictionLifted':
      return withReaders(state, null, undefined);
    case 'EmergencyAccessTaken':
      return withEmergency(state, { person: event.metadata.actor.person, until: event.data.until });
    case 'ReadingAskedFor': {
      const { actor, occurredAt } = event.metadata;
      const request = { person: actor.person, askedOn: londonDate(occurredAt) };
      return onMatter(state, (matter) => ({ ...matter, requestsToRead: [...matter.requestsToRead, request] }));
    }
    case 'ReadingGranted':
      return onMatter(state, (matter) => {
        const others = withoutReader(matter, event.data.person);
        return { ...others, letRead: [...others.letRead, event.data] };
      });
    case 'ReadingRefused':
      return onMatter(state, (matter) => withoutReader(matter, event.data.person));
    case 'DisputeFrozen':
      return onMatter(state, (matter) => frozenSince(matter, event.data.from, event.metadata.occurredAt));
    case 'DisputeUnfrozen':
      return onMatter(state, (matter) => ({
        ...matter,
        rounds: matter.rounds.map((round) => settledWhileFrozen(round, matter.freeze?.from ?? null)),
        freeze: matter.freeze && { ...matter.freeze, to: event.metadata.occurredAt },
      }));
    case 'TakenToAgency':
      return onMatter(state, (matter) => ({
        ...matter,
        agencies: [
          ...withoutReply(matter, event.metadata.occurredAt).agencies,
          { ...event.data, repliedOn: null, repliedAt: null, noReplyAt: null, passed: false },
        ],
      }));
    case 'AgencyReplyDeadlinePassed':
      return onMatter(state, (matter) => ({
        ...matter,
        agencies: matter.agencies.map((each, index) =>
          index === event.data.asked - 1 ? { ...each, passed: true } : each,
        ),
      }));
    case 'ChallengeDecisionRecorded':
      return onMatter(state, (matter) => ({
        ...withMoreActionFirst(withNextLook(matter, event.data, event.metadata.occurredAt), event.data),
        tabled: matter.tabled.map((each) => (each.meeting === event.data.meeting ? { ...each, decided: true } : each)),
      }));
    case 'NextLookPassed':
      return onMatter(state, (matter) => ({
        ...matter,
        nextLooks: matter.nextLooks.map((each) =>
          each.meeting === event.data.meeting ? { ...each, passed: true } : each,
        ),
      }));
    case 'AgencyDidNotReply':
      return onMatter(state, (matter) => withoutReply(matter, event.metadata.occurredAt));
    case 'AgencyReplied':
      return onMatter(state, (matter) => withAgencyReply(matter, event.data.repliedOn, event.metadata.occurredAt));
    case 'DisputeImported':
      return {
        status: 'imported',
        reference: event.data.reference,
        importId: event.data.importId,
        facts: event.data.facts,
        restrictedTo: null,
        emergencies: [],
      };
    case 'ImportedDisputeCorrected':
      return state.status === 'imported'
        ? { ...state, facts: event.data.facts }
        : onRound(state, TAKEN_ON_WITH, (round) => byRegister(round, event.data.facts));
    case 'ImportedDisputeWithdrawn':
      return { status: 'import-withdrawn' };
    case 'ImportedDisputeTakenOn':
      return state.status === 'imported' ? { status: 'open', matter: takenOn(state, event) } : state;
    case 'EarlierDateAsked':
    case 'ChildViewRecorded':
    case 'NoteAdded':
    case 'FiledOnChildRecord':
    case 'ContinuedAfterCare':
    case 'EntryTakenBack':
      return state;
    default:
      return ignoreUnknown(event, state);
  }
};

/** One event further. Never refuses: events on record happened. An entry that was taken back counts as if it had not. */
export const evolve = takingBack<DisputeEvent, DisputeState>((state, event) => evolveOnce(state, event), notRaised);

/** More time that came otherwise, as days given back do, leaves nothing to decide. */
const stillAsked = (asked: Round['extensionAsked'], { dueOn }: AnswerDeadlineSet): Round['extensionAsked'] =>
  asked !== null && asksForMore(asked.askedFor, dueOn) ? asked : null;

const AGREED_BY_PEOPLE: readonly AnswerDeadlineSet['why'][] = [
  'extended',
  'earlier-date-asked',
  'meeting-date-set',
  'new-date-given',
];

/** A newer program may have written events this one does not know: a reader passes over them. */
const ignoreUnknown = (_event: never, state: DisputeState): DisputeState => state;

/** A reply is waited for. */
export const isToReply = ({ repliedOn, noReplyAt }: TakenToAgencyOnRecord): boolean =>
  repliedOn === null && noReplyAt === null;

const withoutReply = (matter: Matter, now: Instant): Matter => ({
  ...matter,
  agencies: matter.agencies.map((each) => (isToReply(each) ? { ...each, noReplyAt: now } : each)),
});
