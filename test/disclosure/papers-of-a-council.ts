import fc from 'fast-check';
import { addDays, quarterPeriod } from '../../src/calendar/dates.js';
import { hide } from '../../src/reports/disclosure/hide.js';
import type { Keeper } from '../../src/reports/disclosure/hider.js';
import { pinnedDown, rounded } from '../../src/reports/disclosure/rounding.js';
import type { Solver } from '../../src/reports/disclosure/solver.js';
import type { CountedRecord } from '../../src/reports/disclosure/release-of-records.js';
import { Refusal } from '../../src/platform/decider.js';
import type { Method } from '../../src/reports/publishing/events.js';
import { toldApart } from '../../src/reports/publishing/disclosure-log/told-apart.js';
import { type Days, threeYearsTo } from '../../src/reports/publishing/figures/counted-records.js';
import { type BesideIt, THE_BOARD } from '../../src/reports/publishing/figures/beside-it.js';
import { hiddenAmongAll } from '../../src/reports/publishing/figures/hidden-among-all.js';
import { roundedAmongAll } from '../../src/reports/publishing/figures/rounded-among-all.js';
import { isOfThreeYears } from '../../src/reports/publishing/figures/layouts.js';
import { keyOfTotal } from '../../src/reports/publishing/figures/linked-release.js';
import { type Places, timeIn } from '../../src/reports/publishing/figures/places.js';
import { daysBefore, twelveMonthsOf } from '../../src/reports/publishing/figures/totals-beside.js';
import { releaseWithThreeYears } from '../../src/reports/publishing/figures/release-of-report.js';

/* A council of three teams and two themes, and what leaves it about a year, one thing after another in any order. */

export const TEAMS = ['east', 'north', 'south'];
export const THEMES = ['HEALTH', 'SCHOOL'];
export const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];
/** Those of last year. */
const LAST_QUARTERS = QUARTERS.map((quarter) => `last ${quarter}`);
export type Cut = 'team' | 'theme' | 'child-view' | 'team+three-years';
/** Whether the child was heard, where that is counted in the place of a theme. */
export const HEARD_AS: Readonly<Record<string, string>> = { HEALTH: 'on-record', SCHOOL: 'none' };

/** The days of which somebody is told, by their name. */
export const DAYS: Readonly<Record<string, Days>> = {
  ...Object.fromEntries(QUARTERS.map((quarter) => [quarter, quarterPeriod(`2022/23 ${quarter}`)])),
  ...Object.fromEntries(QUARTERS.map((quarter) => [`last ${quarter}`, quarterPeriod(`2021/22 ${quarter}`)])),
  ...Object.fromEntries(
    QUARTERS.slice(0, 3).map((quarter) => [
      `twelve months to ${quarter}`,
      twelveMonthsOf({ kind: 'quarter', ...quarterPeriod(`2022/23 ${quarter}`) })!,
    ]),
  ),
  H1: { from: '2022-04-01', to: '2022-09-30' },
  H2: { from: '2022-10-01', to: '2023-03-31' },
  year: { from: '2022-04-01', to: '2023-03-31' },
  'last year': { from: '2021-04-01', to: '2022-03-31' },
  'year before last': { from: '2020-04-01', to: '2021-03-31' },
  'three years': { from: '2020-04-01', to: '2023-03-31' },
};

/** A paper of some days, with its tables; or something else that happens to what is known. */
export type Step =
  | {
      readonly is: 'paper';
      readonly days: string;
      readonly tables: readonly Cut[];
      readonly isForBoard: boolean;
      /** A quarterly report: the same months of last year and twelve months stand beside it. */
      readonly isQuarterly?: boolean;
    }
  | {
      readonly is: 'told';
      readonly recipient: string;
      readonly days: string;
      readonly team: string | null;
      readonly theme: string | null;
    }
  /** Records come to light. */
  | {
      readonly is: 'corrected';
      readonly quarter: string;
      readonly team: string;
      readonly theme: string;
      readonly by: number;
    };

