import type { NoticeKind } from '../kinds.js';

/**
 * The notices of one event, in one row: either notices with whom each goes to and why, or why nobody is told. A row is data, so that the
 * same table sends the notices and is printed for people who read no code (docs/access/who-is-told.csv).
 */
export type Row<Whom extends string = string, When extends string = string> =
  | { readonly tells: readonly Tell<Whom, When>[] }
  | { readonly nobody: string };

/** One notice of a row. */
export interface Tell<Whom extends string = string, When extends string = string> {
  readonly notice: NoticeKind;
  /** Those who get it; who they are on the day is worked out from the record and the directory. */
  readonly to: Whom;
  /** The reason why they are told, for a reader of the table. */
  readonly why: string;
  /** Further conditions, all of which must hold; none if it is left out. */
  readonly when?: readonly When[];
}

/** Several notices; for each person the first that is theirs to do counts, else the first. */
export const tells = <Whom extends string, When extends string = never>(
  ...each: readonly Tell<Whom, When>[]
): Row<Whom, When> => ({ tells: each });

/** @param why what makes a notice needless */
export const nobody = (why: string): Row<never, never> => ({ nobody: why });
