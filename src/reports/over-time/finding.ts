import { upperFirst } from '../../platform/upper-first.js';
import { DateTime } from 'luxon';
import type { ByMonth, MonthCounted } from './by-month.js';
import { FEWEST_MONTHS, type Signal, type SignalKind } from './usual-range.js';

/** Months of which the finding speaks; those before them say what is usual. */
const LATEST = 12;
/** More months than these are not named one by one. */
const MOST_NAMED = 3;

/**
 * The finding of the months, in one sentence, and never more than they bear.
 * @param what is counted, in the middle of a sentence: "formal disputes about drift and delay"
 */
export const findingIn = ({ months, range, signals }: ByMonth, what: string): string => {
  if (range === null) return `Too few months are known to say how many ${what} are usual`;
  const recent = signals.filter((signal) => signal.months.some((month) => month >= months.length - LATEST));
  const outside = recent.flatMap((signal) => (signal.what === 'outside' ? signal.months : []));
  if (outside.length > 0) return `${upperFirst(what)} were outside their usual range ${inMonths(outside, months)}`;
  const [signal] = recent;
  if (signal === undefined)
    return `${upperFirst(what)} were within their usual range in each of the 12 months to ${monthInWords(months.at(-1)!)}`;
  return `${upperFirst(what)} ${SHOWN[signal.what](wayOf(signal, months, range.mean))}, to ${monthInWords(months[signal.months.at(-1)!]!)}`;
};

/** Of a month for the whole of which no register or record speaks. */
export const NOT_COLLECTED = 'not collected';

/** The figures beside the finding, with the months that the picture leaves out, and why. */
export const rangeInWords = (counted: ByMonth): string => {
  const { months, range } = counted;
  const latest = months.at(-1)!;
  const now = [
    `Latest, ${monthInWords(latest)}: ${latest.count ?? NOT_COLLECTED}.`,
    ...runningInWords([counted.running], ([count]) => String(count)),
    ...leftOutInWords([counted]),
  ].join(' ');
  if (range === null) return `It takes ${FEWEST_MONTHS} whole months in a row to say what is usual. ${now}`;
  return `Mean ${oneDecimal(range.mean)} a month, usual range ${oneDecimal(range.lower)} to ${oneDecimal(range.upper)}. ${now}`;
};

/** The month that runs: `December 2026 is not over: 3 so far.` Nothing where one of the counts is not known. */
export const runningInWords = (
  running: readonly (MonthCounted | null)[],
  countsInWords: (counts: readonly number[]) => string,
): string[] => {
  const counts = running.flatMap((month) => month?.count ?? []);
  return counts.length < running.length
    ? []
    : [`${monthInWords(running[0]!)} is not over: ${countsInWords(counts)} so far.`];
};

/** The months that have no point in one of the lines: `Not collected: October 2024 to December 2024.` */
export const leftOutInWords = (lines: readonly Pick<ByMonth, 'months'>[]): string[] => {
  const months = lines[0]!.months;
  const isLeftOut = months.map((_, place) => lines.some((line) => line.months[place]!.count === null));
  const spans = months.flatMap((month, place) => {
    if (!isLeftOut[place] || isLeftOut[place - 1] === true) return [];
    const after = isLeftOut.indexOf(false, place);
    const last = months[(after === -1 ? months.length : after) - 1]!;
    return [last === month ? monthInWords(month) : `${monthInWords(month)} to ${monthInWords(last)}`];
  });
  return spans.length === 0 ? [] : [`${upperFirst(NOT_COLLECTED)}: ${spans.join('; ')}.`];
};

type Way = 'up' | 'down';

const SHOWN: Readonly<Record<SignalKind, (way: Way) => string>> = {
  outside: () => 'were outside their usual range',
  'one-side': (way) => `were ${way === 'up' ? 'more' : 'fewer'} than their mean for seven months in a row`,
  'one-way': (way) => `${way === 'up' ? 'rose' : 'fell'} month after month for seven months`,
  'near-limit': (way) =>
    `came near the ${way === 'up' ? 'upper' : 'lower'} limit of their usual range in two months of three`,
};

const wayOf = ({ what, months: places }: Signal, months: readonly MonthCounted[], mean: number): Way => {
  const last = months[places.at(-1)!]!.count ?? 0;
  const from = what === 'one-way' ? (months[places[0]!]!.count ?? 0) : mean;
  return last > from ? 'up' : 'down';
};

const inMonths = (places: readonly number[], months: readonly MonthCounted[]): string => {
  if (places.length > MOST_NAMED) return `in ${places.length} of the 12 months to ${monthInWords(months.at(-1)!)}`;
  const named = places.map((place) => monthInWords(months[place]!));
  return named.length === 1 ? `in ${named[0]}` : `in ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
};

/** "October 2023" */
export const monthInWords = ({ from }: Pick<MonthCounted, 'from'>): string =>
  DateTime.fromISO(from, { zone: 'utc' }).setLocale('en-GB').toFormat('LLLL yyyy');

/** "Oct 23", under a picture. */
export const monthInShort = ({ from }: Pick<MonthCounted, 'from'>): string =>
  DateTime.fromISO(from, { zone: 'utc' }).setLocale('en-GB').toFormat('LLL yy').replace('Sept', 'Sep');

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);
