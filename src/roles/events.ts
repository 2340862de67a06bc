import type { Instant, LocalDate } from '../calendar/calendar.js';
import type { DomainEvent } from '../platform/decider.js';
import type { PostKind, Protocol } from '../protocol/protocol.js';

/** The people who agreed to an act that gives somebody a role, beside its proposer (docs/decisions/0023). Goes with the event of the act. */
export interface Agreed {
  /**
   * - `second-person`: one person proposed it and another agreed
   * - `set-up`: the council was not open yet, so one person sufficed
   * - `not-needed`: nothing about a child is read by it
   */
  how: 'second-person' | 'set-up' | 'not-needed';
  /** Id of the person who agreed; null where one person sufficed. */
  by: string | null;
  /** Reference of the proposal that was agreed to; null where there was none. */
  proposal: string | null;
}

/** Streams: `roleProposal-<reference>`. Nobody is in office, and no rule in force, by a proposal alone. */
export type RoleProposalEvent =
  | DomainEvent<'RoleProposed', RoleProposed>
  | DomainEvent<'RoleProposalAgreed', { on: LocalDate }>
  | DomainEvent<'RoleProposalRefused', { reason: string }>
  | DomainEvent<'RoleProposalTakenBack', { reason: string }>;

export interface RoleProposed {
  /** `PRP-7K4M-2QXH`; also the id of its stream. */
  proposal: string;
  what: WhatIsProposed;
  /** Id of the person who proposed it. */
  by: string;
  /** The last day on which it can be agreed to. */
  lapsesOn: LocalDate;
}

export type WhatIsProposed = PostProposed | ProtocolProposed | AccountProposed | TeamChangeProposed;

/** That a person takes a post from which cases are read. */
export interface PostProposed {
  kind: 'post';
  post: string;
  postKind: PostKind;
  title: string;
  /** Team for which the post answers; null for a post of a service or of the whole council. */
  team: string | null;
  service: string | null;
  person: string;
  /** The first day, but never one before the day on which it is agreed to; null for that day. */
  from: LocalDate | null;
}

/** That an account of the council’s own sign-in signs in somebody who holds a post from which cases are read. */
export interface AccountProposed {
  kind: 'account';
  account: string;
  /** The name of the account at the identity provider. */
  userName: string | null;
  person: string;
}

/** That rules come into force which give kinds of post more than they have. */
export interface ProtocolProposed {
  kind: 'protocol';
  from: LocalDate;
  protocol: Protocol;
  /** The file as it was read. */
  file: string;
  fileSha256: string;
  warnings: string[];
  /** The rights that it gives and the rules in force do not, for the person who agrees: `stage 2: answered by director`. */
  gives: string[];
}

/** That a team belongs to another service, or ends and others take over, so that other managers read its cases. */
export interface TeamChangeProposed {
  kind: 'team';
  team: string;
  /** The service to which it belongs when this is proposed. */
  service: string | null;
  /** The change in words: `Locality North belongs to the service Localities`. */
  title: string;
  /** The first day; null where it is for all time. */
  from: LocalDate | null;
  change: TeamChange;
  /** Posts to which it opens the cases of the team, for the person who agrees. */
  gives: string[];
}

export type TeamChange =
  | { type: 'move-to-service'; service: string | null; from: LocalDate | null }
  | { type: 'end'; on: LocalDate; succeededBy: string[] };

/** The one stream `council-opening`. */
export type CouncilEvent =
  | DomainEvent<'FirstAdministratorSet', { person: string; post: string }>
  | DomainEvent<'SetUpLinkMade', SetUpLinkMade>
  | DomainEvent<'SetUpLinkUsed', { at: Instant; person: string }>
  | DomainEvent<'RoleTurnTaken', RoleTurnTaken>
  | DomainEvent<'DirectoryReadingBegun', DirectoryReadingBegun>
  | DomainEvent<'DirectoryReadingEnded', { reading: string }>
  | DomainEvent<'CouncilNamed', { name: string }>
  | DomainEvent<'CouncilOpened', CouncilOpened>;

/** Something is about to be given that may be at odds with what is given at the same moment (src/roles/turn.ts). */
export interface RoleTurnTaken {
  /** Stream in which it is given. */
  stream: string;
  /** Id of the command that gives it there. */
  command: string;
  /** Id of the person who gets a post; null where rules, a team or an account are changed. */
  person: string | null;
  /** Kind of the post; null as of the person. */
  postKind: PostKind | null;
  /** The first day in it; null for today, or where there is no post. */
  from: LocalDate | null;
  /** The moment at which the turn was taken. */
  at: Instant;
}

/** A file of teams or people is about to be read into the directory, with every post that it gives (src/roles/reading-turn.ts). */
export interface DirectoryReadingBegun {
  /** Follows from what the file says: the same file read in again is the same reading. */
  reading: string;
  /** Posts of administrators, and posts from which cases are read, that it gives at once. */
  gives: Omit<RoleTurnTaken, 'at'>[];
  /** The moment at which it began. */
  at: Instant;
}

/** A link with which the first administrator signs in, once. */
export interface SetUpLinkMade {
  /** SHA-256 of the secret in the link, which itself is kept nowhere. */
  hash: string;
  /** From this moment on it opens nothing. */
  expiresAt: Instant;
  /** Person id of whom it signs in: the first administrator, or the IRO manager, who opens the council. */
  person: string;
}

export interface CouncilOpened {
  /** Person id of the IRO manager who read the list and confirmed it. */
  by: string;
  /** Digest of the list that they read: who holds which post, and which rules are in force, by the word of one person. */
  list: string;
}
