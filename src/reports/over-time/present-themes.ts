import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { dayInWords, shortDay } from '../../calendar/in-words.js';
import type { About } from '../../web/frame/page.js';
import { addressOf, type ListAsked, type ListDefinition, type Listing, listing } from '../../web/lists/listing.js';
import type { Scope } from '../themes/cases.js';
import { recordsInWords } from '../themes/scopes.js';
import type { ByMonth } from './by-month.js';
import { besidePraise, monthsPicture } from './pictures.js';
import type { CellOverTime, LineOverTime, OverTime } from './over-time.js';
import type { PeriodCounted } from './periods.js';
import { ALWAYS_CHOSEN, type FiguresShown } from './themes-list.js';
import { WHAT_IS_COUNTED } from './what-is-counted.js';

export interface ThemesOfPage {
  readonly counts: OverTime;
  readonly months: ByMonth;
  /** Acknowledgements of the same teams; null where acknowledgements are what is counted. */
  readonly praise: ByMonth | null;
  readonly asked: ListAsked;
  readonly definition: ListDefinition;
  /** Code of the group that is opened into its themes; null where none is. */
  readonly open: string | null;
  /** The day at the end of which it is shown; undefined of today. */
  readonly asAt?: LocalDate | undefined;
}

/** The element that takes the focus once a group was opened or closed. */
const AT_THE_TABLE = '#list';

/** The table of figures, each of which leads to the records behind it, and the months below it. */
export const presentThemes = (page: ThemesOfPage, about: About): object => {
  const { counts, months, praise, asked, definition } = page;
  const { said } = about.words;
  const show: FiguresShown = asked.show === 'per-100' ? 'per-100' : 'number';
  const what = whatIsCounted(page, about);
  const lineShown = (line: LineOverTime): object => shownLine(line, { page, show, about });
  return {
    title: counts.lines === 'team' ? 'Teams over time' : 'Themes over time',
    says: said(
      `Counts ${what} from ${dayInWords(counts.periods[0]!.from)} to ${dayInWords(counts.asAt)}, as known on ${dayInWords(londonDate(about.now))}.`,
    ),
    list: withOneChosen(listing(definition, asked, null, said)),
    lineHead: said(headOfLines(counts)),
    heads: counts.periods.map((period) => headOf(period, counts.asAt)),
    rows: counts.rows.flatMap((line) =>
      line.id === page.open
        ? [line, ...line.parts.map((part) => ({ ...part, isPart: true }))].map(lineShown)
        : [lineShown(line)],
    ),
    all: lineShown(counts.all),
    isPer100: show === 'per-100',
    isNothingKnown: counts.all.cells.every(({ count }) => count === null),
    notes: counts.notes,
    pictures: [
      { drawn: monthsPicture(months, what, said), csv: addressOf('/themes/by-month/csv', asked) },
      ...(praise === null
        ? []
        : [{ drawn: besidePraise(months, praise, what, said), csv: addressOf('/themes/by-month/csv', asked) }]),
    ],
    definitions: WHAT_IS_COUNTED.map(({ label, definition: text }) => ({ label: said(label), text: said(text) })),
    csv: addressOf('/themes/csv', asked),
  };
};

/** An acknowledgement has one theme, so that none of them is the primary one. */
const headOfLines = ({ lines, kind }: ThemesOfPage['counts']): string => {
  if (lines === 'team') return 'Team';
  return kind === 'acknowledgement' ? 'Theme' : 'Primary theme';
};

/** "formal disputes of Locality North about drift and delay" */
const whatIsCounted = ({ counts, asked, definition }: ThemesOfPage, { words: { said }, theme }: About): string => {
  const named = (name: string): string =>
    definition.filters.find((filter) => filter.name === name)!.choices.find(({ value }) => value === asked[name])
      ?.text ?? asked[name]!;
  const places = ['team', 'service'].filter((name) => asked[name] !== undefined).map(named);
  return [
    said(recordsInWords(counts.kind)),
    ...(places.length === 0 ? [] : [`of ${places.join(' in ')}`]),
    ...(asked.themeGroup === undefined ? [] : [`about ${lowerFirst(theme(asked.themeGroup))}`]),
  ].join(' ');
};

interface Shown {
  readonly page: ThemesOfPage;
  readonly show: FiguresShown;
  readonly about: About;
}

