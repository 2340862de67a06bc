import type { ChallengeDecision, GoesOnTo } from '../disputes/events.js';
import type { AgendaReason, MeetingKind } from './events.js';

/*
 * Words for the kinds of meetings, their decisions and reasons, in the words of the program: the council's own are put in where they are shown.
 */

export const KIND_IN_WORDS: Readonly<Record<MeetingKind, string>> = {
  'pre-challenge': 'Tracking meeting, before the challenge meeting',
  challenge: 'Challenge meeting',
};

export const DECISIONS_IN_WORDS: Readonly<Record<ChallengeDecision, string>> = {
  'more-action-first': 'returned: more action first',
  'take-it-up': 'taken up to the challenge meeting',
  deferred: 'deferred',
  decided: 'decided, and the IRO has not said yet if they are satisfied',
  'decided-accepted': 'decided, and accepted by the IRO',
  'decided-not-accepted': 'decided, and not accepted by the IRO',
  dropped: 'dropped',
};

/** What follows from a decision, beside the choice. */
export const DECISIONS_EXPLAINED: Readonly<Record<ChallengeDecision, string>> = {
  'more-action-first': 'It stays with those who answer. The actions below are to be done first.',
  'take-it-up': 'It goes on the agenda of the challenge meeting.',
  deferred: 'Nothing is decided today. A later meeting looks at it again.',
  decided: 'What you write is the answer. The IRO is asked if they are satisfied.',
  'decided-accepted': 'What you write is the answer, and the IRO has on record that they are satisfied.',
  'decided-not-accepted': 'What you write is the answer. The IRO is not satisfied, and it goes on.',
  dropped: 'The meeting has nothing to decide about it: for example, it has ended meanwhile.',
};

export const GOES_ON_TO_IN_WORDS: Readonly<Record<GoesOnTo, string>> = {
  director: 'the director',
  'chief-executive': 'the chief executive',
  cafcass: 'Cafcass',
};

export const REASONS_IN_WORDS: { readonly [Reason in AgendaReason]: string } = {
  'at-meeting-stage': 'it stands at the stage that this meeting decides',
  'at-named-stage': 'it has reached the stage from which this meeting looks at it',
  'over-total-cap': 'the time for all stages together is over',
  repeated: 'the same child and group of themes, again within six months',
  'actions-long-overdue': 'actions agreed are long overdue',
  'taken-up': 'the tracking meeting took it up',
  'look-again': 'an earlier meeting wanted to look again',
  'not-worked-out': 'where it stands could not be worked out: whoever runs the program is told',
};
