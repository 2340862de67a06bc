import type { LocalDate } from '../calendar/calendar.js';
import type { Advice, RegisterSource } from '../disputes/events.js';
import type { DomainEvent } from '../platform/decider.js';
import type { PostKind } from '../protocol/protocol.js';

/** A practice acknowledgement: a record on the child's file that somebody did well. Streams: `acknowledgement-<reference>`. */
export type AcknowledgementEvent =
  | DomainEvent<'PracticeAcknowledged', PracticeAcknowledged>
  | DomainEvent<'AcknowledgementThanked', { text: string }>
  /** Whoever thanked for it did so by mistake. */
  | DomainEvent<'AcknowledgementThanksTakenBack', { reason: string }>
  | DomainEvent<'AcknowledgementCorrected', { acknowledged: Acknowledged; reason: string }>
  | DomainEvent<'AcknowledgementWithdrawn', { reason: string }>
  /** It is about another child than was written down. */
  | DomainEvent<'AcknowledgementMovedToChild', AcknowledgementMoved>
  /** The giver has left: another IRO puts it right or takes it back where that is needed. */
  | DomainEvent<'AcknowledgementHandedOver', { fromIro: string; toIro: string; reason: string }>
  | DomainEvent<'AcknowledgementImported', ImportedAcknowledgement>
  | DomainEvent<'ImportedAcknowledgementCorrected', { facts: ImportedAcknowledgementFacts; reason: string }>
  | DomainEvent<'ImportedAcknowledgementWithdrawn', { importId: string; reason: string }>;

export interface PracticeAcknowledged {
  reference: string;
  /** Decides the quarter. */
  givenOn: LocalDate;
  /** The giver's role on that day: published totals may or may not include conference chairs. */
  giverRole: PostKind;
  giver: string;
  protocolVersion: number;
  acknowledged: Acknowledged;
  adviceGiven: Advice[];
}

/** The team it is counted under goes with it: that of the right child on the day it was given. */
export interface AcknowledgementMoved {
  from: Pick<Acknowledged, 'children' | 'team'>;
  to: Pick<Acknowledged, 'children' | 'team'>;
  reason: string;
}

/** The content of an acknowledgement; a correction replaces it whole, the first version stays readable. */
export interface Acknowledged {
  children: string[];
  /** Team on the day it was given; a later move changes nothing. */
  team: string;
  /** People thanked: person ids, or names where they are not in the directory (a partner agency). */
  people: { person: string | null; name: string | null; agency: string | null }[];
  wholeTeam: boolean;
  theme: string;
  whatTheyDid: string;
  differenceForChild: string | null;
}

export interface ImportedAcknowledgement {
  importId: string;
  reference: string;
  ownReference: string;
  source: RegisterSource;
  facts: ImportedAcknowledgementFacts;
}

export interface ImportedAcknowledgementFacts {
  children: string[];
  giver: string | null;
  team: string;
  givenOn: LocalDate;
  theme: string;
  whatTheyDid: string | null;
}
