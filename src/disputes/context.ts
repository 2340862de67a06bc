import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { Population, ProtocolBook, Stage } from '../protocol/protocol.js';
import type { Addressee } from './events.js';
import type { ReferralsBeside } from './referrals-of-the-matter.js';
import type { Care } from './to-be-decided/care.js';

/** The facts that a decision may look at besides the act and the dispute itself. All of it pure. */
export interface DisputeContext {
  readonly protocols: ProtocolBook;
  readonly calendar: WorkingCalendar;
  readonly actor: Actor;
  readonly now: Instant;
  /** The day it is in London at `now`. */
  readonly today: LocalDate;
  /** Whether business support sends what an IRO has said, and not only types it; left out, they do. */
  readonly businessSupportSends?: boolean;
  /** The day of the next meeting that times a stage, of all or of all but some; null, or left out, where none is arranged. */
  readonly nextMeetingFor?: (stage: Stage, besides?: readonly string[]) => LocalDate | null;
  /** Whether the directory knows a social worker of any of these children; left out, it is taken to. */
  readonly workerKnown?: (children: readonly string[]) => boolean;
  /** The directory's entries for these children today, as far as it knows them; none, if this is left out. */
  readonly childrenToday?: (children: readonly string[]) => readonly ChildToday[];
  /** Whether the time in care of one of these children is over, written down as what they are; left out, it is taken to be. */
  readonly careOf?: (children: readonly string[], writtenAs: Population) => Care;
  /** Whether the directory has one of these children at least in care; left out, it is taken not to know. */
  readonly isOneInCare?: (children: readonly string[]) => boolean;
  /** Whether a dispute is void, by its reference; left out, it is taken that none is. */
  readonly isVoid?: (reference: string) => boolean;
  /** Whether an informal dispute goes on, or another formal one than this continues it; left out, it is taken that neither is so. */
  readonly isContinuedElsewhere?: (informal: string, formal: string) => boolean;
  /** The referrals to Cafcass of the other dispute about the same matter as this one, informal and formal; none, where it is left out. */
  readonly referralsBeside?: (reference: string) => readonly ReferralsBeside[];
  /** The disputes that a dispute raises again, in one step or in several, with the day on which it was raised; left out, it is taken that none is known. */
  readonly raisedAs?: (
    reference: string,
  ) => { readonly raisedOn: LocalDate; readonly raisesAgain: readonly string[] } | null;
  /** The IRO who holds a restricted dispute and those on its list, by its reference; null, or left out, where it is not restricted. */
  readonly restrictionOf?: (
    reference: string,
  ) => { readonly heldBy: string | null; readonly restrictedTo: readonly string[] } | null;
  /** Whether one of these children has died; left out, it is taken that none has. */
  readonly hasOneDied?: (children: readonly string[]) => boolean;
  /** Whether a person is a conference chair today, and no IRO; left out, it is taken that nobody is. */
  readonly isChairAlone?: (person: string) => boolean;
  /** The person who stands in for an IRO who is away today; nobody, where it is left out, or where nobody is arranged. */
  readonly standsInFor?: (iro: string) => string | null;
  /**
   * Whether these children had an IRO on the day it was raised, and none of them was ever with the person who holds it; left out, it is
   * taken that one was.
   */
  readonly isApart?: (
    children: readonly string[],
    held: { readonly heldBy: string; readonly raisedOn: LocalDate },
  ) => boolean;
  /** Person ids of the social workers of these children today; nobody, where it is left out. */
  readonly workersOf?: (children: readonly string[]) => readonly string[];
  /**
   * Person ids of those who hold the posts to which a stage about these children is addressed, today or on another day; nobody, where it
   * is left out.
   */
  readonly holdersOf?: (addressee: Addressee, children: readonly string[], on?: LocalDate) => readonly string[];
  /** Those of some teams for which the person answers from the post they act from; all of them, where it is left out. */
  readonly ownTeams?: (teams: readonly string[], children: readonly string[]) => readonly string[];
}

/** As much of a child's status as the law's routes depend on. */
export interface ChildToday {
  readonly child: string;
  readonly population: Population;
  /** They are eighteen, or older. */
  readonly isAdult: boolean;
  /** The last day in care; null where it is not on record that they have left. */
  readonly leftCareOn: LocalDate | null;
  /** Person id of their IRO or chair; left out, it is nobody. */
  readonly iro?: string | null;
  /** Their team, or the one that took over from it; left out, or null, where they have none. */
  readonly team?: string | null;
  /** Left out, or null, where the directory has none. */
  readonly initials?: string | null;
}
