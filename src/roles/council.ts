import type { Instant } from '../calendar/calendar.js';
import { addHours } from '../calendar/dates.js';
import { LONGEST_COUNCIL_NAME } from '../platform/council-name.js';
import { assertNever, type Decider, invalid, notYours, refuse } from '../platform/decider.js';
import type { PostKind } from '../protocol/protocol.js';
import type { Agreed, CouncilEvent, DirectoryReadingBegun, RoleTurnTaken, SetUpLinkMade } from './events.js';
import { counts, doNotGoTogether, isSame } from './turns-that-count.js';

export const COUNCIL_STREAM = 'council-opening';

/** How far a council has come from an empty log to its work. */
export interface CouncilState {
  /** Set once, from the command line; null where nobody was. */
  readonly firstAdministrator: string | null;
  readonly isOpen: boolean;
  /** What somebody said that the council is called; null where nobody did. */
  readonly name: string | null;
  /** The last link that was made; null where none was, or it was used. */
  readonly setUpLink: SetUpLinkMade | null;
  /** The person whom a link signed in last; null where none was used. */
  readonly signedInByLink: string | null;
  /** Turns that counted when the last one was taken, and how many there have been; a file that is read in takes one for all it gives. */
  readonly turns: readonly Turn[];
  readonly turnsTaken: number;
  /** The file that is being read into the directory; null where the last one is done. */
  readonly reading: Pick<DirectoryReadingBegun, 'reading' | 'at'> | null;
}

/** A person who gives a post that a file gives does so in the turn of its reading. */
export interface Turn extends RoleTurnTaken {
  readonly isOfReading?: true;
}

export type CouncilAct =
  | { readonly type: 'set-first-administrator'; readonly person: string; readonly post: string }
  | {
      readonly type: 'make-set-up-link';
      readonly hash: string;
      readonly at: Instant;
      /** The person whom it signs in, and kinds of the posts they hold today; the first administrator where left out. */
      readonly for?: { readonly person: string; readonly holds: readonly PostKind[] };
    }
  | { readonly type: 'use-set-up-link'; readonly hash: string; readonly at: Instant }
  | {
      readonly type: 'take-turn';
      readonly turn: RoleTurnTaken;
      readonly agreed: Agreed['how'];
      /** Earlier turns whose post was given since and is held no more. */
      readonly over: readonly RoleTurnTaken[];
    }
  | {
      readonly type: 'begin-reading';
      readonly reading: DirectoryReadingBegun;
      /** It gives something by one person's word, as is done until the council is open. */
      readonly isSetUp: boolean;
      /** How many turns had been taken before the file was compared with the directory. */
      readonly turns: number;
      /** As of a turn. */
      readonly over: readonly RoleTurnTaken[];
    }
  | { readonly type: 'end-reading'; readonly reading: string }
  | { readonly type: 'name'; readonly name: string }
  | {
      readonly type: 'open';
      /** Id of the person who confirms. */
      readonly by: string;
      /** Kinds of the posts they hold today. */
      readonly holds: readonly PostKind[];
      /** Digest of the list that they read, and of the list as it is now. */
      readonly list: string;
      readonly listNow: string;
      /** The things that the council still lacks, in words. */
      readonly missing: readonly string[];
      /** How many turns had been taken before the list was made. */
      readonly turns: number;
      /** Something is being given at this moment that the list cannot have yet. */
      readonly isUnfinished: boolean;
    };

