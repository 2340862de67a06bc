import { Refusal } from '../platform/decider.js';
import type { FinancialYear, LocalDate } from './calendar.js';
import { addDays, firstDayOf, isLocalDate, lastDayOf } from './dates.js';

/** The facts that a date is held against. Null where one is not known, or has nothing to do with the date. */
export interface AroundADate {
  readonly today: LocalDate;
  /** The birth of the eldest of the children whom it is about; null where the birth of any of them is not known. */
  readonly bornOn: LocalDate | null;
  /** The day on which the last of those children died; null while one of them lives. */
  readonly diedOn: LocalDate | null;
  /** The day on which the dispute was raised that the date belongs to. */
  readonly raisedOn: LocalDate | null;
}

/** The part of {@link AroundADate} that is known of the children. */
export type LifeOfChildren = Pick<AroundADate, 'bornOn' | 'diedOn'>;

/** Of several children together: from the birth of the eldest to the death of the last, where all of them are known. */
export const lifeOfChildren = (
  children: readonly string[],
  find: (child: string) => LifeOfChildren | undefined,
): LifeOfChildren => {
  const found = children.map(find);
  const births = found.flatMap((each) => each?.bornOn ?? []).sort();
  const deaths = found.flatMap((each) => each?.diedOn ?? []).sort();
  return {
    bornOn: births.length === children.length ? (births.at(0) ?? null) : null,
    diedOn: deaths.length === children.length ? (deaths.at(-1) ?? null) : null,
  };
};

export const nobodysDate = (today: LocalDate): AroundADate => ({ today, bornOn: null, diedOn: null, raisedOn: null });

/** The first or the last day that a rule lets through, and how a refusal calls it. Undefined where it sets no limit. */
type Bound = (around: AroundADate) => { readonly day: LocalDate; readonly words: string } | undefined;

export interface DateRule {
  /** For the description of the API; a sentence. */
  readonly says: string;
  readonly notBefore: readonly Bound[];
  readonly notAfter: readonly Bound[];
}

/** The Children Act 1989 came into force then: no council keeps a dispute, a review or a letter of an IRO from before it. */
export const CHILDREN_ACT = '1991-10-14';
/** Councils have had children’s departments since the Children Act 1948. */
const CHILDRENS_DEPARTMENTS = '1948-07-05';
/** A person who was born before it had turned 18 when the Children Act 1989 came into force. */
const EIGHTEEN_AT_THE_ACT = '1973-10-14';

/** Councils work for children who are not born yet: a pregnancy, and two weeks for a birth that is late. */
const BEFORE_BIRTH = 42 * 7;
/** A call, a letter or a referral belongs to a dispute that begins within a year of it. */
const LONGEST_BEFORE_RAISING = 366;

const since =
  (day: LocalDate, words: string): Bound =>
  () => ({ day, words: `${day}, ${words}` });
/** Whether a day of a financial year can have a record: it has come, and the law that they are about was in force. */
export const isYearOfRecords = (year: FinancialYear, today: LocalDate): boolean =>
  lastDayOf(year) >= CHILDREN_ACT && firstDayOf(year) <= today;

const sinceTheAct = since(CHILDREN_ACT, 'when the Children Act 1989 came into force');
const sinceChildrensDepartments = since(CHILDRENS_DEPARTMENTS, 'when councils first had children’s departments');

const upToToday: Bound = ({ today }) => ({ day: today, words: `today, ${today}` });
const fromToday: Bound = upToToday;

const withinYears =
  (years: number): Bound =>
  ({ today }) => ({ day: yearsAfter(today, years), words: `${years} years from today` });

const sinceBirth: Bound = ({ bornOn }) => (bornOn === null ? undefined : { day: bornOn, words: 'the child’s birth' });
const sinceBeforeBirth: Bound = ({ bornOn }) =>
  bornOn === null ? undefined : { day: addDays(bornOn, -BEFORE_BIRTH), words: 'a pregnancy before the child’s birth' };
const upToDeath: Bound = ({ diedOn }) => (diedOn === null ? undefined : { day: diedOn, words: 'the child’s death' });

const aYearBeforeRaising: Bound = ({ raisedOn, today }) => ({
  day: addDays(raisedOn ?? today, -LONGEST_BEFORE_RAISING),
  words: raisedOn === null ? 'a year ago' : 'a year before the dispute was raised',
});

const yearsAfter = (day: LocalDate, years: number): LocalDate => {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const sameDay: string = `${year}${day.slice(4)}`;
  return isLocalDate(sameDay) ? sameDay : `${year}-03-01`;
};

/** How far ahead anybody is asked, meets, or is to have answered. */
const SOON = 2;
/** A plan for a baby may go as far as the day on which they are grown up. */
const A_CHILDHOOD = 18;
/** How far ahead a council plans its teams, its posts and its rules. */
const PLANNED = 5;
/** Bank holidays are announced years ahead. */
const ANNOUNCED = 10;

