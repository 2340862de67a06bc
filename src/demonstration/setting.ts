import type { AcknowledgementAct } from '../acknowledgements/acts.js';
import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import type { DisputeAct } from '../disputes/acts/all-acts.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { PostKind, Protocol } from '../protocol/protocol.js';
import type { Chance } from './chance.js';

/** One thing that somebody in Northshire does, and when. */
export interface ScriptedAct {
  readonly at: Instant;
  readonly stream: string;
  readonly commandId: string;
  readonly actor: Actor;
  readonly act: { aggregate: 'dispute'; act: DisputeAct } | { aggregate: 'acknowledgement'; act: AcknowledgementAct };
}

/** Who is there to act: looked up from the directory that was made before. */
export interface Cast {
  readonly children: readonly { childId: string; team: string; iro: string }[];
  iro(person: string): Actor;
  holder(kind: PostKind, team: string): Actor;
  readonly workers: (team: string) => readonly string[];
  readonly managerName: (team: string) => string;
  /** Person id of somebody of the council, each of whom has a name of their own. */
  personId(name: string): string;
}

export interface Setting {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly protocol: Protocol;
  readonly chance: Chance;
  readonly cast: Cast;
}