/** How many records there are of each quarter of two years, or of the year before these, each team and each theme. */
export type Counts = Readonly<Record<string, number>>;
export const placeOf = (days: string, team: string, theme: string): string => `${days} ${team} ${theme}`;

const count = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 40 }), fc.constant(0));
const innermost = [...QUARTERS, ...LAST_QUARTERS, 'year before last'].flatMap((days) =>
  TEAMS.flatMap((team) => THEMES.map((theme) => placeOf(days, team, theme))),
);

const paper = (days: string, tables: readonly Cut[], isForBoard = false): Step => ({
  ...{ is: 'paper', days, tables, isForBoard },
});
const quarterly = (quarter: string): Step => ({
  ...{ is: 'paper', days: quarter, tables: ['team'], isForBoard: false, isQuarterly: true },
});
/** Two tables of one report, quarterly beside annual, the board's version beside the public one, last year's, and three years together. */
const PAPERS: readonly Step[] = [
  ...QUARTERS.map(quarterly),
  ...QUARTERS.map((quarter) => paper(quarter, ['team'])),
  ...['H1', 'H2'].map((half) => paper(half, ['team'])),
  paper('year', ['team', 'theme']),
  paper('year', ['team', 'theme'], true),
  paper('last year', ['team']),
  paper('year', ['team+three-years']),
];
const told = fc.record({
  is: fc.constant('told' as const),
  recipient: fc.constantFrom('a newspaper', 'a charity'),
  days: fc.constantFrom(...QUARTERS, 'year'),
  team: fc.constantFrom(null, ...TEAMS),
  theme: fc.constantFrom(null, null, ...THEMES),
});
const corrected = fc.record({
  is: fc.constant('corrected' as const),
  quarter: fc.constantFrom(...QUARTERS),
  team: fc.constantFrom(...TEAMS),
  theme: fc.constantFrom(...THEMES),
  by: fc.integer({ min: 1, max: 3 }),
});

export interface CouncilYear {
  readonly counts: Counts;
  readonly steps: readonly Step[];
}

/** Some papers; in the middle somebody is told something on request; at the end the year is put right and printed again, for the public. */
export const councilYears: fc.Arbitrary<CouncilYear> = fc
  .record({
    counts: fc.record(Object.fromEntries(innermost.map((place) => [place, count]))),
    papers: fc.shuffledSubarray([...PAPERS], { minLength: 4, maxLength: 6 }),
    told: fc.array(told, { maxLength: 2 }),
    corrected: fc.option(corrected, { freq: 2 }),
  })
  .map(({ counts, papers, told: entries, corrected: correction }) => ({
    counts,
    steps: [
      ...papers.slice(0, 2),
      ...entries.slice(0, 1),
      ...papers.slice(2, 4),
      ...entries.slice(1),
      ...papers.slice(4),
      ...(correction === null ? [] : [correction, paper('year', ['team', 'theme'])]),
    ],
  }));

/** The same papers with whether children were heard in the place of their themes. */
export const byChildView = ({ counts, steps }: CouncilYear): CouncilYear => ({
  counts,
  steps: steps.map((step) =>
    step.is === 'paper'
      ? { ...step, tables: step.tables.map((cut) => (cut === 'theme' ? 'child-view' : cut)) }
      : step.is === 'told' && step.theme !== null
        ? { ...step, theme: null }
        : step,
  ),
});

/** One team has few disputes. Somebody alone is told its number, and then the year is printed for all. */
export const toldOf = (number: number, step: Step): CouncilYear => ({
  counts: {
    ...Object.fromEntries(innermost.map((place) => [place, 0])),
    ...{ [placeOf('Q1', 'east', 'HEALTH')]: number, [placeOf('Q1', 'north', 'HEALTH')]: 17 },
    ...{ [placeOf('Q1', 'south', 'HEALTH')]: 18 },
  },
  steps: [step, paper('year', ['team'])],
});
export const TOLD_TO_THE_BOARD: Step = paper('year', ['team'], true);
export const TOLD_ON_REQUEST: Step = {
  ...{ is: 'told', recipient: 'a newspaper', days: 'year', team: 'east', theme: null },
};

