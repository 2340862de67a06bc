import type { DisputeEvent } from '../../events.js';

/**
 * The person who takes an entry back.
 *
 * - `fact`: it says what happened: the person who recorded it, the IRO, and those who answer for the IRO service
 * - `decision`: it decided something: the person who recorded it, and the IRO; nobody decides over the IRO's head
 * - `verdict`: the person who gave it, and of the IRO's own also whoever is the IRO by then; no judge speaks for another
 * - `own-word`: the person who said it, and nobody else
 */
type Whose = 'fact' | 'decision' | 'verdict' | 'own-word';

/** How a mistake in an entry is mended: it is taken back, or in another way, said in a sentence. */
export type WayBack = { readonly takenBackAs: Whose; readonly isOnTheWay?: true } | { readonly otherwise: string };

const decidedOnTheWay: WayBack = { takenBackAs: 'decision', isOnTheWay: true };
const aVerdict: WayBack = { takenBackAs: 'verdict', isOnTheWay: true };
const saidOnTheWay: WayBack = { takenBackAs: 'own-word', isOnTheWay: true };
const aFact: WayBack = { takenBackAs: 'fact' };

const withItsAct = { otherwise: 'It goes with the entry by which it came. Take that back.' };
const byTheDates = { otherwise: 'The program has recorded that a date passed. Take back what set the date.' };
const byTheMeeting = { otherwise: 'A meeting recorded this. Take it back there.' };
const ofTheRegister = {
  otherwise: 'A register brought this. Correct the row, or withdraw the import: both are under Registers.',
};
const stays = { otherwise: 'This stays on record as it is. Add a note.' };

/**
 * How a mistake in each entry of a history is mended. An entry with `isOnTheWay` decides the next step (stages, answers, verdicts, dates,
 * endings), so it is taken back from the last to the first. A new event does not compile without its row.
 */
export const WAYS_BACK: { readonly [Type in DisputeEvent['type']]: WayBack } = {
  InformalDisputeRaised: { otherwise: 'Withdraw it, void it as raised in error, or move it to the right child.' },
  FormalDisputeRaised: { otherwise: 'Withdraw it, void it as raised in error, or move it to the right child.' },
  ImportedDisputeTakenOn: decidedOnTheWay,
  ConcernDiscussed: aFact,

  AnswerGiven: saidOnTheWay,
  AnswerAccepted: aVerdict,
  AnswerRejected: aVerdict,
  IroViewRecorded: { otherwise: 'Record the view again: the latest one counts.' },
  ActionAgreed: withItsAct,
  ActionDone: aFact,
  ActionConfirmedInTime: { takenBackAs: 'decision' },
  ActionDateMoved: withItsAct,
  ReceiptAcknowledged: { takenBackAs: 'own-word' },
  AnswerChased: stays,

  LevelChanged: decidedOnTheWay,
  DisputeEscalated: decidedOnTheWay,
  SendBackAsked: saidOnTheWay,
  SendBackRefused: decidedOnTheWay,
  SentBack: decidedOnTheWay,
  DisputeRedirected: decidedOnTheWay,
  DisputeReopened: decidedOnTheWay,

  EarlierDateAsked: decidedOnTheWay,
  NewDateGiven: decidedOnTheWay,
  ExtensionAsked: saidOnTheWay,
  ExtensionGranted: decidedOnTheWay,
  ExtensionRefused: decidedOnTheWay,
  ClockPaused: decidedOnTheWay,
  ClockResumed: decidedOnTheWay,
  AnswerDeadlineSet: withItsAct,
  ReceiptDeadlineSet: withItsAct,
  TotalCapSet: withItsAct,
  AnswerDeadlinePassed: byTheDates,
  ReceiptDeadlinePassed: byTheDates,
  ActionDeadlinePassed: byTheDates,
  TotalCapPassed: byTheDates,
  AgencyReplyDeadlinePassed: byTheDates,
  NextLookPassed: byTheDates,

  DisputeResolved: decidedOnTheWay,
  StalemateRecorded: decidedOnTheWay,
  DisputeEndedOtherwise: decidedOnTheWay,
  DisputeFormalised: decidedOnTheWay,
  DisputeWithdrawn: decidedOnTheWay,
  DisputeVoided: decidedOnTheWay,
  ContinuedAfterCare: { takenBackAs: 'decision' },

  ReferredToCafcass: aFact,
  CafcassReferralWithdrawn: aFact,
  CafcassReplied: aFact,
  MoreSentToCafcass: aFact,
  TakenToAgency: aFact,
  AgencyReplied: aFact,
  AgencyDidNotReply: aFact,
  ChildViewRecorded: aFact,
  NoteAdded: aFact,
  DisputeLinked: aFact,
  ComplaintStateRecorded: aFact,
  FiledOnChildRecord: aFact,

  DisputeHandedOver: { otherwise: 'Hand it over to the right IRO.' },
  PopulationCorrected: { otherwise: 'Correct the population again.' },
  ThemeCorrected: { otherwise: 'Correct the theme again.' },
  DisputeMovedToChild: { otherwise: 'Move it to the right child.' },
  DisputeRestricted: { otherwise: 'Restrict it anew, or lift the restriction.' },
  RestrictionLifted: { otherwise: 'Restrict it again.' },
  EmergencyAccessTaken: stays,
  ReadingAskedFor: { otherwise: 'An IRO manager answers it.' },
  ReadingGranted: { otherwise: 'Answer again: the latest answer counts.' },
  ReadingRefused: { otherwise: 'Answer again: the latest answer counts.' },
  DisputeFrozen: { otherwise: 'Take the death back on the child’s own record.' },
  DisputeUnfrozen: decidedOnTheWay,

  TabledForChallenge: byTheMeeting,
  TakenOffAgenda: byTheMeeting,
  ChallengeDecisionRecorded: byTheMeeting,

  DisputeImported: ofTheRegister,
  ImportedDisputeCorrected: ofTheRegister,
  ImportedDisputeWithdrawn: ofTheRegister,
  EntryTakenBack: { otherwise: 'Record again what was taken back.' },
};
