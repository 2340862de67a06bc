import type { LocalDate } from '../calendar/calendar.js';
import type { Due } from '../disputes/time/due.js';
import type { Waiting } from '../disputes/time/waiting.js';
import type { InOffice } from './office.js';

/**
 * The tasks, each done by one act:
 * - `acknowledge`, `answer`: by those to whom it is addressed
 * - `enter-answer`: of a post outside of the council, by the IRO, who asks for it
 * - `judge`, `decide` (where it goes from here), `close`: by the judges, and those who may send it up
 * - `chase`: no answer came in time, or for long where none is set; chase, or send it up
 * - `decide-extension`: a later date is asked for, and the date in force has not passed
 * - `judge-late-answer`: an earlier stage was answered after it went up; where its judges are satisfied, the stage it is at is not needed
 * - `decide-send-back`: those who must answer ask that a lower stage does something first
 * - `action`: agreed, and theirs to do; where its owner is in words, has left, or may not read it, of those whose answer offered it.
 *   `check-action`: agreed in a dispute they hold, and its day has passed or it has none
 * - `agenda`: a case of theirs is on the agenda of a meeting; `set-meeting-date`: a meeting times the stage, and has no day
 * - `end-pause`: its clock stands still without a last day, until somebody lets it run on
 * - `chase-cafcass`: Cafcass has a referral of a dispute they hold, and has not said what it does; `answer-cafcass`: it asks for more,
 *   and it is not on record that this was sent
 * - `no-longer-with-cafcass`: it ended because Cafcass continues it, and Cafcass has declined it since, or the referral was withdrawn
 * - `reopen`: it ended because of what was recorded of a child by mistake
 * - `chase-agency`: another agency is to reply about a dispute they hold; `look-again`: a meeting is to look at one again
 * - `decide-after-care`: a child has died, left care or turned 18, and somebody decides what becomes of the dispute
 * - `answer-recommendations`: agree or disagree, or they count as agreed; `decide-on-disagreement`: raise a dispute, or write why not
 * - `answer-check`: standards of a check are not answered; `decide-on-check`: one is not met, and neither raised nor written down why not
 * - `hold-meeting`, `close-meeting`, `meeting-action`: of challenge meetings; `fill-seat`: somebody who sits in one has left, or nobody holds
 *   any of the posts that do; `decide-item-again`: a decision was taken back after the meeting
 *   was closed; `look-again-at-theme`: a meeting wanted to look at a theme again; `check-meeting-action`: what was undertaken over a theme
 *   is late
 * - `answer-request-to-read`: a leader who sees where it stands asks to read it, and those who manage the IROs answer
 * - `find-a-judge`: the IRO who alone would judge the answer has given it, so it is handed over to another IRO
 * - `choose-who-answers`: held by them and restricted, and nobody whose turn it is may read it
 * - `fill-vacancy`: nobody holds the post that must act: see that somebody does
 * - `hand-over`: the person who held it, or was to act on it, has left, and somebody in office is given it
 * - `allocate`: the same of a record that they may not read: nothing is said of it but its reference
 * - `allocate-child`: a child has no IRO or chair in office, or its team has ended and none took over alone: those who answer for the IRO
 *   service say whose it is
 * - `agree-to-role`: who gets a post, other rules, or what becomes of a team waits for a second person, until it lapses
 * - `sign-off-story`, `check-report`, `approve-report`, `publish-report`: a report that is to be given out waits for that, and not for whoever
 *   writes it
 * - `take-on`: imported, and nobody works on it yet
 * - `waits-long`: it has waited for an IRO for days, without a date: those who manage the IROs ask how it stands
 * - `look-at`: held by them, and what it waits for could not be worked out; those who run the program are told in health
 */
export const WORK = [
  'acknowledge',
  'answer',
  'enter-answer',
  'judge',
  'decide',
  'close',
  'chase',
  'decide-extension',
  'decide-send-back',
  'judge-late-answer',
  'action',
  'check-action',
  'agenda',
  'set-meeting-date',
  'end-pause',
  'chase-cafcass',
  'answer-cafcass',
  'no-longer-with-cafcass',
  'reopen',
  'chase-agency',
  'look-again',
  'decide-after-care',
  'answer-recommendations',
  'decide-on-disagreement',
  'answer-check',
  'decide-on-check',
  'hold-meeting',
  'close-meeting',
  'meeting-action',
  'fill-seat',
  'decide-item-again',
  'look-again-at-theme',
  'check-meeting-action',
  'answer-request-to-read',
  'choose-who-answers',
  'find-a-judge',
  'fill-vacancy',
  'hand-over',
  'allocate',
  'allocate-child',
  'agree-to-role',
  'sign-off-story',
  'check-report',
  'approve-report',
  'publish-report',
  'take-on',
  'waits-long',
  'look-at',
] as const;
export type Work = (typeof WORK)[number];

/** The facts that a list shows of the thing that a matter is about. */
export interface Shown {
  /** Of the dispute, the recommendations, the check or the meeting; of a child the record number. */
  readonly reference: string;
  /** Of a meeting, as the council calls it; of a proposal what it gives to whom. Left out for anything else. */
  readonly name?: string;
  readonly children: readonly { readonly id: string; readonly initials: string | null }[];
  /** Null for what has no team; recommendations, checks and meetings have no theme and no stage either. */
  readonly team: { readonly id: string; readonly name: string | null } | null;
  readonly theme: string | null;
  /** Code of the ladder of the dispute, on which things may be called otherwise; null of anything else. */
  readonly ladder: string | null;
  readonly stage: number | null;
  readonly stageName: string | null;
  /** The day it was raised or sent; of a check or a meeting, the day it is held. */
  readonly raisedOn: LocalDate;
  readonly takenOn: boolean;
  /** The person who holds it. */
  readonly heldBy: { readonly id: string; readonly name: string | null } | null;
}

/** Somebody who is asked about a matter. */
export interface Asked extends InOffice {
  /** False where it is theirs to allocate and not to read. */
  readonly mayRead: boolean;
}

/** One thing to be done, by one act, and everybody in office of whom it is asked. */
export interface Matter {
  readonly what: Work;
  readonly shown: Shown;
  /** Of an action. */
  readonly actionId: string | null;
  readonly due: Due;
  /** The time for which it waits, where it has no date. */
  readonly waiting: Waiting | null;
  /** Nobody only where nobody in the council holds a post that could be asked. */
  readonly asked: readonly Asked[];
  /** Those whose it would be have left, or nobody holds their post, so it has fallen to others. */
  readonly hasFallen: boolean;
}

/** It waits for a person who sits in an IRO’s seat, and has waited long. */
export const isLongWithTheIro = ({ asked, waiting }: Pick<Matter, 'asked' | 'waiting'>): boolean =>
  waiting?.isLong === true && asked.some(({ owner }) => owner !== null);
