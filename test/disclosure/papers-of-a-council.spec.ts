import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadSolver } from '../../src/reports/disclosure/highs-solver.js';
import type { Solver } from '../../src/reports/disclosure/solver.js';
import type { Method } from '../../src/reports/publishing/events.js';
import { keptAmongAll } from '../../src/reports/publishing/figures/linked-release.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';
import { Attacker, type Between, type FoundOut, type PrintedSum } from './attacker.js';
import {
  councilYears,
  type CouncilYear,
  byChildView,
  DAYS,
  FOUR_TWOS,
  HEARD_AS,
  type Left,
  leaves,
  QUARTERS,
  quartersOf,
  type Step,
  sumOf,
  TEAMS,
  THEMES,
  THRESHOLD_OF,
  TOLD_ON_REQUEST,
  TOLD_TO_THE_BOARD,
  toldOf,
} from './papers-of-a-council.js';

/*
 * G1: all that leaves a council about a year, attacked by somebody who has all of it: two tables of one report, quarters beside halves and the
 * year, quarterly reports with the same months of last year and twelve months beside them, the board's version beside the public one, last year's, before and after a correction, what was told on request; by whoever sits on
 * the board or does not, with what any recipients were told; and by each team among them, which knows its own.
 */

/** Each is some six papers, attacked by eight readers and more. */
const YEARS = casesOf('papers');
/** Of two years that are hidden one is rounded. */
const ROUNDED_YEARS = Math.ceil(YEARS / 2);

interface Reader {
  readonly of: keyof typeof THRESHOLD_OF;
  /** Whom the disclosure log names, and who put together what they were told. */
  readonly told: readonly string[];
}
const PUBLIC: Reader = { of: 'public', told: [] };
const ALL = null;
const TEAMS_AND_ALL = [ALL, ...TEAMS];
const THEMES_AND_ALL = [ALL, ...THEMES];

const figureAt = (days: string, team: string | null, theme: string | null): string =>
  JSON.stringify([days, team, theme]);
const EVERY_FIGURE = Object.keys(DAYS).flatMap((days) =>
  TEAMS_AND_ALL.flatMap((team) =>
    THEMES_AND_ALL.map((theme) => ({ days, team, theme, key: figureAt(days, team, theme) })),
  ),
);
/** Every sum that a reader knows of, whatever was printed. */
const SUMS: readonly PrintedSum[] = EVERY_FIGURE.flatMap(({ days, team, theme, key }) => [
  ...(team === ALL ? [{ total: key, parts: TEAMS.map((each) => figureAt(days, each, theme)) }] : []),
  ...(theme === ALL ? [{ total: key, parts: THEMES.map((each) => figureAt(days, team, each)) }] : []),
  ...(quartersOf(days).length > 1
    ? [{ total: key, parts: quartersOf(days).map((quarter) => figureAt(quarter, team, theme)) }]
    : []),
]);

/** How a paper calls a figure, among all papers. */
const PRINTED_AS = new Map(
  EVERY_FIGURE.flatMap(({ days, team, theme, key }) =>
    // A council counts by theme, or by whether the child was heard.
    [`theme=${theme}`, `view=${HEARD_AS[theme ?? ''] ?? ''}`].map((other): [string, string] => {
      const at = [...(team === ALL ? [] : [`team=${team}`]), ...(theme === ALL ? [] : [other])].join(' ');
      return [keptAmongAll(at === '' ? 'all' : at, DAYS[days]!), key];
    }),
  ),
);

/** Everybody who may have something of it. */
const readersOf = (left: readonly Left[]): Reader[] => {
  const recipients = [...new Set(left.flatMap(({ toldTo }) => toldTo ?? []))];
  const sets = recipients.reduce<string[][]>((all, each) => [...all, ...all.map((some) => [...some, each])], [[]]);
  return (['public', 'board'] as const).flatMap((of) => sets.map((told) => ({ of, told })));
};

