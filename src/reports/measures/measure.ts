import type { RegisterKind } from '../../register/events.js';
import type { KeptFact } from '../coverage.js';

/** The measures that an annual report can hold, as data: each with its definition, and the facts that it is worked out from. */
export interface Measure {
  readonly code: string;
  readonly label: string;
  readonly unit: 'count' | 'percent' | 'ratio';
  /** The meaning of the count. */
  readonly definition: string;
  /** By which date, and who is included; null for what is worked out from other measures. */
  readonly countedBy: string | null;
  /** Registers that must cover the year; a measure made of others goes by theirs. */
  readonly registers: readonly RegisterKind[];
  /** Facts that a register must have kept, so that a count from its rows says something; none for what every row has. */
  readonly needs: readonly KeptFact[];
  readonly from: MeasureSource;
}

export type MeasureSource =
  /**
   * Counted from rows. `here` measures are known only of time worked in the service itself: registers hold no such column. One that is
   * `anEnd` is printed also where it happened to a row that was taken on, or what became of all that were raised would not add up.
   */
  | { readonly how: 'counted'; readonly here?: true; readonly anEnd?: true }
  | { readonly how: 'sum'; readonly of: readonly string[] }
  | { readonly how: 'share'; readonly part: string; readonly whole: string }
  | {
      readonly how: 'ratio';
      readonly part: string;
      readonly whole: string;
      readonly per: number;
      readonly decimals: number;
    };

/** A measure that is worked out from others, whose dates, registers and facts it goes by. */
export const workedOut = (
  { code, label, unit, definition }: Pick<Measure, 'code' | 'label' | 'unit' | 'definition'>,
  from: Exclude<MeasureSource, { how: 'counted' }>,
): Measure => ({ code, label, unit, definition, countedBy: null, registers: [], needs: [], from });