/** One team has two disputes in each quarter and another has many: each quarter is printed, and then the year. */
export const FOUR_TWOS: CouncilYear = {
  counts: Object.fromEntries(
    innermost.map((place) => {
      const [days, team, theme] = partsOf(place);
      const isCounted = QUARTERS.includes(days) && theme === 'HEALTH';
      return [place, !isCounted || team === 'south' ? 0 : team === 'east' ? 2 : 20];
    }),
  ),
  steps: [...QUARTERS.map((quarter) => paper(quarter, ['team'])), paper('year', ['team'])],
};

const places: Places = {
  team: { name: 'team', places: TEAMS.map((code) => ({ code, parts: [] })) },
  time: { name: 'time', places: [] },
  theme: { name: 'theme', places: THEMES.map((code) => ({ code, parts: [] })) },
  view: { name: 'view', places: Object.values(HEARD_AS).map((code) => ({ code, parts: [] })) },
  advocate: { name: 'advocate', places: [] },
  named: (_, code) => code,
};

/** Of the year before last nobody counts by quarter. */
const QUARTER_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(QUARTERS.map((quarter) => [`last ${quarter}`, `2021/22 ${quarter}`])),
  'year before last': '2020/21 Q1',
};

const recordsOf = (counts: Counts): CountedRecord[] =>
  Object.entries(counts).flatMap(([place, length]) => {
    const [days, team, theme] = partsOf(place);
    const time = QUARTER_OF[days] ?? `2022/23 ${days}`;
    const at = { team, time, theme, view: HEARD_AS[theme]! };
    return Array.from({ length }, () => ({ at, children: null, staff: null }));
  });

function partsOf(place: string): [string, string, string] {
  const [theme, team, ...days] = place.split(' ').reverse() as [string, string, ...string[]];
  return [days.reverse().join(' '), team, theme];
}

/** What left the council at a step: the numbers as they were printed or told, by the keys of its figures. */
export interface Left extends BesideIt {
  readonly isForBoard: boolean;
  /** How small numbers are kept in a paper; what is told is told as it is. */
  readonly method: Method;
  /** How often the records were put right before. */
  readonly afterCorrections: number;
  /** The true counts at that time. */
  readonly counts: Counts;
}

/** Below which a number is small, for the public and for a board whose paper is exempt. */
export const THRESHOLD_OF = { public: 10, board: 5 } as const;

interface LeavesBy {
  /** False to keep the small numbers of each paper by itself. */
  readonly isLinked?: boolean;
  /** How small numbers are kept in each paper; hidden unless told. */
  readonly methodOf?: (step: Step) => Method;
}

/**
 * Everything that leaves a council, each paper kept beside what there is already; a paper in which something could not be kept does not.
 */
export const leaves = async (
  { counts, steps }: CouncilYear,
  solver: Solver,
  { isLinked = true, methodOf = () => 'hidden' }: LeavesBy = {},
): Promise<Left[]> => {
  const out: Left[] = [];
  let now = counts;
  let afterCorrections = 0;
  for (const step of steps) {
    if (step.is === 'corrected') {
      const place = placeOf(step.quarter, step.team, step.theme);
      now = { ...now, [place]: now[place]! + step.by };
      afterCorrections += 1;
      continue;
    }
    const common = { afterCorrections, counts: now, method: methodOf(step) };
    if (step.is === 'told') {
      const { days, team, theme, recipient } = step;
      const figures = [{ team, theme, quarter: null, number: sumOf(now, days, team, theme) }];
      const [entry] = toldApart({ ...DAYS[days]!, records: 'formal', figures, recipient });
      out.push({ ...entry!, isForBoard: false, ...common });
      continue;
    }
    const besides = isLinked ? besidesOf(step, out) : [];
    const left = await printed(step, now, besides, { method: common.method, solver });
    if (left !== null) out.push({ ...left, isForBoard: step.isForBoard, ...common });
  }
  return out;
};

