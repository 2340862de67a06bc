import type { AcknowledgementAct } from '../acknowledgements/acts.js';
import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import type { DisputeAct } from '../disputes/acts/all-acts.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { Population, PostKind, Protocol } from '../protocol/protocol.js';
import type { Chance } from './chance.js';

/** One thing that somebody in Northshire does, and when. */
export interface ScriptedAct {
  readonly at: Instant;
  readonly stream: string;
  readonly commandId: string;
  readonly actor: Actor;
  readonly act: { aggregate: 'dispute'; act: DisputeAct } | { aggregate: 'acknowledgement'; act: AcknowledgementAct };
}

export interface CastChild {
  readonly childId: string;
  readonly team: string;
  /** Id of the person who has the seat of their IRO. */
  readonly iro: string;
  /** Person id; null where they wait for one. */
  readonly worker: string | null;
  readonly population: Population;
}

/** The people and children of a story, looked up from the directory that was made before. */
export interface Cast {
  readonly children: readonly CastChild[];
  /** In the seat of the IRO: from a post as one, or as conference chair. */
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
