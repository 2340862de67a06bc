import type { DomainEvent } from '../../platform/decider.js';

/**
 * Streams: `viewLog-<id>`, one for each entry, in a log of their own (docs/decisions/0024). The actor and the
 * time of the event say who opened it, and when.
 */
export type ViewLogEvent = DomainEvent<'MattersOpened', MattersOpened>;

/** The records that a reader was shown. */
export const SHOWN = [
  'page',
  'history',
  'child',
  'list',
  'agenda',
  'pack',
  'copy',
  'document',
  'export',
  'figures',
] as const;
export type Shown = (typeof SHOWN)[number];

/** Stands for every matter there is, where the whole log was printed. */
export const EVERYTHING = '*';

export interface MattersOpened {
  what: Shown;
  /** The route with the names of its parameters, `/api/v1/disputes/:reference`; the words of a command on the command line. */
  by: string;
  /** Disputes, acknowledgements, checks, recommendations and meetings of which words or initials stood in the answer. */
  references: string[];
  /** Record numbers of the children whose own page it was, or who stood in a list of children. */
  children: string[];
}