/**
 * Every rule about which date a field may hold, in one list. A field of a request declares one of them with `Dated`, and a column of a
 * file names one where it is read (docs/decisions/0027). The rules say what is impossible: what is only unusual is let through.
 */
const RULES = {
  'any-day': { says: 'Any day: it leaves out the others.', notBefore: [], notAfter: [] },

  birth: {
    says: 'A day that has come; left out until the child is born.',
    notBefore: [since(EIGHTEEN_AT_THE_ACT, 'which makes a grown-up of everybody whom the Children Act 1989 is about')],
    notAfter: [upToToday, upToDeath],
  },
  death: {
    says: 'A day that has come, not before the child’s birth.',
    notBefore: [sinceTheAct, sinceBirth],
    notAfter: [upToToday],
  },
  'in-the-life': {
    says: 'A day that has come, within the child’s life.',
    notBefore: [sinceTheAct, sinceBirth],
    notAfter: [upToToday, upToDeath],
  },
  'of-the-child': {
    says: 'A day of the child’s life or of the pregnancy before it, not more than two years ahead.',
    notBefore: [sinceChildrensDepartments, sinceBeforeBirth],
    notAfter: [withinYears(SOON)],
  },
  'review-of-the-child': {
    says: 'A day of the child’s life, not more than two years ahead.',
    notBefore: [sinceTheAct, sinceBeforeBirth],
    notAfter: [withinYears(SOON), upToDeath],
  },

  'has-happened': {
    says: 'A day that has come, since the Children Act 1989 came into force.',
    notBefore: [sinceTheAct, sinceBeforeBirth],
    notAfter: [upToToday],
  },
  'in-this-matter': {
    says: 'A day that has come, not more than a year before the dispute was raised.',
    notBefore: [sinceTheAct, sinceBeforeBirth, aYearBeforeRaising],
    notAfter: [upToToday],
  },
  'around-this-matter': {
    says: 'From a year before the dispute was raised to two years ahead.',
    notBefore: [sinceTheAct, sinceBeforeBirth, aYearBeforeRaising],
    notAfter: [withinYears(SOON)],
  },
  'to-be-done-by': {
    says: 'From a year before the dispute was raised to 18 years ahead.',
    notBefore: [sinceTheAct, aYearBeforeRaising],
    notAfter: [withinYears(A_CHILDHOOD)],
  },
  'to-come': {
    says: 'Today or later, not more than two years ahead.',
    notBefore: [fromToday],
    notAfter: [withinYears(SOON)],
  },
  'may-be-due': {
    says: 'Since the Children Act 1989 came into force, not more than two years ahead.',
    notBefore: [sinceTheAct],
    notAfter: [withinYears(SOON)],
  },

  'of-the-council': {
    says: 'Since councils have children’s departments, not more than five years ahead.',
    notBefore: [sinceChildrensDepartments],
    notAfter: [withinYears(PLANNED)],
  },
  'of-the-rules': {
    says: 'Since the Children Act 1989 came into force, not more than five years ahead.',
    notBefore: [sinceTheAct],
    notAfter: [withinYears(PLANNED)],
  },
  'not-worked': {
    says: 'Since the Children Act 1989 came into force, not more than ten years ahead.',
    notBefore: [sinceTheAct],
    notAfter: [withinYears(ANNOUNCED)],
  },
} as const satisfies Readonly<Record<string, DateRule>>;

export type DateRuleName = keyof typeof RULES;

export const DATE_RULES: readonly DateRuleName[] = Object.keys(RULES) as DateRuleName[];

export const isDateRule = (name: string): name is DateRuleName => Object.hasOwn(RULES, name);

export const dateRule = (name: DateRuleName): DateRule => RULES[name];

/**
 * The reason why a date cannot be what somebody says it is; undefined if it can.
 * @returns the end of a sentence about the field: `must not be after today, 2026-11-28`
 */
export const whyImpossible = (name: DateRuleName, date: LocalDate, around: AroundADate): string | undefined => {
  const { notBefore, notAfter } = dateRule(name);
  const earliest = notBefore.flatMap((bound) => bound(around) ?? []).find(({ day }) => date < day);
  if (earliest !== undefined) return `must not be before ${earliest.words}: check the date`;
  const latest = notAfter.flatMap((bound) => bound(around) ?? []).find(({ day }) => date > day);
  return latest && `must not be after ${latest.words}: check the date`;
};

/** @throws Refusal `impossible-date` (invalid) where a date does not pass its rule */
export const mustBePossible = (name: DateRuleName, dates: readonly LocalDate[], around: AroundADate): void => {
  for (const date of dates) {
    const why = whyImpossible(name, date, around);
    if (why !== undefined) throw new Refusal('invalid', 'impossible-date', `${date} ${why}.`);
  }
};
