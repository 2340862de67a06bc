import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory, Post } from '../../directory/directory.js';
import type { Due } from '../../disputes/time/due.js';
import type { Named, OpenDispute } from '../open-disputes/open-disputes.js';

/** Whose work it is. */
export interface Worker {
  readonly person: string;
  /** Posts held today. */
  readonly posts: readonly Post[];
  /** People whose disputes and children are theirs to look after: themselves and whom they cover, or the one they say they act for. */
  readonly owners: readonly string[];
}

/**
 * What there is to do, each by one act:
 * - `acknowledge`, `answer`: by those to whom it is addressed
 * - `judge`, `decide` (where it goes from here), `close`: by the judges, and those who may send it up
 * - `chase`: no answer came in time; chase, or send it up
 * - `decide-extension`: a later date is asked for
 * - `decide-send-back`: those who must answer ask that a lower stage does something first
 * - `action`: agreed, and theirs to do; `check-action`: agreed in a dispute they hold, and its day has passed
 * - `agenda`: a case of theirs is on the agenda of a meeting
 * - `chase-agency`: another agency is to reply about a dispute they hold; `look-again`: a meeting is to look at one again
 * - `answer-recommendations`: agree or disagree, or they count as agreed; `decide-on-disagreement`: raise a dispute, or write why not
 * - `choose-who-answers`: held by them and restricted, and nobody who must answer may read it
 * - `take-on`: imported, and nobody works on it yet
 * - `look-at`: held by them, and what it waits for could not be worked out; those who run the program are told in health
 */
export const WORK = [
  'acknowledge',
  'answer',
  'judge',
  'decide',
  'close',
  'chase',
  'decide-extension',
  'decide-send-back',
  'action',
  'check-action',
  'agenda',
  'chase-agency',
  'look-again',
  'answer-recommendations',
  'decide-on-disagreement',
  'choose-who-answers',
  'take-on',
  'look-at',
] as const;
export type Work = (typeof WORK)[number];

export interface WorkItem {
  readonly what: Work;
  readonly reference: string;
  /** Of an action. */
  readonly actionId: string | null;
  readonly children: OpenDispute['children'];
  /** Null for the recommendations about a child without a team; they have no theme and no stage either. */
  readonly team: OpenDispute['team'] | null;
  readonly theme: string | null;
  readonly stage: number | null;
  readonly stageName: string | null;
  readonly raisedOn: LocalDate;
  readonly due: Due;
  readonly takenOn: boolean;
  /** Whose place they do it in, and say so; null for what is their own. */
  readonly actingFor: OpenDispute['heldBy'];
}

export interface MyWork {
  readonly asAt: string;
  /** Late first, then by the day it is due. */
  readonly items: readonly WorkItem[];
  readonly totals: { readonly toDo: number; readonly late: number; readonly dueToday: number };
  /** Disputes they hold that wait for somebody else. */
  readonly waitingForOthers: readonly OpenDispute[];
}

export const personShown = (id: string, directory: Directory): Named => ({
  id,
  name: directory.person(id)?.name ?? null,
});
