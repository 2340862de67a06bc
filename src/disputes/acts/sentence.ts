import type { LocalDate } from '../../calendar/calendar.js';
import type { PostKind, Words } from '../../protocol/protocol.js';
import type { DisputeEvent } from '../events.js';

/** The recorded data as a reader sees it: any part may have been left out, and for some readers everything is. */
export type Redacted<Data> = Data extends readonly (infer Each)[]
  ? readonly Redacted<Each>[]
  : Data extends object
    ? { readonly [Key in keyof Data]?: Redacted<Data[Key]> | null }
    : Data;

/** The facts from which a sentence of a dispute's history is made. Nothing in it is more than its reader may see. */
export interface Told<Data> {
  readonly data: Redacted<Data>;
  /** The person who acted, and the post from which; it begins a sentence. `Footprint` if no person acted. */
  readonly who: string;
  /** The council's words. */
  readonly words: Words;
  /** With its article: `an informal DRP`. */
  readonly a: (thing: string) => string;
  /** The same at the beginning of a sentence. */
  readonly A: (thing: string) => string;
  /** `, addressed to the team manager or the service manager`, and with `and` where both answer; nothing where the reader sees no posts. */
  readonly addressed: (posts: readonly PostKind[] | null | undefined) => string;
  /** A reference, or the number of another system, as the council shows it. */
  readonly reference: (of: string) => string;
  readonly person: (id: string | null | undefined) => string | null;
  /** As it was called on the day it happened. */
  readonly team: (id: string | null | undefined) => string | null;
  /** By the label that the council gives it. */
  readonly theme: (code: string | null | undefined) => string | null;
  /** By initials. */
  readonly child: (id: string | null | undefined) => string | null;
  /** ` on 3 April 2023` after a given word; nothing where the reader sees no date. Words that are no date stay as they are. */
  readonly dated: (word: string, date: LocalDate | null | undefined) => string;
}

/** How a dispute's history says that an event of one type happened, in the council's words. Pure. */
export type Sentence<Data> = (told: Told<Data>) => string;

export type SentenceOf<Type extends DisputeEvent['type']> = Sentence<Extract<DisputeEvent, { type: Type }>['data']>;
