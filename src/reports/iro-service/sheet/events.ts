import type { Quarter } from '../../../calendar/calendar.js';
import type { DomainEvent } from '../../../platform/decider.js';

/** Streams: `dipSample-<person>-<quarter with dashes>`, what was drawn of the work of one IRO in one quarter. */
export type DipSampleEvent = DomainEvent<'DipSampleDrawn', DipSampleDrawn>;

export interface DipSampleDrawn {
  /** Person id. */
  iro: string;
  quarter: Quarter;
  /** 1 for the first sample of the quarter. */
  number: number;
  /** The disputes that chance chose, in the order in which they were drawn. */
  references: string[];
  /** From how many they were drawn. */
  outOf: number;
  /** The reason why it was drawn again; null of the first. */
  reason: string | null;
}