const has = ({ of, told }: Reader, { toldTo, isForBoard }: Left): boolean =>
  toldTo === undefined ? of === 'board' || !isForBoard : told.includes(toldTo);

const figuresIn = (left: readonly Left[]): ReadonlySet<string> =>
  new Set(
    left.flatMap(({ released, from, to }) =>
      released[0]!.figures.map(({ key }) => PRINTED_AS.get(keptAmongAll(key, { from, to }))!),
    ),
  );

/** Quarters of three years, from the first that a figure counts to the first that it does not. */
const QUARTERS_OF: Readonly<Record<string, readonly [number, number]>> = {
  ...{
    'year before last': [-8, -4],
    'last year': [-4, 0],
    'three years': [-8, 4],
    Q1: [0, 1],
    Q2: [1, 2],
    Q3: [2, 3],
    Q4: [3, 4],
    ...{ 'last Q1': [-4, -3], 'last Q2': [-3, -2], 'last Q3': [-2, -1], 'last Q4': [-1, 0] },
    ...{ 'twelve months to Q1': [-3, 1], 'twelve months to Q2': [-2, 2], 'twelve months to Q3': [-1, 3] },
    H1: [0, 2],
    H2: [2, 4],
    year: [0, 4],
  },
};

/** The figures of papers, and what is left of one when another is taken from it, as far as each has the same team and theme. */
const worthHiding = (inPapers: ReadonlySet<string>): ReadonlySet<string> => {
  const wanted = new Set<string>();
  for (const team of TEAMS_AND_ALL)
    for (const theme of THEMES_AND_ALL) {
      const printed = Object.entries(QUARTERS_OF).filter(([days]) => inPapers.has(figureAt(days, team, theme)));
      const bounds = [...new Set(printed.flatMap(([, ends]) => ends))].sort((a, b) => a - b);
      for (const [days, [from, until]] of Object.entries(QUARTERS_OF)) {
        const isLeft = bounds.indexOf(until) === bounds.indexOf(from) + 1 && bounds.includes(from);
        const isWithin = printed.some(([, ends]) => ends[0] <= from && until <= ends[1]);
        if (isWithin && (isLeft || inPapers.has(figureAt(days, team, theme)))) wanted.add(figureAt(days, team, theme));
      }
    }
  return wanted;
};

/** Every number in some papers, by its figure. */
const numbersIn = (left: readonly Left[]): [string, number][] =>
  left.flatMap(({ released, from, to }) =>
    released[0]!.figures.flatMap(({ key, shown }): [string, number][] =>
      typeof shown === 'number' ? [[PRINTED_AS.get(keptAmongAll(key, { from, to }))!, shown]] : [],
    ),
  );

/** Small figures of others that somebody reads or finds who has all of that, and their own where they are of a team. */
const foundOut = (left: readonly Left[], reader: Reader, attacker: Attacker): string[] => {
  const read = left.filter((each) => has(reader, each));
  const printed = numbersIn(read.filter((each) => isPaper(each) && each.method === 'hidden')).filter(([, number]) =>
    isSmall(number, reader.of),
  );
  const states = [...new Map(read.map(({ afterCorrections, counts }) => [afterCorrections, counts]))];
  const workedOut = states.flatMap(([, counts]) => {
    const truth = new Map(EVERY_FIGURE.map(({ days, team, theme, key }) => [key, sumOf(counts, days, team, theme)]));
    // A number that was printed in another state, and still holds, is taken for one that does.
    const roundedIn = read.filter((each) => isPaper(each) && each.method === 'rounded');
    const between = numbersIn(roundedIn).flatMap(([key, number]): [string, Between][] => {
      const limits = { atLeast: Math.max(0, number - 2), atMost: number + 2 };
      return limits.atLeast <= truth.get(key)! && truth.get(key)! <= limits.atMost ? [[key, limits]] : [];
    });
    const exact = numbersIn(read.filter((each) => !roundedIn.includes(each)));
    const numbers = new Map<string, number | Between>([
      ...between,
      ...exact.filter(([key, number]) => truth.get(key) === number),
    ]);
    const seen = new Map([...truth.keys()].map((key) => [key, numbers.get(key) ?? ('c' as const)]));
    const inPapers = figuresIn(read);
    const unprinted = new Set([...truth.keys()].filter((key) => !inPapers.has(key)));
    const own = TEAMS.map(
      (team) => new Map(EVERY_FIGURE.flatMap((each) => (each.team === team ? [[each.key, truth.get(each.key)!]] : []))),
    );
    return (
      attacker
        .attack(seen, SUMS, THRESHOLD_OF[reader.of], own, unprinted, worthHiding(inPapers))
        .filter((found) => isOfOthers(found, truth) && isSmall(truth.get(found.key)!, reader.of))
        // Where all numbers are rounded a small one says that it is small, and not which it is.
        .filter(({ what }) => what === 'pinned down' || read.some((each) => isPaper(each) && each.method === 'hidden'))
        .map(({ key, insider, what }) => [reader.of, ...reader.told, insider, key, what].join(' '))
    );
  });
  return [...printed.map(([key]) => `${reader.of} ${key} printed`), ...workedOut];
};