/** Set up by one person, opened by another (docs/decisions/0023). It cannot be closed again. */
export const councilDecider: Decider<CouncilState, CouncilAct, CouncilEvent, null> = {
  initial: {
    ...{ firstAdministrator: null, isOpen: false, name: null, setUpLink: null, signedInByLink: null },
    ...{ turns: [], turnsTaken: 0, reading: null },
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'FirstAdministratorSet':
        return { ...state, firstAdministrator: event.data.person };
      case 'SetUpLinkMade':
        return { ...state, setUpLink: event.data };
      case 'SetUpLinkUsed':
        return { ...state, setUpLink: null, signedInByLink: event.data.person };
      case 'RoleTurnTaken': {
        return withTurns(state, [event.data], event.data.at);
      }
      case 'DirectoryReadingBegun': {
        const { reading, gives, at } = event.data;
        const turns = gives.map((each) => ({ ...each, at, isOfReading: true as const }));
        return { ...withTurns(state, turns, at), reading: { reading, at } };
      }
      case 'DirectoryReadingEnded':
        return state.reading?.reading === event.data.reading ? { ...state, reading: null } : state;
      case 'CouncilNamed':
        return { ...state, name: event.data.name };
      case 'CouncilOpened':
        return { ...state, isOpen: true };
      default:
        return state;
    }
  },

  decide: (act, state) => {
    switch (act.type) {
      case 'set-first-administrator':
        return setFirst(act, state);
      case 'make-set-up-link':
        return makeLink(act, state);
      case 'use-set-up-link':
        return useLink(act, state);
      case 'take-turn':
        return takeTurn(act, state);
      case 'begin-reading':
        return beginReading(act, state);
      case 'end-reading':
        return state.reading?.reading === act.reading
          ? [{ type: 'DirectoryReadingEnded', data: { reading: act.reading } }]
          : [];
      case 'name':
        return nameIt(act, state);
      case 'open':
        return open(act, state);
      default:
        return assertNever(act);
    }
  },
};

const withTurns = (state: CouncilState, turns: readonly Turn[], at: Instant): CouncilState => ({
  ...state,
  turns: [...state.turns.filter((each) => counts(each, at)), ...turns],
  turnsTaken: state.turnsTaken + 1,
});

const setFirst = (
  { person, post }: Extract<CouncilAct, { type: 'set-first-administrator' }>,
  { firstAdministrator, isOpen }: CouncilState,
): CouncilEvent[] => {
  if (firstAdministrator !== null || isOpen)
    refuse(
      'first-administrator-set',
      'The first administrator of this council was set before, and is set only once. Ask an administrator to give others their posts.',
    );
  return [{ type: 'FirstAdministratorSet', data: { person, post } }];
};

/** Hours for which a link waits to be opened. */
const LINK_HOURS = 1;

/** A new link makes the one before it worthless. */
const makeLink = (
  { hash, at, for: whom }: Extract<CouncilAct, { type: 'make-set-up-link' }>,
  { firstAdministrator, isOpen }: CouncilState,
): CouncilEvent[] => {
  if (firstAdministrator === null)
    refuse(
      'no-first-administrator',
      'Nobody is on record who sets this council up. Name them: footprint setup-link --for NAME.',
    );
  if (isOpen)
    refuse(
      'council-is-open',
      'This council is open, so people sign in with their own accounts. Where nobody can, make a token: footprint token create.',
    );
  if (whom !== undefined && whom.person !== firstAdministrator && !whom.holds.includes('iro-manager'))
    refuse(
      'no-link-for-them',
      'A link signs in the first administrator, or the IRO manager, who opens the council. Name one of them, or give the person that post first.',
    );
  const person = whom?.person ?? firstAdministrator!;
  return [{ type: 'SetUpLinkMade', data: { hash, expiresAt: addHours(at, LINK_HOURS), person } }];
};

/** The answer is the same for every fault of a link. */
const useLink = (
  { hash, at }: Extract<CouncilAct, { type: 'use-set-up-link' }>,
  { setUpLink, isOpen }: CouncilState,
): CouncilEvent[] => {
  if (isOpen || setUpLink === null || setUpLink.hash !== hash || at >= setUpLink.expiresAt)
    notYours(
      'set-up-link-worthless',
      'This link was used before, is more than an hour old, or another was made since. Make a new one: footprint setup-link.',
    );
  return [{ type: 'SetUpLinkUsed', data: { at, person: setUpLink!.person } }];
};

/** @throws Refusal `council-opened`, `administrators-read-no-cases` */
const takeTurn = (
  { turn, agreed, over }: Extract<CouncilAct, { type: 'take-turn' }>,
  { isOpen, turns }: CouncilState,
): CouncilEvent[] => {
  if (agreed === 'set-up' && isOpen)
    refuse(
      'council-opened',
      'The council was opened at this very moment, so this needs a second person. Send it again: it is then proposed.',
    );
  if (isCrossed(turn, turns, over))
    refuse(
      'administrators-read-no-cases',
      'An administrator holds no post from which cases are read, and at this very moment this person is given the other. Read who holds which post, and send it again where it still is to be.',
    );
  return [{ type: 'RoleTurnTaken', data: turn }];
};

