import type { LocalDate, Quarter } from '../../calendar/calendar.js';
import type { PeriodCounted } from '../over-time/periods.js';
import type { Counted } from '../yearly.js';

/** The kinds of an IRO's work that are counted: raising, acknowledging, checking and recommending. */
export const KINDS_OF_WORK = ['informal', 'formal', 'acknowledgement', 'check', 'recommendations'] as const;
export type KindOfWork = (typeof KINDS_OF_WORK)[number];

/** A record of the work of an IRO. */
export interface RecordOfWork {
  readonly reference: string;
  readonly kind: KindOfWork;
  /** Person id of the IRO who raised, gave, began or sent it; null where a register does not say. */
  readonly iro: string | null;
  /** On which it was raised, given or sent, or for which the check is held. */
  readonly on: LocalDate;
  /** Something of it is still to be done: a standard to answer or to decide about, or recommendations that wait. */
  readonly isOutstanding: boolean;
}

/** An open dispute that an IRO holds today. */
export interface Held {
  readonly reference: string;
  readonly iro: string | null;
  readonly isLate: boolean;
}

export interface Iro {
  readonly id: string;
  readonly name: string;
}

export interface QuarterOfIro {
  readonly quarter: Quarter;
  readonly work: { readonly [Kind in KindOfWork]: Counted };
  /** Of its checks, those with a standard to answer or to decide about. */
  readonly checksUnfinished: Counted;
  /** Of its recommendations, those that wait for an answer, or for the IRO to decide. */
  readonly recommendationsWaiting: Counted;
}

export interface IroInService {
  readonly iro: Iro;
  /** Children allocated to them today. */
  readonly children: number;
  /** Disputes that they hold today. */
  readonly open: Counted;
  readonly late: Counted;
  readonly quarters: readonly QuarterOfIro[];
}

/**
 * The IRO service, IRO by IRO, for those who lead it: so that everybody can be asked what they need, and whether they share a view of when
 * to raise. A to Z, never by count.
 */
export interface IroService {
  readonly asAt: LocalDate;
  /** The quarters of each IRO, the earliest first, with what is not known of them. */
  readonly periods: readonly QuarterKept[];
  readonly iros: readonly IroInService[];
}

/** A quarter, and why nothing is known of a kind of work in it: null where it is known, for what nobody collected is not 0. */
export interface QuarterKept {
  readonly quarter: Quarter;
  readonly whyUnknown: { readonly [Kind in KindOfWork]: string | null };
}

/** The work of all IROs together, as far as it is known. */
export interface WorkOfIros {
  readonly iros: readonly Iro[];
  readonly records: readonly RecordOfWork[];
  readonly held: readonly Held[];
  /** Children allocated today, by person id of the IRO. */
  readonly children: ReadonlyMap<string, number>;
}

export const iroServiceOf = (
  { iros, records, held, children }: WorkOfIros,
  quarters: readonly (Pick<PeriodCounted, 'from' | 'to'> & QuarterKept)[],
  asAt: LocalDate,
): IroService => ({
  asAt,
  periods: quarters.map(({ quarter, whyUnknown }) => ({ quarter, whyUnknown })),
  iros: [...iros]
    .sort((one, other) => ALPHABET.compare(one.name, other.name) || ALPHABET.compare(one.id, other.id))
    .map((iro) => {
      const theirs = records.filter((record) => record.iro === iro.id);
      const holds = held.filter((each) => each.iro === iro.id);
      return {
        iro,
        children: children.get(iro.id) ?? 0,
        open: countedOf(holds),
        late: countedOf(holds.filter(({ isLate }) => isLate)),
        quarters: quarters.map(({ quarter, from, to }) =>
          quarterOf(
            quarter,
            theirs.filter(({ on }) => on >= from && on <= to),
          ),
        ),
      };
    }),
});

const quarterOf = (quarter: Quarter, records: readonly RecordOfWork[]): QuarterOfIro => {
  const of = (kind: KindOfWork): RecordOfWork[] => records.filter((record) => record.kind === kind);
  const outstanding = (kind: KindOfWork): Counted => countedOf(of(kind).filter(({ isOutstanding }) => isOutstanding));
  return {
    quarter,
    work: {
      informal: countedOf(of('informal')),
      formal: countedOf(of('formal')),
      acknowledgement: countedOf(of('acknowledgement')),
      check: countedOf(of('check')),
      recommendations: countedOf(of('recommendations')),
    },
    checksUnfinished: outstanding('check'),
    recommendationsWaiting: outstanding('recommendations'),
  };
};

const countedOf = (records: readonly { readonly reference: string }[]): Counted => ({
  count: records.length,
  references: records.map(({ reference }) => reference),
});

const ALPHABET = new Intl.Collator('en-GB', { numeric: true });
