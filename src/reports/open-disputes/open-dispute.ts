import type { LocalDate } from '../../calendar/calendar.js';
import type { Due } from '../../disputes/time/due.js';
import type { StillToAnswer } from '../../disputes/time/standing.js';
import type { Waiting } from '../../disputes/time/waiting.js';
import type { Awaited } from '../../disputes/time/waiting-for.js';
import type { PostKind, Protocol, Stage } from '../../protocol/protocol.js';
import type { CaseRow } from '../../work/case.js';

/** A post that must act next, with its holder today. */
export interface PostAwaited {
  readonly kind: PostKind;
  /** Null where the council has no such post, or the seat is an IRO's and nobody holds it. */
  readonly post: string | null;
  readonly title: string;
  readonly team: string | null;
  /** Null: a vacancy. */
  readonly person: { readonly id: string; readonly name: string | null } | null;
}

/** One open dispute as it stands now. */
export interface OpenDispute {
  readonly reference: string;
  readonly kind: 'informal' | 'formal';
  readonly children: readonly { readonly id: string; readonly initials: string | null }[];
  /** Counted under it for ever. */
  readonly team: Named;
  readonly service: string | null;
  /** The team that must answer; null where a senior post answers for the whole council. */
  readonly addressedTeam: Named | null;
  /** The other teams of siblings, who must answer too. */
  readonly alsoAddressed: readonly Named[];
  readonly theme: string;
  readonly themeGroup: string;
  readonly raisedOn: LocalDate;
  /** Working days since it was raised. */
  readonly day: number;
  /** False where that is counted over a year whose bank holidays are not known, and so without any. */
  readonly dayIsCertain: boolean;
  /** Code of its ladder: `main` unless the protocol has another for it. */
  readonly ladder: string;
  readonly stage: number;
  readonly stageName: string | null;
  /** Day on which the stage it is at began. */
  readonly stageBeganOn: LocalDate;
  readonly heldBy: Named | null;
  /**
   * `taking-on`: imported, and nobody works on it yet. `not-worked-out`: its rules cannot be found, so nobody can say; health names it.
   */
  readonly waitsFor: Awaited['what'] | 'taking-on' | 'not-worked-out';
  /** Nobody for what is not taken on, or could not be worked out. */
  readonly who: readonly PostAwaited[];
  /** Restricted, and nobody who must answer may read it: the IRO adds them, or names who answers. */
  readonly leftOut: boolean;
  /** If an answer is late: those who may chase it or send it up, besides those who owe it. */
  readonly chasedBy: readonly PostAwaited[];
  /** The date of the act due now: an answer; a judge has no date, so none is made up. */
  readonly due: Due;
  /** The time for which it waits, where it has no date. */
  readonly waiting: Waiting | null;
  /** The date that the protocol gave; an extension never hides it. */
  readonly firstDueOn: LocalDate | null;
  readonly extensionAskedFor: LocalDate | null;
  /** The lower stage to which those who must answer ask that it goes. */
  readonly sendBackAskedTo: number | null;
  /** The clock stands still since this day: the date has no moment until it is resumed. */
  readonly pausedOn: LocalDate | null;
  /** By when those asked are to say that it has reached them. */
  readonly receipt: Due;
  /** The meeting on whose agenda it stands. */
  readonly tabled: { readonly meeting: string; readonly on: LocalDate } | null;
  readonly chases: number;
  readonly actionsOutstanding: number;
  readonly cafcass: boolean;
  readonly urgent: boolean;
  readonly takenOn: boolean;
}

export interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** An open dispute beside what decides who is asked about it, which no list shows. */
export interface OpenDisputeKnown {
  readonly dispute: OpenDispute;
  readonly row: CaseRow & { readonly answered_by: string };
  /** The rules of the stage it is at; null where it is not taken on, or they cannot be found. */
  readonly rules: { readonly stage: Stage; readonly protocol: Protocol } | null;
  /** The seats that it waits for. */
  readonly roles: readonly PostKind[];
  /** If an answer is late: the seats that may send it up. */
  readonly escalatedBy: readonly PostKind[];
  /** If it waits for an answer: each team whose answer is still to come, and from which posts. */
  readonly stillToAnswer: readonly StillToAnswer[];
  /** Those of these teams that have not said either that it has reached them. */
  readonly notReached: readonly (string | null)[];
  /** If the answer to an earlier stage came late: its judges who have not spoken, for the stage it is at can be recalled. */
  readonly lateJudges: readonly PostKind[];
  /** Somebody has chased the answer since it is late; where it has no date, since its stage began. */
  readonly isChased: boolean;
  /** Person id of whoever typed it in, or raised it in the place of the IRO; null where the IRO did. */
  readonly enteredBy: string | null;
}

/** Nobody holds any of the posts that it waits for. */
export const isWithNobody = ({ who }: Pick<OpenDispute, 'who'>): boolean =>
  who.length > 0 && who.every(({ person }) => person === null);