/** Whether somebody is being given another post at the same moment that does not go with the one of this turn. */
const isCrossed = (turn: RoleTurnTaken, turns: readonly Turn[], over: readonly RoleTurnTaken[]): boolean =>
  turns.some(
    (each) => counts(each, turn.at) && doNotGoTogether(each, turn) && !over.some((settled) => isSame(settled, each)),
  );

/**
 * @throws Refusal `directory-being-read` where another file is being read in, `council-opened`, `administrators-read-no-cases`, or
 *   `directory-changed` where any turn was taken since the file was compared with the directory
 */
const beginReading = (
  { reading, isSetUp, turns: seen, over }: Extract<CouncilAct, { type: 'begin-reading' }>,
  { isOpen, turns, turnsTaken, reading: current }: CouncilState,
): CouncilEvent[] => {
  const { gives, at } = reading;
  if (current !== null && counts(current, at)) {
    // One that was cut short is gone on with.
    if (current.reading === reading.reading) return [];
    refuse(
      'directory-being-read',
      'Another file is being read into the directory. Wait until that is done and read this one in then. Where it was cut short, read that file in again first; otherwise it holds others up for an hour.',
    );
  }
  if (isSetUp && isOpen)
    refuse(
      'council-opened',
      'The council was opened at this very moment, so what this file gives needs a second person. Read it in again: it is then proposed.',
    );
  if (gives.some((each) => isCrossed({ ...each, at }, turns, over)))
    refuse(
      'administrators-read-no-cases',
      'An administrator holds no post from which cases are read, and at this very moment somebody in this file is given the other. Read it in again in a minute: the row is then named.',
    );
  if (seen !== turnsTaken)
    refuse(
      'directory-changed',
      'Posts or teams were given at this very moment, after the file was compared with them. Read it in again.',
    );
  return [{ type: 'DirectoryReadingBegun', data: reading }];
};

/** It may be named again, also once it is open: councils merge, and a slip is put right. */
const nameIt = (
  { name: written }: Extract<CouncilAct, { type: 'name' }>,
  { name: current }: CouncilState,
): CouncilEvent[] => {
  const name = written.trim();
  if (name === '') invalid('council-name-missing', 'Write the name of the council.');
  if (name.length > LONGEST_COUNCIL_NAME)
    invalid('council-name-too-long', `Write the name of the council in at most ${LONGEST_COUNCIL_NAME} characters.`);
  if (name === current) refuse('council-name-unchanged', 'The council is called so already. There is nothing to do.');
  return [{ type: 'CouncilNamed', data: { name } }];
};

const open = (
  { by, holds, list, listNow, missing, turns, isUnfinished }: Extract<CouncilAct, { type: 'open' }>,
  { firstAdministrator, isOpen, turnsTaken }: CouncilState,
): CouncilEvent[] => {
  if (isOpen) return [];
  if (by === firstAdministrator || holds.includes('administrator'))
    notYours(
      'second-person-needed',
      'Whoever set the council up does not open it. The IRO manager reads who holds which post, and opens it.',
    );
  if (!holds.includes('iro-manager'))
    notYours('iro-manager-needed', 'The IRO manager opens the council. Sign in as somebody who holds that post today.');
  if (firstAdministrator === null)
    refuse(
      'no-first-administrator',
      'Nobody is on record who set this council up. Name them: footprint setup-link --for NAME.',
    );
  if (missing.length > 0) refuse('not-ready-to-open', `The council cannot be opened yet: ${missing.join('; ')}.`);
  if (isUnfinished)
    refuse(
      'role-being-given',
      'Somebody is given a post, or rules come into force, at this very moment. Read the list again in a minute, and confirm that one.',
    );
  if (list !== listNow || turns !== turnsTaken)
    refuse(
      'list-changed',
      'The list of posts and rules is not the one you confirm: it has changed, or is another. Read it again, and confirm that.',
    );
  return [{ type: 'CouncilOpened', data: { by, list } }];
};
