import { standing, takenBackIn } from '../platform/taking-back.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';

/*
 * The earlier events of a record that an event undoes: they count no more from then on, or it says otherwise. One place for both
 * questions of a message that waited: whether what it tells of counts still, and, where it tells that something counts no more, whether
 * its reader was told of that at all. The dates of a dispute are not here: each message says them as they are when it goes.
 */

type Happened = Pick<RecordedEvent, 'type' | 'data' | 'revision' | 'metadata'>;
/** @param earlier the events before it, in order */
type Undoes = (event: Happened, earlier: readonly Happened[]) => readonly Happened[];

/** Every earlier event of some types, since the same was last undone, with the same values in some fields. */
const all =
  (types: readonly string[], ...same: readonly string[]): Undoes =>
  ({ data }, earlier) =>
    earlier.filter(
      (each) =>
        types.includes(each.type) &&
        same.every((field) => (each.data as Fields)[field] === (data as unknown as Fields)[field]),
    );

/** The last earlier event of some types. */
const last =
  (...types: readonly string[]): Undoes =>
  (_, earlier) =>
    earlier.filter(({ type }) => types.includes(type)).slice(-1);

type Fields = Readonly<Record<string, unknown>>;

/** Every earlier event of a type that the same person recorded. */
const theirOwn =
  (type: string): Undoes =>
  ({ metadata: { actor } }, earlier) =>
    earlier.filter((each) => each.type === type && each.metadata.actor.person === actor.person);

const VERDICTS = ['AnswerAccepted', 'AnswerRejected'];
const ANSWERS_TO_A_REQUEST = ['ReadingGranted', 'ReadingRefused'];
const ENDINGS = [
  'DisputeResolved',
  'StalemateRecorded',
  'DisputeEndedOtherwise',
  'DisputeFormalised',
  'DisputeWithdrawn',
  'DisputeVoided',
];
const ANSWERS_TO_RECOMMENDATIONS = ['RecommendationsAgreed', 'RecommendationsDisagreed'];

/** It goes down again to the stage that a step up left, or to one below it. */
const stepsUpFrom: Undoes = ({ data }, earlier) =>
  earlier.filter((each) => each.type === 'DisputeEscalated' && stageLeft(each) >= stageBegun(data));

/** It goes up again to the stage that it was sent back from, or above it. */
const stepsDownFrom: Undoes = ({ data }, earlier) =>
  earlier.filter((each) => each.type === 'SentBack' && stageLeft(each) <= stageBegun(data));

const stageLeft = ({ data }: Happened): number => (data as unknown as { from: number }).from;
const stageBegun = (data: object): number => (data as { to: { number: number } }).to.number;

const UNDOES: Readonly<Record<string, Undoes>> = {
  EntryTakenBack: (event, earlier) => {
    const revisions = takenBackIn(event);
    return earlier.filter(({ revision }) => revisions.includes(revision));
  },
  AnswerAccepted: all(VERDICTS, 'round', 'role'),
  AnswerRejected: all(VERDICTS, 'round', 'role'),
  IroViewRecorded: all(['IroViewRecorded']),
  ReadingGranted: all(ANSWERS_TO_A_REQUEST, 'person'),
  ReadingRefused: all(ANSWERS_TO_A_REQUEST, 'person'),
  DisputeReopened: all(ENDINGS),
  SentBack: stepsUpFrom,
  DisputeEscalated: stepsDownFrom,
  ClockPaused: all(['ClockResumed']),
  ClockResumed: all(['ClockPaused']),
  DisputeFrozen: all(['DisputeUnfrozen']),
  DisputeUnfrozen: all(['DisputeFrozen']),
  TabledForChallenge: all(['TakenOffAgenda']),
  TakenOffAgenda: all(['TabledForChallenge'], 'meeting'),

  ChildDied: all(['ChildDeathTakenBack']),
  ChildDeathTakenBack: all(['ChildDied']),
  ChildLeftCare: all(['ChildCameBackIntoCare']),
  ChildCameBackIntoCare: all(['ChildLeftCare']),

  CoverArranged: all(['CoverEnded'], 'by'),
  CoverEnded: all(['CoverArranged'], 'by', 'from'),

  AcknowledgementThanksTakenBack: theirOwn('AcknowledgementThanked'),

  CheckMovedToChild: all(['CheckMovedToChild']),
  CheckWithdrawn: all(['CheckMovedToChild']),

  RecommendationsAgreed: last('RecommendationsAgreedBySilence'),
  RecommendationsDisagreed: last('RecommendationsAgreedBySilence'),
  RecommendationsAnswerTakenBack: last(...ANSWERS_TO_RECOMMENDATIONS),
  RaisedOverDisagreement: last('DisagreementLetStand'),

  AgendaItemTakenOff: all(['AgendaItemAdded'], 'itemId'),
  AgendaItemDecided: all(['AgendaItemDecisionTakenBack'], 'itemId'),
  AgendaItemDecisionTakenBack: all(['AgendaItemDecided'], 'itemId'),
  MeetingActionDone: all(['MeetingActionDoneTakenBack'], 'actionId'),
  MeetingActionDoneTakenBack: all(['MeetingActionDone'], 'actionId'),

  AccountTied: all(['AccountMet']),
};

/** The earlier events of its stream that an event undoes, of those that counted until then. */
export const undoneBy = (event: Happened, history: readonly Happened[]): readonly Happened[] => {
  const earlier = standing(history.slice(0, event.revision));
  return UNDOES[event.type]?.(event, earlier) ?? [];
};

/** Whether an event counts no more, or a later one that counts says otherwise. */
export const isUndone = ({ revision }: Pick<Happened, 'revision'>, history: readonly Happened[]): boolean => {
  const counting = standing(history);
  return (
    !counting.some((each) => each.revision === revision) ||
    counting.some((each) => each.revision > revision && undoneBy(each, history).some((of) => of.revision === revision))
  );
};
