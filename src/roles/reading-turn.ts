import { Refusal } from '../platform/decider.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Envelope, Executor } from '../platform/executor.js';
import { derivedId } from '../platform/ids.js';
import { COUNCIL_STREAM, councilDecider } from './council.js';
import type { RoleTurnTaken } from './events.js';
import { turnsOver } from './turn.js';

/*
 * A file of teams or people gives many roles at once. It takes one turn for all of them, in the same stream as a person who gives one role and
 * as the opening of the council, and gives the turn back when it is done: one file is read in at a time, against a directory in which
 * nobody has been given anything since it was compared with the file.
 */

/** The outcome of reading a file, as found when the file was compared with the directory. */
export interface Reading {
  /** Follows from what the file says. */
  readonly reading: string;
  readonly gives: readonly Omit<RoleTurnTaken, 'at'>[];
  /** Something is given by one person's word, as is done until the council is open. */
  readonly isSetUp: boolean;
  /** How many turns had been taken before. */
  readonly turns: number;
}

/**
 * Does the work of a reading in its turn. A process that ends in the middle leaves the turn taken for an hour, in which the same file
 * goes on with it.
 * @throws Refusal `directory-being-read`, `council-opened`, `administrators-read-no-cases`, `directory-changed`, before any work is done
 */
export const inTurnOfReading = async (
  { reading, gives, isSetUp, turns }: Reading,
  { executor, today, envelope }: { executor: Executor; today: LocalDate; envelope: (commandId: string) => Envelope },
  work: () => Promise<void>,
): Promise<void> => {
  const { occurredAt: at } = envelope(reading);
  const over = await turnsOver(
    gives.map((each) => ({ ...each, at })),
    executor,
    today,
  );
  const begun = { reading, gives: [...gives], at };
  const begin = { type: 'begin-reading', reading: begun, isSetUp, turns, over } as const;
  const sent = envelope(derivedId('directory-reading', reading, turns));
  const asSent = { type: 'begin-reading', reading };
  const { state } = await executor.execute(COUNCIL_STREAM, councilDecider, begin, null, { ...sent, asSent });
  const end = async (): Promise<void> => {
    const commandId = derivedId('directory-reading-ended', reading, state.turnsTaken);
    const ending = { type: 'end-reading', reading } as const;
    await executor.execute(COUNCIL_STREAM, councilDecider, ending, null, envelope(commandId));
  };
  try {
    await work();
  } catch (error) {
    // If a rule refuses there is nothing to go on with, so the turn ends; if the log was away, the same file goes on.
    if (error instanceof Refusal) await end();
    throw error;
  }
  await end();
};
