import { refuse } from '../platform/decider.js';
import type { KindOfRow, PlannedRow, RowRefused } from './events.js';

/** Something of a caseload: a child who is allocated to the IRO, or an open record. */
export interface InCaseload {
  readonly kind: KindOfRow;
  /** Reference; of a child the record number. */
  readonly id: string;
  readonly children: readonly string[];
}

/** The share that one IRO takes. Without a list it is all that no other share names. */
export interface Share {
  readonly toIro: string;
  /** Record numbers: these children, with all that is open about them. */
  readonly children: readonly string[] | null;
  /** References: these records alone, wherever their children go. */
  readonly records: readonly string[] | null;
}

export interface Plan {
  readonly rows: PlannedRow[];
  readonly refused: RowRefused[];
  readonly isWhole: boolean;
}

/** @throws Refusal `same-iro`, `named-twice` */
export const mustBeDivided = (fromIro: string, shares: readonly Share[]): void => {
  if (shares.some(({ toIro }) => toIro === fromIro))
    refuse('same-iro', 'This is the caseload of that IRO. Name somebody else.');
  const isNamedTwice = (named: readonly string[]): boolean => new Set(named).size < named.length;
  if (
    isNamedTwice(shares.flatMap(({ children }) => children ?? [])) ||
    isNamedTwice(shares.flatMap(({ records }) => records ?? []))
  )
    refuse('named-twice', 'A child or a record is named in more than one part. Name each in one of them.');
};

/**
 * The division of a caseload among its takers. A record that is named goes to the person who takes it by name, any other with the first of its
 * children that goes somewhere, and what is left to the one share without a list; where there is none, it stays. Children come first: what
 * follows a child by itself is then done already.
 */
export const planOf = (caseload: readonly InCaseload[], shares: readonly Share[]): Plan => {
  const rest = shares.find(({ children, records }) => children === null && records === null)?.toIro;
  const ofChild = new Map(shares.flatMap(({ toIro, children }) => (children ?? []).map((child) => [child, toIro])));
  const ofRecord = new Map(shares.flatMap(({ toIro, records }) => (records ?? []).map((each) => [each, toIro])));
  const own = new Set(caseload.flatMap(({ kind, id }) => (kind === 'child' ? [id] : [])));
  const withChild = (children: readonly string[]): string | undefined =>
    children.flatMap((child) => (own.has(child) ? (ofChild.get(child) ?? []) : []))[0];
  const takes = ({ kind, id, children }: InCaseload): string | undefined =>
    (kind === 'child' ? ofChild.get(id) : (ofRecord.get(id) ?? withChild(children))) ?? rest;
  const rows = caseload.flatMap((each): PlannedRow[] => {
    const toIro = takes(each);
    return toIro === undefined ? [] : [{ ...each, children: [...each.children], toIro }];
  });
  const ids = new Set(caseload.map(({ id }) => id));
  return {
    rows: [...rows.filter(({ kind }) => kind === 'child'), ...rows.filter(({ kind }) => kind !== 'child')],
    refused: [
      ...[...ofChild.keys()].filter((id) => !own.has(id)).map((id) => notTheirs('child', id)),
      ...[...ofRecord.keys()].filter((id) => !ids.has(id)).map((id) => notTheirs('dispute', id)),
    ],
    isWhole: rest !== undefined,
  };
};

/** The same for a hidden record, for one that somebody else holds and for one that does not exist. */
const notTheirs = (kind: KindOfRow, id: string): RowRefused => ({
  kind,
  id,
  code: 'not-in-the-caseload',
  detail: 'This is not among the children and the open records of that IRO. Check how it is written.',
});
