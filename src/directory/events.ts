import type { LocalDate } from '../calendar/calendar.js';
import type { DomainEvent } from '../platform/decider.js';
import type { Population, PostKind } from '../protocol/protocol.js';
import type { Agreed } from '../roles/events.js';

/** Streams: `team-<id>`. A team renamed is the same team; a team split or merged is new ones with `succeeds` links. */
export type TeamEvent =
  | DomainEvent<'TeamRegistered', TeamRegistered>
  | DomainEvent<'TeamRenamed', { name: string; from: LocalDate }>
  | DomainEvent<'TeamSpellingsAdded', { alsoWrittenAs: string[] }>
  | DomainEvent<'TeamMovedToService', TeamMoved>
  | DomainEvent<'TeamEnded', TeamEnds>;

/** Its cases are read by those who answer for the service, from that day on. */
export interface TeamMoved {
  service: string | null;
  from: LocalDate | null;
  /** The person who agreed that others read its cases. */
  agreed: Agreed;
}

/** Open matters go on with the team that takes over, if there is one. */
export interface TeamEnds {
  on: LocalDate;
  succeededBy: string[];
  /** The person who agreed that others read its cases. */
  agreed: Agreed;
}

export interface TeamRegistered {
  teamId: string;
  /** The council's short code: `TC1`. */
  code: string;
  name: string;
  alsoWrittenAs: string[];
  service: string | null;
  /** Null: it exists throughout. */
  from: LocalDate | null;
  to: LocalDate | null;
  /** Teams it took over from, at a merger or split. */
  succeeds: string[];
}

/** Streams: `post-<id>`. Disputes are addressed to posts; who holds them changes without touching a clock. */
export type PostEvent =
  | DomainEvent<'PostRegistered', PostRegistered>
  | DomainEvent<'PostTaken', PostTaken>
  | DomainEvent<'PostLeft', { person: string; on: LocalDate }>;

export interface PostRegistered {
  postId: string;
  kind: PostKind;
  title: string;
  /** Team for which it answers; null for a post of a service or of the whole council. */
  team: string | null;
  service: string | null;
}

export interface PostTaken {
  person: string;
  from: LocalDate | null;
  /** The person who agreed that they take it. */
  agreed: Agreed;
}

/** Streams: `person-<id>`. */
export type PersonEvent =
  | DomainEvent<'PersonRegistered', PersonRegistered>
  | DomainEvent<'PersonDetailsCompleted', { name: string; email: string | null }>;

export interface PersonRegistered {
  personId: string;
  name: string;
  email: string | null;
  /** Known only from a register's row; to be completed. */
  fromRegister: boolean;
}

/** Streams: `cover-<person id of the one who is away>`. */
export type CoverEvent =
  | DomainEvent<'CoverArranged', CoverArranged>
  | DomainEvent<'CoverEnded', { by: string; from: LocalDate; on: LocalDate }>;

export interface CoverArranged {
  /** Person id of the IRO or chair who is away. */
  iro: string;
  /** Person id of the one who stands in. */
  by: string;
  from: LocalDate;
  /** The last day. */
  to: LocalDate;
  reason: string | null;
}

/** Streams: `child-<record number>`. */
export type ChildEvent =
  | DomainEvent<'ChildRegistered', ChildRegistered>
  | DomainEvent<'ChildDetailsCompleted', { initials: string; bornOn: LocalDate | null; population: Population }>
  | DomainEvent<'ChildLeftCare', { on: LocalDate; because: LeavingCare }>
  | DomainEvent<'ChildCameBackIntoCare', { on: LocalDate }>
  | DomainEvent<'ChildDied', { on: LocalDate }>
  /** It was recorded of the wrong child. */
  | DomainEvent<'ChildDeathTakenBack', { on: LocalDate; reason: string }>
  | DomainEvent<'ChildAllocated', ChildAllocatedTo>
  | DomainEvent<'SocialWorkerNamed', SocialWorkerNamed>;

export interface ChildAllocatedTo {
  team: string | null;
  iro: string | null;
  from: LocalDate | null;
  /** The hand-over of a caseload of which it is a part; left out where it is none. */
  caseload?: string;
}

export interface SocialWorkerNamed {
  /** Person id of the child's own social worker; null where the child has none from that day on. */
  socialWorker: string | null;
  /** Null: from the beginning. */
  from: LocalDate | null;
}

/** How a child stops being looked after. A birthday needs no event: it is worked out from the day of birth. */
export const LEAVING_CARE = ['returned-home', 'adopted', 'special-guardianship', 'turned-18', 'other'] as const;
export type LeavingCare = (typeof LEAVING_CARE)[number];

export interface ChildRegistered {
  /** The council's record number. */
  childId: string;
  /** Null while the child is known only from a register's row. */
  initials: string | null;
  bornOn: LocalDate | null;
  population: Population;
  fromRegister: boolean;
}