const shownLine = (line: LineOverTime & { readonly isPart?: boolean }, { page, show, about }: Shown): object => {
  const { counts, asked, open } = page;
  const isOpen = open === line.id;
  return {
    name: line.id === 'all' ? 'All' : (line.name ?? about.theme(line.id)),
    // A team has a page of its own.
    href: counts.lines === 'team' && line.id !== 'all' && page.asAt === undefined ? `/teams/${line.id}` : null,
    isPart: line.isPart === true,
    parts:
      line.parts.length === 0
        ? null
        : {
            text: isOpen ? 'Close' : `Open its ${line.parts.length} themes`,
            href: `${addressOf('/themes', { ...asked, ...(isOpen ? {} : { open: line.id }) })}${AT_THE_TABLE}`,
          },
    cells: counts.periods.map((period, place) => {
      const cell = cellShown(line.cells[place]!, period, line, show);
      // The records behind a number are those of today.
      return page.asAt === undefined ? cell : { ...cell, href: null };
    }),
    change: changeIn(line, counts.periods),
  };
};

const cellShown = (
  { count, held, per100, note }: CellOverTime,
  period: PeriodCounted,
  { filters }: LineOverTime,
  show: FiguresShown,
): object => {
  if (count === null) return { text: note, isWord: true, tint: 'unknown' };
  const isKeptInPart = note !== null && note.startsWith('kept');
  const rate = per100 === null ? (held === null ? 'not known' : 'too few') : per100.toFixed(1);
  return {
    text: show === 'per-100' ? rate : String(count),
    more: [
      ...(show === 'per-100' ? [held === null ? String(count) : `${count} for ${held}`] : []),
      ...(isKeptInPart ? ['part'] : []),
    ].join(', '),
    href: count === 0 ? null : addressOf('/themes/cases', asAddress(filters, period)),
    tint: tintOf(count),
  };
};

/** The filters in the address of the records behind a figure. */
export const asAddress = (
  filters: LineOverTime['filters'],
  { from, to }: Pick<PeriodCounted, 'from' | 'to'>,
): ListAsked => ({
  ...Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, value === null ? 'none' : String(value)]),
  ),
  ...{ from, to },
});

/** Darker for more, and never red: more is not worse. */
const tintOf = (count: number): string => {
  if (count === 0) return 'none';
  if (count < 5) return '1';
  if (count < 10) return '5';
  return count < 20 ? '10' : '20';
};

const changeIn = ({ cells }: LineOverTime, periods: readonly PeriodCounted[]): string => {
  const of = (what: PeriodCounted['what']): CellOverTime => cells[periods.findIndex((period) => period.what === what)]!;
  const [now, before] = [of('twelve-months'), of('twelve-months-before')];
  const isWhole = [now, before].every(({ note }) => note === null);
  if (now.count === null || before.count === null || !isWhole) return '–';
  const change = now.count - before.count;
  return change === 0 ? '0' : change > 0 ? `+${change}` : `−${-change}`;
};

const headOf = ({ what, quarter, to }: PeriodCounted, today: LocalDate): object => {
  if (quarter !== null)
    return { text: quarter.slice(-2), more: `${quarter.slice(0, 7)}${to > today ? ', so far' : ''}` };
  return { text: PERIOD_IN_WORDS[what as keyof typeof PERIOD_IN_WORDS], more: `to ${shortDay(to)}` };
};

const PERIOD_IN_WORDS = {
  'twelve-months': '12 months',
  'twelve-months-before': '12 months before',
  'year-to-date': 'Year to date',
  'same-days-before': 'Same days a year before',
} as const;

/** One choice of these always holds, so there is no "All" among them. */
const withOneChosen = (list: Listing): Listing => ({
  ...list,
  // The choice that holds unless told narrows nothing.
  narrowedBy: list.filters.filter(({ name, items }) =>
    items.slice(ALWAYS_CHOSEN.includes(name) ? 2 : 1).some(({ selected }) => selected),
  ).length,
  filters: list.filters.map((filter) => {
    if (!ALWAYS_CHOSEN.includes(filter.name)) return filter;
    const [, ...items] = filter.items;
    const isChosen = items.some(({ selected }) => selected);
    return {
      ...filter,
      items: items.map((item, place) => ({ ...item, selected: isChosen ? item.selected : place === 0 })),
    };
  }),
});

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The kind that is counted unless an address says otherwise. */
export const kindAsked = (asked: ListAsked): Scope => (asked.kind ?? 'formal') as Scope;