const isSmall = (count: number, of: Reader['of']): boolean => count > 0 && count < THRESHOLD_OF[of];

/** A team that finds a total in which nobody else has any finds its own. */
const isOfOthers = ({ key, insider }: FoundOut, truth: ReadonlyMap<string, number>): boolean => {
  if (insider === null) return true;
  const [days, team, theme] = JSON.parse(key) as [string, string | null, string | null];
  return team === ALL && truth.get(key) !== truth.get(figureAt(days, TEAMS[insider]!, theme));
};

/** Numbers that were printed before and after a correction, and differ by so little that few records came. */
const correctionsSeen = (left: readonly Left[]): string[] => {
  const [before, after] = [0, 1].map(
    (state) => new Map(numbersIn(left.filter((each) => isPaper(each) && each.afterCorrections === state))),
  ) as [Map<string, number>, Map<string, number>];
  return [...after].flatMap(([key, number]) => {
    const by = Math.abs(number - (before.get(key) ?? number));
    return by > 0 && by < THRESHOLD_OF.public ? [key] : [];
  });
};
const isPaper = ({ toldTo }: Left): boolean => toldTo === undefined;

/** What a reader finds because of what they were told on request: whoever told it gave it away, and no paper. */
const givenAwayByTelling = (left: readonly Left[], reader: Reader, attacker: Attacker): ReadonlySet<string> =>
  new Set(
    left.flatMap((each, at) =>
      isPaper(each) || !has(reader, each) ? [] : foundOut(left.slice(0, at + 1), reader, attacker),
    ),
  );

const done = { years: 0, papers: 0, told: 0, corrected: 0 };
let solver: Solver;
let attacker: Attacker;
beforeAll(async () => {
  [solver, attacker] = await Promise.all([loadSolver(), Attacker.ready()]);
});

const holds = async (year: CouncilYear, method: Method): Promise<void> => {
  const left = await leaves(year, solver, { methodOf: () => method });
  done.years += 1;
  done.papers += left.filter(isPaper).length;
  done.told += left.filter((each) => !isPaper(each)).length;
  done.corrected += left.some(({ afterCorrections }) => afterCorrections > 0) ? 1 : 0;
  expect(correctionsSeen(left)).toEqual([]);
  for (const reader of readersOf(left)) {
    const excused = givenAwayByTelling(left, reader, attacker);
    expect(foundOut(left, reader, attacker).filter((each) => !excused.has(each))).toEqual([]);
  }
};

