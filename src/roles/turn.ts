import { isCaseRole } from '../access/case-roles.js';
import type { LocalDate } from '../calendar/calendar.js';
import { postDecider } from '../directory/post.js';
import type { Envelope, Executor } from '../platform/executor.js';
import { derivedId } from '../platform/ids.js';
import type { PostKind } from '../protocol/protocol.js';
import { COUNCIL_STREAM, councilDecider } from './council.js';
import type { Agreed, RoleTurnTaken } from './events.js';
import { doNotGoTogether } from './turns-that-count.js';

/*
 * Posts, rules and teams have streams of their own, so that two roles that do not go together could both be given at the same moment, each
 * by somebody who still saw the record without the other. Each takes a turn first, in the one stream of the council: the revision of that
 * stream puts them one after the other, and the second is refused. The opening of the council stands in the same stream, so that nothing
 * is given by one person's word once it has been opened.
 */

/** The role that is to be given. */
export interface Giving {
  /** Stream in which it is given, and the id of the command that gives it there. */
  readonly stream: string;
  readonly command: string;
  /** The person who gets a post, and its kind; null if rules, a team or an account are changed. */
  readonly gets: { readonly person: string; readonly postKind: PostKind; readonly from: LocalDate | null } | null;
  readonly agreed: Agreed['how'];
}

/** Whether it can be at odds with another that is given at the same moment, or with the opening of the council. */
const needsATurn = ({ gets, agreed }: Giving): boolean =>
  agreed === 'set-up' || (gets !== null && isAtOddsWithAnother(gets.postKind));

/** Whether there is a kind of post that nobody holds beside this one. */
export const isAtOddsWithAnother = (kind: PostKind): boolean => kind === 'administrator' || isCaseRole(kind);

/**
 * Takes a turn, after which the role is given.
 * @param today the day on which somebody is in office who gets a post from no later day
 * @throws Refusal `administrators-read-no-cases` where the person is being given a post at the same moment that does not go with it;
 *   `council-opened` where one person would give it in a council that has just been opened
 */
export const takeTurn = async (
  giving: Giving,
  executor: Executor,
  today: LocalDate,
  envelope: Pick<Envelope, 'actor' | 'occurredAt' | 'correlationId'>,
): Promise<void> => {
  if (!needsATurn(giving)) return;
  const { stream, command, gets, agreed } = giving;
  const at = envelope.occurredAt;
  const turn: RoleTurnTaken = { stream, command, ...(gets ?? { person: null, postKind: null, from: null }), at };
  const over = await turnsOver([turn], executor, today);
  // A turn that was not used within its time is taken anew by the same command.
  const commandId = derivedId('role-turn', stream, command, at.slice(0, '2026-11-29T10'.length));
  const asSent = { type: 'take-turn', stream, command };
  const act = { type: 'take-turn', turn, agreed, over } as const;
  await executor.execute(COUNCIL_STREAM, councilDecider, act, null, { ...envelope, commandId, asSent });
};

/** Earlier turns that do not go with one of these, and whose post was given since and is held no more. */
export const turnsOver = async (
  turns: readonly RoleTurnTaken[],
  executor: Executor,
  today: LocalDate,
): Promise<RoleTurnTaken[]> => {
  const { state } = await executor.load(COUNCIL_STREAM, councilDecider);
  const over: RoleTurnTaken[] = [];
  for (const turn of turns)
    for (const other of state.turns.filter((each) => doNotGoTogether(each, turn)))
      if (await isOver(other, turn.from ?? today, executor)) over.push(other);
  return over;
};

/** Whether what a turn was taken for was given since, and is not held any more from a day on. */
const isOver = async ({ stream, command, person }: RoleTurnTaken, from: LocalDate, executor: Executor) => {
  const { state, events } = await executor.load(stream, postDecider);
  if (!events.some(({ metadata }) => metadata.commandId === command)) return false;
  const held = state?.holdings.filter((holding) => holding.person === person) ?? [];
  return held.every(({ to }) => to !== null && to < from);
};

/** Whether what a turn was taken for has not been given yet. */
export const isUnfinished = async ({ stream, command }: RoleTurnTaken, executor: Executor): Promise<boolean> => {
  const { events } = await executor.load(stream, ANY);
  return !events.some(({ metadata }) => metadata.commandId === command);
};

/** Folds nothing: of some streams only the ids of the commands are asked. */
const ANY = { initial: null, evolve: () => null, decide: () => [] };
