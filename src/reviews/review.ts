import type { Instant } from '../calendar/calendar.js';
import { isLocalDate } from '../calendar/dates.js';
import { assertNever, type Decider, invalid, Refusal, refuse } from '../platform/decider.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { ReviewAct } from './acts.js';
import { mustFitTheAge } from './check/fits-the-age.js';
import type { CheckBegun, ReviewEvent, StandardAnswer } from './events.js';

/** One standard of a check, as far as it has come. */
export interface StandardState {
  readonly code: string;
  readonly text: string;
  readonly theme: string;
  readonly answer: StandardAnswer | null;
  readonly note: string | null;
  /** Reference of the dispute that was raised about it. */
  readonly dispute: string | null;
  readonly notRaisedBecause: string | null;
  /** The person who decided that, and for whom; null if nobody has. */
  readonly notRaisedBy: Actor | null;
  readonly notRaisedAt: Instant | null;
}

/** A check as its events tell it; null until it is begun. */
export interface ReviewState extends Omit<CheckBegun, 'standards'> {
  readonly standards: readonly StandardState[];
  /** Why it was withdrawn; null while it stands. */
  readonly withdrawnBecause: string | null;
}

export const reviewStream = (reference: string): string => `review-${reference}`;

/** `to-answer`: nobody has said whether it is met; `to-decide`: not met, and neither raised nor written down why not. */
export type Outstanding = 'to-answer' | 'to-decide';

export const outstandingOf = (
  standard: Pick<StandardState, 'answer' | 'dispute' | 'notRaisedBecause'>,
): Outstanding | null => {
  if (standard.answer === null) return 'to-answer';
  if (standard.answer !== 'not-met') return null;
  return standard.dispute === null && standard.notRaisedBecause === null ? 'to-decide' : null;
};

/** The same of a standard of a check: nothing is outstanding in one that was withdrawn. */
export const outstandingIn = (
  { withdrawnBecause }: Pick<ReviewState, 'withdrawnBecause'>,
  standard: Parameters<typeof outstandingOf>[0],
): Outstanding | null => (withdrawnBecause === null ? outstandingOf(standard) : null);

export const reviewDecider: Decider<ReviewState | null, ReviewAct, ReviewEvent, null> = {
  initial: null,

  evolve: (state, event) => {
    if (event.type === 'CheckBegun') {
      const notRaised = { notRaisedBecause: null, notRaisedBy: null, notRaisedAt: null };
      const nothing = { answer: null, note: null, dispute: null, ...notRaised };
      const standards = event.data.standards.map((standard) => ({ ...standard, ...nothing }));
      return { ...event.data, standards, withdrawnBecause: null };
    }
    if (state === null) return state;
    switch (event.type) {
      case 'StandardChecked':
        return changing(state, event.data.standard, { answer: event.data.answer, note: event.data.note });
      case 'RaisedFromCheck':
        return changing(state, event.data.standard, { dispute: event.data.dispute });
      case 'DecidedNotToRaise':
        return changing(state, event.data.standard, {
          notRaisedBecause: event.data.reason,
          notRaisedBy: event.metadata.actor,
          notRaisedAt: event.metadata.occurredAt,
        });
      case 'CheckMovedToChild':
        return { ...state, child: event.data.to, iro: event.data.iro };
      case 'CheckWithdrawn':
        return { ...state, withdrawnBecause: event.data.reason };
      default:
        return state;
    }
  },

  decide: (act, state) => {
    if (act.type === 'begin') return begin(act, state);
    if (state === null) return notBegun();
    switch (act.type) {
      case 'check':
        return check(act, state);
      case 'check-several':
        return checkSeveral(act, state);
      case 'decide-not-to-raise':
        return decideNotToRaise(act, state);
      case 'note-raised':
        return noteRaised(act, state);
      case 'move-to-child':
        return moveToChild(act, state);
      case 'withdraw':
        return withdraw(act, state);
      default:
        return assertNever(act);
    }
  },
};

const changing = (state: ReviewState, code: string, change: Partial<StandardState>): ReviewState => ({
  ...state,
  standards: state.standards.map((each) => (each.code === code ? { ...each, ...change } : each)),
});

const begin = (
  { type: _, ...begun }: Extract<ReviewAct, { type: 'begin' }>,
  state: ReviewState | null,
): ReviewEvent[] => {
  if (state !== null) return refuse('begun-already', 'This check has been begun. Read it, and go on with it.');
  if (!isLocalDate(begun.heldOn)) invalid('not-a-date', 'This is not a date that exists. Write it as 2022-04-14.');
  if (begun.standards.length === 0)
    invalid('no-standards', 'There is nothing to check: the list of standards is empty.');
  return [{ type: 'CheckBegun', data: begun }];
};