describe('All that leaves a council about a year', () => {
  it(
    `keeps what is hidden from whoever has all of it, in ${YEARS} years`,
    async () => {
      await fc.assert(
        fc.asyncProperty(councilYears, (year) => holds(year, 'hidden')),
        { numRuns: YEARS, seed },
      );
      report('papers', done);
    },
    patienceFor(YEARS),
  );

  it(
    `keeps small numbers where every number is rounded, in ${ROUNDED_YEARS} years`,
    async () => {
      await fc.assert(
        fc.asyncProperty(councilYears, (year) => holds(year, 'rounded')),
        { numRuns: ROUNDED_YEARS, seed },
      );
    },
    patienceFor(YEARS),
  );

  it(
    'keeps the child’s view in the same way',
    async () => {
      await fc.assert(
        fc.asyncProperty(councilYears, (year) => holds(byChildView(year), 'hidden')),
        { numRuns: ROUNDED_YEARS, seed },
      );
    },
    patienceFor(YEARS),
  );

  it.each([
    ['the board', 6, TOLD_TO_THE_BOARD],
    ['a newspaper', 3, TOLD_ON_REQUEST],
  ])('keeps from everybody else what %s alone was told', async (_, number, step) => {
    const left = await leaves(toldOf(number, step), solver);
    expect(numbersIn(left.slice(1))).not.toEqual([]);
    expect(foundOut(left, PUBLIC, attacker)).toEqual([]);
  });

  it('gives hidden figures away where each paper is kept by itself', async () => {
    const found = [];
    for (const year of fc.sample(councilYears, { numRuns: 4, seed: 18 }))
      found.push(...foundOut(await leaves(year, solver, { isLinked: false }), PUBLIC, attacker));
    expect(found.length).toBeGreaterThan(0);
  });

  it('gives small numbers away where one paper hides them and the next is rounded', async () => {
    const found = [];
    for (const year of fc.sample(councilYears, { numRuns: 4, seed: 18 })) {
      const papers = year.steps.filter(({ is }) => is === 'paper');
      const methodOf = (step: Step): Method => (papers.indexOf(step) % 2 === 0 ? 'hidden' : 'rounded');
      found.push(...foundOut(await leaves(year, solver, { methodOf }), PUBLIC, attacker));
    }
    expect(found.length).toBeGreaterThan(0);
  });

  it('gives small numbers away where each rounded paper is looked at by itself', async () => {
    // Each quarter prints 0 and is 2 at most; the year prints 10 and is 8 at least.
    const left = await leaves(FOUR_TWOS, solver, { isLinked: false, methodOf: () => 'rounded' });
    expect(left).toHaveLength(5);
    expect(foundOut(left, PUBLIC, attacker)).not.toEqual([]);
    const kept = await leaves(FOUR_TWOS, solver, { methodOf: () => 'rounded' });
    expect(kept).toHaveLength(4);
    expect(foundOut(kept, PUBLIC, attacker)).toEqual([]);
  });

  it('gives them away where only the small figures are hidden', () => {
    const found = fc.sample(councilYears, { numRuns: 3, seed: 18 }).flatMap(({ counts }) => {
      const small = (number: number): boolean => number > 0 && number < THRESHOLD_OF.public;
      const figures = EVERY_FIGURE.filter(({ days }) => days === 'year' || QUARTERS.includes(days)).flatMap((each) => {
        const number = sumOf(counts, each.days, each.team, each.theme);
        return each.team === ALL || each.theme === ALL ? [{ ...each, number }] : [];
      });
      const left: Left[] = figures.map(({ days, team, theme, number }) => ({
        ...{ ...DAYS[days]!, layout: [], isForBoard: false, method: 'hidden' as const, afterCorrections: 0, counts },
        released: [
          {
            ...{ records: 'formal', threshold: THRESHOLD_OF.public },
            figures: [
              {
                key:
                  [...(team === ALL ? [] : [`team=${team}`]), ...(theme === ALL ? [] : [`theme=${theme}`])].join(' ') ||
                  'all',
                shown: small(number) ? ('c' as const) : number,
              },
            ],
          },
        ],
      }));
      return foundOut(left, PUBLIC, attacker);
    });
    expect(found.length).toBeGreaterThan(0);
  });
});