/** Of the public only those who sit on the board have its paper; the board has all. */
const besidesOf = (step: Step & { is: 'paper' }, out: readonly Left[]): BesideIt[] =>
  out.map((left) => (left.isForBoard && !step.isForBoard ? { ...left, toldTo: THE_BOARD } : left));

const printed = async (
  { days, tables, isForBoard, isQuarterly }: Step & { is: 'paper' },
  counts: Counts,
  besides: readonly BesideIt[],
  { method, solver }: { readonly method: Method; readonly solver: Solver },
): Promise<BesideIt | null> => {
  const own = DAYS[days]!;
  const threshold = isForBoard ? THRESHOLD_OF.board : THRESHOLD_OF.public;
  const records = recordsOf(counts);
  const countedIn = ({ from, to }: Days): CountedRecord[] =>
    records.filter(({ at }) => {
      const quarter = quarterPeriod(at['time']!);
      return quarter.from >= from && addDays(quarter.to, 0) <= to;
    });
  const report = { kind: isQuarterly ? ('quarter' as const) : ('period' as const), ...own };
  const totalsOf = [daysBefore(report), twelveMonthsOf(report)].filter(
    (each): each is Days => each !== null && countedIn(each).length > 0,
  );
  const release = releaseWithThreeYears(
    tables,
    own,
    (code) => ({
      counted: countedIn(isOfThreeYears(code) ? threeYearsTo(own)! : own),
      places: { ...places, time: { name: 'time', places: timeIn(own) } },
    }),
    threshold,
  );
  const keeper: Keeper = {
    hide: async (given) => hide(given, solver),
    pinned: async (given, asPrinted) => pinnedDown(given, asPrinted, solver),
  };
  const isRounded = method === 'rounded';
  try {
    const { hidden, revised } = await (isRounded ? roundedAmongAll : hiddenAmongAll)(
      'formal',
      { days: own, tables, totalsOf },
      release,
      besides,
      { countedIn, placesIn: () => places },
      keeper,
    );
    const shown = (key: string, number: number) =>
      revised.has(key) ? ('revised' as const) : hidden.has(key) ? ('c' as const) : isRounded ? rounded(number) : number;
    const figures = [
      ...release.figures.map(({ key, count: number }) => ({ key, shown: shown(key, number) })),
      // The total of other days stands beside, and a small one is hidden wherever it is.
      ...totalsOf.flatMap((each) => {
        const number = countedIn(each).length;
        const printedAs = !isRounded && number < threshold ? 'c' : shown(keyOfTotal(each), number);
        return [{ key: keyOfTotal(each), shown: printedAs }];
      }),
    ];
    const layout = tables.map((table) => ({ records: 'formal' as const, table }));
    return { ...own, layout, released: [{ records: 'formal', threshold, figures }] };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

/** The number of some days, of one team or all, and one theme or all. */
export const sumOf = (counts: Counts, days: string, team: string | null, theme: string | null): number =>
  quartersOf(days)
    .flatMap((quarter) =>
      (team === null ? TEAMS : [team]).flatMap((each) =>
        (theme === null ? THEMES : [theme]).map((other) => counts[placeOf(quarter, each, other)]!),
      ),
    )
    .reduce((a, b) => a + b, 0);

export const quartersOf = (days: string): readonly string[] => {
  if (days === 'year') return QUARTERS;
  if (days === 'last year') return LAST_QUARTERS;
  if (days === 'three years') return [...QUARTERS, ...LAST_QUARTERS, 'year before last'];
  if (days.startsWith('twelve months')) {
    const last = QUARTERS.indexOf(days.slice(-2));
    return [...LAST_QUARTERS.slice(last + 1), ...QUARTERS.slice(0, last + 1)];
  }
  if (days === 'H1') return ['Q1', 'Q2'];
  return days === 'H2' ? ['Q3', 'Q4'] : [days];
};
