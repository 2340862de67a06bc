import type { LocalDate } from '../../calendar/calendar.js';
import type { Post } from '../../directory/directory.js';
import type { Due } from '../../disputes/time/due.js';
import type { Waiting } from '../../disputes/time/waiting.js';
import type { Shown, Work } from '../../work/matter.js';
import type { OpenDispute } from '../open-disputes/open-dispute.js';

/** The person whose work it is. */
export interface Worker {
  readonly person: string;
  /** Posts held today. */
  readonly posts: readonly Post[];
  /** People whose disputes and children are theirs to look after: themselves and whom they cover, or the one they say they act for. */
  readonly owners: readonly string[];
}

export interface WorkItem extends Omit<Shown, 'heldBy' | 'raisedOn'> {
  readonly what: Work;
  /** Of an action. */
  readonly actionId: string | null;
  /** Null of what is theirs to allocate and not to read. */
  readonly raisedOn: LocalDate | null;
  readonly due: Due;
  /** The time for which it waits, where it has no date. */
  readonly waiting: Waiting | null;
  /** The person in whose place they do it, and say so; null for their own work. */
  readonly actingFor: OpenDispute['heldBy'];
}

/** An agreed action that is not done, of a dispute that they hold and that has ended: in no other list before its day has passed. */
export interface ActionOfOthers extends Pick<WorkItem, 'reference' | 'children' | 'theme' | 'due' | 'waiting'> {
  readonly actionId: string;
  /** The people who are asked to do it. */
  readonly who: readonly { readonly id: string; readonly name: string | null }[];
}

export interface MyWork {
  readonly asAt: string;
  /** By the day it is due, or since which it waits. */
  readonly items: readonly WorkItem[];
  readonly totals: { readonly toDo: number; readonly late: number; readonly dueToday: number };
  /** Disputes that they hold, that they sent for an IRO, or that were theirs to answer, and that wait for somebody else. */
  readonly waitingForOthers: readonly OpenDispute[];
  readonly actionsOfOthers: readonly ActionOfOthers[];
}
