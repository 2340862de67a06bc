import type { LocalDate } from '../../calendar/calendar.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import type { RelationsFrom } from '../access.js';
import type { Asker } from '../asker.js';

/** A thing that a request can name. */
export const KINDS_OF_THINGS = [
  'dispute',
  'acknowledgement',
  'check',
  'recommendations',
  'meeting',
  'series',
  'child',
  'person',
  'post',
  'team',
  'proposal',
  'report',
  'disclosure',
  'account',
  'import',
  'token',
] as const;
export type KindOfThing = (typeof KINDS_OF_THINGS)[number];

/** As much of a thing as a rule about names looks at. */
export interface Thing {
  /** Its reference or id, in its one form. */
  readonly id: string;
  /** Record numbers of those it is about; nobody for a thing without children. */
  readonly children: readonly string[];
  /** Of a dispute: it is only a conversation so far. */
  readonly isConversation?: boolean;
  /** Of a dispute: the day on which it was raised; null while it is only a conversation. */
  readonly raisedOn?: LocalDate | null;
  /** Of a team: its first and its last day, where it has one. */
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
}

/** Something that was looked for, whether or not the asker may know of it. */
export interface Found {
  readonly thing: Thing;
  /** False if it does not exist, or is not for the asker to know. */
  readonly isKnown: boolean;
  /** The relations of the asker to it, from each of their posts; looked up when they are asked for. */
  readonly relationsFrom: RelationsFrom;
  /** Those to whom it is addressed, in words for posts, for a person who is refused; left out where it is addressed to nobody. */
  readonly addressedTo?: string | undefined;
  /** The events of it, by which a command that is sent again is recognised. */
  events(): Promise<readonly RecordedEvent[]>;
  /** Whether a command of the asker's that wrote in it before is answered again: by `isAnsweredAgain`. */
  answersAgain(commandId: string | undefined): Promise<boolean>;
}

/** Looks for things of one kind. A hidden thing must take as long to look for as one that does not exist. */
export interface Finder {
  find(id: string, asker: Asker): Promise<Found>;
  /** The record that a command without a thing to act on has begun, if it was carried out before. */
  begun?(commandId: string, body: object): Promise<readonly RecordedEvent[]>;
}

export type Finders = Readonly<Record<KindOfThing, Finder>>;

/** Token of the one list of finders (src/named-finders.ts). */
export const FINDERS = Symbol('Finders');
