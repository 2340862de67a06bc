import { ANY } from '@eventstore/db-client';
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { CallOptions } from './connection.js';
import { within } from './time-limit.js';

/** Nothing is ever recorded in it, and nothing ever read. */
export const STREAM_OF_PROOFS = 'footprint-proof';

/**
 * Makes a node prove that it leads, by an append without events: it is acknowledged once most nodes have taken it, and most nodes take
 * nothing from a leader that has been replaced. Nothing is recorded: no stream, event, position or backup shows it. Everything that had been
 * acknowledged to anybody before the proof was asked for is shown by the node that gave it.
 *
 * @param milliseconds in which the node must have proved it
 * @throws whatever the client says, or TimeLimitPassed: it is not known whether the node leads
 */
export const prove = async (client: EventStoreDBClient, options: CallOptions, milliseconds: number): Promise<void> => {
  await within(
    milliseconds,
    client.appendToStream(STREAM_OF_PROOFS, [], {
      ...options,
      expectedRevision: ANY,
      deadline: Math.ceil(milliseconds),
    }),
  );
};
