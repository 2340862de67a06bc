import type { FinancialYear } from '../calendar/calendar.js';
import { isFinancialYear } from '../calendar/dates.js';
import { assertNever, type Decider, Refusal, refuse } from '../platform/decider.js';
import type { ReportEvent } from './events.js';
import { isMeasure, isShare, SHARES_OF_COUNTS } from './measures.js';

/** An act of a person on a year's figures. */
export type ReportAct = NoteFigure | EnterPublishedTotal;

/** For readers of the report: records lost, teams restructured, others counted in. */
export interface NoteFigure {
  readonly type: 'note-figure';
  readonly year: FinancialYear;
  /** A code of the annual report, or `all`; it speaks for the codes under it too. */
  readonly measure: string;
  readonly note: string;
  /** False: nothing is compared with this figure, and no arrow drawn. */
  readonly comparable: boolean;
}

/** A total that the council printed, for a year that has no rows. */
export interface EnterPublishedTotal {
  readonly type: 'enter-published-total';
  readonly year: FinancialYear;
  readonly measure: string;
  readonly value: number;
  /** The publication in which it is printed, so that a reader can look it up. */
  readonly source: string;
}

/** The notes and totals so far, by year and measure, so that entering the very same again is no new event. */
export type ReportState = ReadonlyMap<string, ReportEvent>;

export const reportStream = (year: FinancialYear): string => `report-${year.replace('/', '-')}`;

/** Notes and published totals of one year. Either is mended by saying it anew: the newest stands, the log keeps all. */
export const reportDecider: Decider<ReportState, ReportAct, ReportEvent, null> = {
  initial: new Map(),
  evolve: (state, event) => new Map(state).set(keyOf(event), event),
  decide: (act, state) => {
    const said = eventOf(act);
    if (said.type === 'PublishedTotalEntered') mustBePartOfItsWhole(said, state);
    const before = state.get(keyOf(said));
    return before !== undefined && sameWords(before, said) ? [] : [said];
  },
};

const eventOf = (act: ReportAct): ReportEvent => {
  mustBeFinancialYear(act.year);
  switch (act.type) {
    case 'note-figure': {
      const { year, measure, comparable } = act;
      if (measure !== 'all') mustBeMeasure(measure);
      return { type: 'FigureNoted', data: { year, measure, note: words('note', act.note), comparable } };
    }
    case 'enter-published-total': {
      const { year, measure, value } = act;
      mustBeMeasure(measure);
      mustBeTotal(value);
      if (isShare(measure)) mustBeShare(value);
      return { type: 'PublishedTotalEntered', data: { year, measure, value, source: words('source', act.source) } };
    }
    default:
      return assertNever(act);
  }
};

const keyOf = ({ type, data }: ReportEvent): string => `${type} ${data.measure}`;

const sameWords = (before: ReportEvent, said: ReportEvent): boolean =>
  (Object.keys(said.data) as (keyof typeof said.data)[]).every((field) => before.data[field] === said.data[field]);

const mustBeFinancialYear = (year: FinancialYear): void => {
  if (!isFinancialYear(year)) {
    throw new Refusal('invalid', 'not-a-financial-year', 'This is not a financial year. Write it as 2022/23.');
  }
};

const mustBeMeasure = (measure: string): void => {
  if (!isMeasure(measure)) {
    refuse('unknown-measure', 'The annual report has no measure of this code. Take one from its list of measures.');
  }
};

const mustBeTotal = (value: number): void => {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new Refusal('invalid', 'not-a-total', 'A published total is a whole number, 0 or more.');
  }
};

const mustBeShare = (value: number): void => {
  if (value > 100) {
    throw new Refusal(
      'invalid',
      'more-than-100',
      'A published share is a whole per cent from 0 to 100. For a count take its own measure.',
    );
  }
};

type Entered = Extract<ReportEvent, { type: 'PublishedTotalEntered' }>;

/** A count that is a part of another is never more than it. */
const mustBePartOfItsWhole = ({ data: { measure, value } }: Entered, state: ReportState): void => {
  const published = (code: string): number | undefined => {
    if (code === measure) return value;
    const before = state.get(`PublishedTotalEntered ${code}`);
    return before?.type === 'PublishedTotalEntered' ? before.data.value : undefined;
  };
  for (const { part, whole } of SHARES_OF_COUNTS) {
    if (part !== measure && whole !== measure) continue;
    const [partial, entire] = [published(part), published(whole)];
    if (partial !== undefined && entire !== undefined && partial > entire) {
      refuse(
        'more-than-its-whole',
        `${part} (${partial}) would be more than ${whole} (${entire}), of which it is a part. Look both up in the printed report.`,
      );
    }
  }
};

const words = (field: 'note' | 'source', written: string): string => {
  const text = written.trim();
  if (text === '') {
    throw new Refusal(
      'invalid',
      `${field}-missing`,
      field === 'note'
        ? 'A note needs words: say what a reader must know about this figure.'
        : 'A published total needs its source: name the report and the page.',
    );
  }
  return text;
};
