import { hide } from '../src/reports/disclosure/hide.js';
import type { Keeper } from '../src/reports/disclosure/hider.js';
import { loadSolver } from '../src/reports/disclosure/highs-solver.js';
import type { CountedRecord } from '../src/reports/disclosure/release-of-records.js';
import { pinnedDown } from '../src/reports/disclosure/rounding.js';
import type { BesideIt } from '../src/reports/publishing/figures/beside-it.js';
import type { Days } from '../src/reports/publishing/figures/counted-records.js';
import { hiddenAmongAll } from '../src/reports/publishing/figures/hidden-among-all.js';
import { releaseOfTables, type TableCode } from '../src/reports/publishing/figures/layouts.js';
import { keyOfTotal } from '../src/reports/publishing/figures/linked-release.js';
import { type Places, timeIn } from '../src/reports/publishing/figures/places.js';

/*
 * What must be hidden of a report of a year of 9 teams, 4 quarters and 12 themes, whose readers have the report of the year before: found by
 * the solver of the program, over every figure of both. Beside it the same report for readers who have nothing, in the same run. The layouts
 * go from tables by one thing, which print nearly all, to two tables by two things, of which little prints. Aim: under 2 s.
 */

const ROUNDS = 5;
const THRESHOLD = 10;
const TEAMS = Array.from({ length: 9 }, (_, place) => `team-${place + 1}`);
const THEMES = Array.from({ length: 12 }, (_, place) => `THEME-${place + 1}`);
const LAYOUTS: readonly (readonly TableCode[])[] = [
  ['quarter', 'theme', 'team'],
  ['theme', 'team+half'],
  ['theme+half', 'team'],
  ['team+quarter', 'theme+quarter'],
];
const THIS: Days = { from: '2022-04-01', to: '2023-03-31' };
const BEFORE: Days = { from: '2021-04-01', to: '2022-03-31' };

/** The same numbers in each run: as many records as Worcestershire published, the first teams and themes having the most. */
let state = 18;
const below = (many: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) ** 1.5 * many);
};
const recordsOf = (year: string, many: number): CountedRecord[] =>
  Array.from({ length: many }, (_, child) => ({
    at: { team: TEAMS[below(TEAMS.length)]!, theme: THEMES[below(THEMES.length)]!, time: `${year} Q${1 + below(4)}` },
    children: [`${year} ${child}`],
    staff: null,
  }));
const records = new Map([
  [THIS.from, recordsOf('2022/23', 198)],
  [BEFORE.from, recordsOf('2021/22', 158)],
]);
const dayOf = (time: string): string =>
  `${Number(time.slice(0, 4)) + (time.endsWith('Q4') ? 1 : 0)}-${{ Q1: '04', Q2: '07', Q3: '10', Q4: '01' }[time.slice(-2) as 'Q1']}-01`;
const countedIn = ({ from, to }: Days): CountedRecord[] =>
  [...records.values()].flat().filter(({ at }) => dayOf(at['time']!) >= from && dayOf(at['time']!) <= to);
const leaf = (code: string) => ({ code, parts: [] });
const placesOf = (days: Days): Places => ({
  team: { name: 'team', places: TEAMS.map(leaf) },
  time: { name: 'time', places: timeIn(days) },
  theme: { name: 'theme', places: THEMES.map(leaf) },
  view: { name: 'view', places: [] },
  advocate: { name: 'advocate', places: [] },
  named: (_, code) => code,
});

const solver = await loadSolver();
const keeper: Keeper = {
  hide: async (release) => hide(release, solver),
  pinned: async (release, printed) => pinnedDown(release, printed, solver),
};
const hiddenOf = async (
  days: Days,
  tables: readonly TableCode[],
  totalsOf: readonly Days[],
  besides: readonly BesideIt[],
) => {
  const release = releaseOfTables(tables, countedIn(days), placesOf(days), THRESHOLD);
  const { hidden } = await hiddenAmongAll(
    'formal',
    { days, tables, totalsOf },
    release,
    besides,
    { countedIn, placesIn: placesOf },
    keeper,
  );
  return { release, hidden };
};
const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const middle = (each: readonly number[]): number => [...each].sort((a, b) => a - b)[Math.floor(each.length / 2)]!;

for (const tables of LAYOUTS) {
  const before = await hiddenOf(BEFORE, tables, [], []);
  const published: BesideIt = {
    ...BEFORE,
    layout: tables.map((table) => ({ records: 'formal' as const, table })),
    released: [
      {
        ...{ records: 'formal' as const, threshold: THRESHOLD },
        figures: before.release.figures.map(({ key, count }) => ({
          ...{ key, shown: before.hidden.has(key) ? ('c' as const) : count },
        })),
      },
    ],
  };
  const times = { beside: [] as number[], alone: [] as number[] };
  let printed = '';
  for (let round = 0; round < ROUNDS; round++) {
    times.beside.push(
      await milliseconds(async () => {
        const { release, hidden } = await hiddenOf(THIS, tables, [BEFORE], [published]);
        const counting = release.figures.filter(({ count }) => count > 0).length;
        printed = `${counting - [...hidden].filter((key) => key !== keyOfTotal(BEFORE)).length} of ${counting} figures print`;
      }),
    );
    times.alone.push(await milliseconds(() => hiddenOf(THIS, tables, [], [])));
  }
  const [beside, alone] = [middle(times.beside), middle(times.alone)];
  console.log(
    `hiding a report of 9 teams, 4 quarters and 12 themes, ${tables.join(' and ')}: beside the year before ${beside.toFixed(0)} ms, ` +
      `alone ${alone.toFixed(0)} ms, ratio ${(alone / beside).toFixed(2)}; ${printed}`,
  );
}
