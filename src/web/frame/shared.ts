import type { Asker } from '../../access/asker.js';
import type { Instant } from '../../calendar/calendar.js';
import type { Flash } from '../../platform/http/see-other.js';

/** The words of this council, by its protocol. */
export interface WordsOfPages {
  readonly dispute: string;
  readonly disputes: string;
  readonly informal: string;
  readonly formal: string;
  readonly acknowledgement: string;
  readonly acknowledgements: string;
  readonly stage: string;
  readonly stages: string;
  readonly meeting: string;
  readonly meetings: string;
  /** Letters with which the council shows a reference. */
  readonly prefix: string;
  /**
   * A text of the program, or a reference, as the council says it; never for what people typed.
   * @param ladder code of the ladder of which it speaks, where things may be called otherwise
   */
  readonly said: (text: string, ladder?: string) => string;
  /** A kind of post in the middle of a sentence, by the title that the council has for it: `the team manager`. */
  readonly post: (kind: string) => string;
  /** The words on one of its ladders; left out if they are the same on all. */
  readonly on?: (ladder: string) => WordsOfPages;
}

/** The words on a page, or in a row, that is about one ladder alone. @param ladder its code; undefined if it is about none */
export const wordsOnLadder = (words: WordsOfPages, ladder: string | undefined): WordsOfPages =>
  ladder === undefined ? words : (words.on?.(ladder) ?? words);

/** A place in the navigation. Its text may name what the council calls things: `{disputes}`. */
export interface Place {
  readonly text: string;
  readonly href: string;
  /** It stands behind “More”, with others that are opened less often. */
  readonly isAside?: boolean;
}

/** One record that may be read in an emergency, until when, and why. */
export interface EmergencySaid {
  readonly reference: string;
  readonly reason: string;
  readonly until: Instant;
}

/** Somebody who is signed in, as every page shows them. */
export interface SignedInShown {
  readonly name: string;
  readonly posts: string;
  readonly places: readonly Place[];
  /** Addresses of pages that texts lead to and that they may open. */
  readonly offered: readonly string[];
}

/** Facts that every page shows and only the features know: the module that composes them hands it in. */
export interface SharedByPages {
  /** What the council is called, for the header. */
  called(): Promise<string>;
  /** Whether everybody in it is invented. */
  readonly isDemonstration: boolean;
  now(): Instant;
  words(): Promise<WordsOfPages>;
  /** Labels of themes by their codes, as this council gives them. */
  themes(): Promise<(code: string) => string>;
  /** Name and posts of somebody who is signed in, and the places that are theirs; the first is their home. */
  signedIn(person: string): Promise<SignedInShown>;
  /** The records that a person may read in an emergency now, with the reason that they gave: said on every page while it lasts. */
  emergenciesOf(person: string): Promise<readonly EmergencySaid[]>;
  /** Ids of those for whom a person may act today. */
  whomFor(person: string): readonly string[];
  /**
   * The work of the person who has just acted that is late or due today, the first of it with its page; null if there is none.
   * @param reference of the record that they acted on, which does not count
   */
  nextInWork(asker: Asker, reference: string): Promise<NonNullable<Flash['next']> | null>;
  /** For whom somebody acts, by name, and until when the cover runs. */
  actingFor(asker: Asker): string | undefined;
}

export const SHARED_BY_PAGES = Symbol('SharedByPages');