/** An answer may be put right until something has followed from it. */
const check = (
  { standard, answer, note, hidden }: Extract<ReviewAct, { type: 'check' }>,
  state: ReviewState,
): ReviewEvent[] => {
  mustStand(state);
  const known = standardIn(state, standard, hidden);
  if (known.answer === answer && known.note === note) return [];
  if (known.dispute !== null || known.notRaisedBecause !== null) {
    refuse('decided-already', 'It is on record what followed from this standard, so its answer stays as it is.');
  }
  return [{ type: 'StandardChecked', data: { standard, answer, note } }];
};

/** All of them, or none where one cannot be answered so. @throws Refusal `answered-twice` (invalid), and those of one answer */
const checkSeveral = (
  { answers, hidden }: Extract<ReviewAct, { type: 'check-several' }>,
  state: ReviewState,
): ReviewEvent[] => {
  mustStand(state);
  if (new Set(answers.map(({ standard }) => standard)).size < answers.length)
    invalid('answered-twice', 'A standard is answered twice here. Send one answer for each.');
  return answers.flatMap((each) => check({ type: 'check', ...each, ...(hidden ? { hidden } : {}) }, state));
};

const decideNotToRaise = (
  { standard, reason, hidden }: Extract<ReviewAct, { type: 'decide-not-to-raise' }>,
  state: ReviewState,
): ReviewEvent[] => {
  if (reason.trim() === '') invalid('words-missing', 'Write why nothing is raised: that is what the record keeps.');
  const known = mustBeNotMet(state, standard, hidden);
  if (known.dispute !== null) refuse('raised-already', 'A dispute was raised about this standard. Go on there.');
  if (known.notRaisedBecause === reason) return [];
  return [{ type: 'DecidedNotToRaise', data: { standard, reason } }];
};

/** A standard that was first left alone may be raised after all; both stand in the record. */
const noteRaised = (
  { standard, dispute, hidden }: Extract<ReviewAct, { type: 'note-raised' }>,
  state: ReviewState,
): ReviewEvent[] => {
  const known = mustBeNotMet(state, standard, hidden);
  if (known.dispute === dispute) return [];
  if (known.dispute !== null) refuse('raised-already', 'A dispute was raised about this standard. Go on there.');
  return [{ type: 'RaisedFromCheck', data: { standard, dispute } }];
};

/**
 * It leaves the wrong child's record at once, also where it was withdrawn. A dispute that was raised from it is moved by itself. A check that
 * stands fits the age of the right child, as one that is begun does.
 *
 * @throws Refusal `same-child`, `not-yet-18`, `is-18`
 */
const moveToChild = (
  { to, iro, bornOn, reason }: Extract<ReviewAct, { type: 'move-to-child' }>,
  { child, kind, heldOn, withdrawnBecause }: ReviewState,
): ReviewEvent[] => {
  if (reason.trim() === '') invalid('words-missing', 'Write how it came to be written down for another child.');
  if (to === child) refuse('same-child', 'It is about this child already. Check the record number.');
  if (withdrawnBecause === null) mustFitTheAge(kind, heldOn, bornOn, '/child');
  return [{ type: 'CheckMovedToChild', data: { from: child, to, iro, reason } }];
};

/**
 * It was begun by mistake. What was answered stays on record, and nothing follows from it.
 *
 * @throws Refusal `withdrawn`, `raised-already`
 */
const withdraw = (
  { reason, hidden = [] }: Extract<ReviewAct, { type: 'withdraw' }>,
  state: ReviewState,
): ReviewEvent[] => {
  mustStand(state);
  if (reason.trim() === '') invalid('words-missing', 'Write why it is withdrawn.');
  if (state.standards.some(({ dispute }) => dispute !== null && !hidden.includes(dispute)))
    refuse('raised-already', 'A dispute was raised from this check. Go on there.');
  return [{ type: 'CheckWithdrawn', data: { reason } }];
};

/** @throws Refusal `withdrawn` */
const mustStand = ({ withdrawnBecause }: ReviewState): void => {
  if (withdrawnBecause !== null) refuse('withdrawn', 'This check was withdrawn. Begin another.');
};

const mustBeNotMet = (state: ReviewState, standard: string, hidden?: readonly string[]): StandardState => {
  mustStand(state);
  const known = standardIn(state, standard, hidden);
  if (known.answer !== 'not-met') {
    refuse('not-found-wanting', 'This standard has not been answered as not met. Answer it first.');
  }
  return known;
};

/** As its reader knows it: what follows from it on record would tell of a dispute that is hidden from them. */
const standardIn = (state: ReviewState, code: string, hidden: readonly string[] = []): StandardState => {
  const known =
    state.standards.find((each) => each.code === code) ??
    invalid('no-such-standard', 'This check has no such standard. Read the check for the ones it has.');
  return known.dispute !== null && hidden.includes(known.dispute) ? { ...known, dispute: null } : known;
};

const notBegun = (): never => {
  throw new Refusal('not-found', 'check-not-begun', 'There is no such check. Begin it first.');
};
