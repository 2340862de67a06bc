import type { LocalDate } from '../calendar/calendar.js';
import type { DomainEvent } from '../platform/decider.js';

/** The events of an import of a council's own register. Streams: `import-<id>`, the id derived from the rows and the mapping. */
export type ImportEvent =
  | DomainEvent<'ImportStarted', ImportStarted>
  | DomainEvent<'ImportFinished', { rowsWritten: number }>
  | DomainEvent<'ImportWithdrawalStarted', { reason: string }>
  | DomainEvent<'ImportWithdrawn', { reason: string; rowsWithdrawn: number }>;

export type RegisterKind = 'informal' | 'formal' | 'acknowledgement';

/** The kind and the period for which a register speaks. Outside it a figure is "no register", never 0. */
export interface Coverage {
  kind: RegisterKind;
  from: LocalDate;
  to: LocalDate;
}

export interface ImportStarted {
  importId: string;
  files: { name: string; sha256: string; rows: number; accepted: number; duplicates: number; refused: number }[];
  mappingSha256: string;
  /** Accepted rows of all files. */
  rows: number;
  covers: Coverage[];
}
