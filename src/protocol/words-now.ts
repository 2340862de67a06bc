import type { LocalDate } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Clock } from '../platform/clock/clock.js';
import { Refusal } from '../platform/decider.js';
import { allStages } from './ladder.js';
import type { CouncilPost } from './own-posts.js';
import { PLAIN_WORDS } from './plain-words.js';
import type { ProtocolLibrary } from './protocol-library.js';
import {
  type Ladder,
  type Level,
  MAIN_LADDER,
  type Protocol,
  type ProtocolBook,
  type ThemeInUse,
  type Words,
} from './protocol.js';
import { workedOutOnce } from './worked-out-once.js';

/** A council's word for each word of the program. */
export interface CouncilSays {
  readonly words: Words;
  /** Names that the council gave, such as those of its stages: they stay as they were written. */
  readonly kept: readonly string[];
  readonly themes: readonly ThemeInUse[];
  /** Posts of the council's own, with what it calls them. */
  readonly posts: readonly CouncilPost[];
  /** Ladders beside the main one; none where one is for every dispute. */
  readonly ladders: readonly Pick<Ladder, 'code' | 'name' | 'words'>[];
  /** None where a dispute has no level. */
  readonly levels: readonly Pick<Level, 'code' | 'name'>[];
}

/** The words of this council today, by the protocol in force: for everything that leaves the program and is read by people. */
export class WordsNow {
  constructor(
    private readonly protocols: Pick<ProtocolLibrary, 'current' | 'lastKnown'>,
    private readonly clock: Clock,
  ) {}

  /** Before a protocol is adopted, and while the log is away, everything is still said, in plain words. */
  async now(): Promise<CouncilSays> {
    try {
      return this.saidBy(await this.protocols.current());
    } catch {
      return this.lastKnown();
    }
  }

  /** By what this process has read of the log: for what may not wait for it. */
  lastKnown(): CouncilSays {
    return this.saidBy(this.protocols.lastKnown());
  }

  private saidBy(book: ProtocolBook): CouncilSays {
    return saysOn(book, londonDate(this.clock.now()));
  }
}

/** Before a council has said anything. */
export const SAYS_NOTHING: CouncilSays = {
  words: PLAIN_WORDS,
  kept: [],
  themes: [],
  posts: [],
  ladders: [],
  levels: [],
};

/** The words of the protocol that is in force on a day; plain words if none is. */
export const saysOn = (book: ProtocolBook, day: LocalDate): CouncilSays => {
  try {
    return saysOf(book.inForceOn(day).protocol);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return SAYS_NOTHING;
  }
};

/** The same on one of its ladders, which may have words of its own; as in the whole protocol on one that it has not. */
export const onLadder = (says: CouncilSays, ladder: string): CouncilSays => onEachLadder(says).get(ladder) ?? says;

const onEachLadder = workedOutOnce(
  (says: CouncilSays): ReadonlyMap<string, CouncilSays> =>
    new Map(says.ladders.map(({ code, words }) => [code, { ...says, words: { ...says.words, ...words } }])),
);

/** The words on a ladder of a protocol. */
export const wordsOn = (protocol: Protocol, ladder: string): Words => saysOf(protocol, ladder).words;

/** The words of one protocol, on a ladder of it: the main one unless told. */
export const saysOf = (protocol: Protocol, ladder = MAIN_LADDER): CouncilSays =>
  onLadder(saysOfWhole(protocol), ladder);

const saysOfWhole = workedOutOnce((protocol: Protocol): CouncilSays => {
  const names = (protocol.ladders ?? []).map(({ name }) => name);
  return {
    words: protocol.words,
    kept: [
      protocol.title,
      ...names,
      ...(protocol.levels ?? []).map(({ name }) => name),
      ...allStages(protocol).map(({ name }) => name),
      ...protocol.themes.map(({ label }) => label),
      ...(protocol.posts ?? []).map(({ title }) => title),
      ...(protocol.reviewStandards ?? []).map(({ text }) => text),
      ...protocol.beforeRaising.flatMap(({ inWords }) => inWords ?? []),
    ],
    themes: protocol.themes,
    posts: protocol.posts ?? [],
    ladders: (protocol.ladders ?? []).map(({ code, name, words }) => ({ code, name, ...(words && { words }) })),
    levels: (protocol.levels ?? []).map(({ code, name }) => ({ code, name })),
  };
});
