import type { DomainEvent } from '../platform/decider.js';

/**
 * Streams: `caseload-<reference>`, one for each time that a whole caseload is handed over. The change of each record stands in the
 * record itself; here stands the intent, so that it is continued after a program was stopped, and the result.
 */
export type CaseloadEvent =
  | DomainEvent<'CaseloadHandOverBegun', CaseloadHandOverBegun>
  | DomainEvent<'CaseloadHandedOver', { rows: RowHandedOver[]; refused: RowRefused[]; teams: string[] }>;

export interface CaseloadHandOverBegun {
  /** `CLH-7K4M-2QXH`; also the id of its stream. */
  reference: string;
  /** Person id of the IRO or chair who had it. */
  fromIro: string;
  reason: string;
  rows: PlannedRow[];
  /** The records that were asked for and are none of their caseload. */
  refused: RowRefused[];
  /** All that no list names was meant too. */
  isWhole: boolean;
}

/**
 * - `child`: the allocation; checks and recommendations about a child are whose the child is, and go with it
 * - `dispute`, `conversation`, `acknowledgement`: held by a person
 */
export const KINDS_OF_ROW = [
  'child',
  'dispute',
  'conversation',
  'acknowledgement',
  'check',
  'recommendations',
] as const;
export type KindOfRow = (typeof KINDS_OF_ROW)[number];

export interface PlannedRow {
  kind: KindOfRow;
  /** Reference; of a child the record number. */
  id: string;
  /** Record numbers of those whom it is about. */
  children: string[];
  /** Person id. */
  toIro: string;
}

export interface RowHandedOver {
  kind: KindOfRow;
  id: string;
  toIro: string;
}

export interface RowRefused {
  kind: KindOfRow;
  /** Null for a record that the person who handed over may not see. */
  id: string | null;
  code: string;
  detail: string;
}
