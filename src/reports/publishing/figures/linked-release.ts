import type { LocalDate } from '../../../calendar/calendar.js';
import { addDays, quarterPeriod } from '../../../calendar/dates.js';
import { type Dimension, keyAt, type Position, positionsOf } from '../../disclosure/cross-table.js';
import { type CountedRecord, releaseOf } from '../../disclosure/release-of-records.js';
import type { Figure, Release, Sum } from '../../disclosure/release.js';
import { type Days, threeYearsTo } from './counted-records.js';
import { cutsOf, type Cut, cutTo, isOfThreeYears, type TableCode, withoutYears } from './layouts.js';
import { type Places, timeIn } from './places.js';

/*
 * What goes out at several times about days that lie in one another: a quarter, its half and its year. Each figure counts some days, and
 * the days of one are those of others together; so a reader subtracts. All of it is one release.
 */

/** What goes out in one paper of one kind of record. */
export interface PartOfRelease {
  readonly days: Days;
  readonly tables: readonly TableCode[];
  /** Other days of which the total stands beside: the year before. */
  readonly totalsOf: readonly Days[];
}

/** A paper counts its own days, and some of its tables three years together: each is a part of its own. */
export const apartByDays = ({ days, tables, totalsOf }: PartOfRelease): PartOfRelease[] => {
  const wide = tables.filter(isOfThreeYears);
  return [
    { days, totalsOf, tables: tables.filter((code) => !isOfThreeYears(code)) },
    ...(wide.length === 0 ? [] : [{ days: threeYearsTo(days)!, totalsOf: [], tables: wide.map(withoutYears) }]),
  ];
};

/** The name under which a paper keeps a figure of other days than its own. */
export const keptOfDays = (key: string, days: Days): string => keyAt({ ...positionIn(key), time: spanCode(days) });

/** The same figures, as a paper keeps those of other days than its own. */
export const keptAsOf = (days: Days, { figures, sums, ...rest }: Release): Release => {
  const named = (key: string): string => keptOfDays(key, days);
  return {
    ...rest,
    figures: figures.map((figure) => ({ ...figure, key: named(figure.key) })),
    sums: sums.map(({ total, parts }) => ({ total: named(total), parts: parts.map(named) })),
    insiders: rest.insiders.map((known) => new Set([...known].map(named))),
  };
};

/** The key under which a paper keeps the total of other days than its own. */
export const keyOfTotal = (days: Days): string => keyAt({ time: spanCode(days) });

/** The days of which a paper has the total beside its own, by the keys of its figures: the year before, or three years. */
export const totalsIn = (keys: readonly string[]): Days[] =>
  keys.flatMap((key) => {
    const { time = '', ...others } = positionIn(key);
    return time.includes(BETWEEN) && Object.keys(others).length === 0 ? [daysIn(time)] : [];
  });

/** A figure of a paper about some days, as it is called among all papers. */
export const keyAmongAll = (position: Position, days: Days): string => keyAt(amongAll(position, days));

/** The same of a key, as the figures of a paper are kept. */
export const keptAmongAll = (key: string, days: Days): string => keyAmongAll(positionIn(key), days);

const amongAll = ({ time, ...position }: Position, days: Days): Position => ({
  ...position,
  time: spanCode(time === undefined ? days : daysOf(time)),
});

/** Every figure of all the papers, and what is left of one when another is taken from it; each sum along teams, themes and days. */
export const linkedRelease = (
  parts: readonly PartOfRelease[],
  countedIn: (days: Days) => readonly CountedRecord[],
  places: Places,
  threshold: number,
): Release => {
  const shapes = shapesOf(parts, places);
  const wanted = new Wanted(shapes);
  const figures = new Map<string, Figure>();
  const sums = new Map<string, Sum>(wanted.alongDays().map((sum) => [JSON.stringify(sum), sum]));
  for (const [code, { shapes: here, positions }] of wanted.bySpan()) {
    const counted = releaseOf(countedIn(daysIn(code)), {
      tables: [[], ...here.map(({ dimensions }) => dimensions)],
      ...{ threshold, insiders: 'team', inFull: [places.team, places.theme] },
    });
    for (const figure of counted.figures) {
      const position = positionIn(figure.key);
      const key = keyAt({ ...position, time: code });
      if (positions.has(keyAt(position))) figures.set(key, { ...figure, key });
    }
    const inSpan = (key: string): string => keyAt({ ...positionIn(key), time: code });
    for (const { total, parts: of } of counted.sums) {
      const sum = { total: inSpan(total), parts: of.map(inSpan) };
      if ([total, ...of].every((key) => positions.has(key))) sums.set(JSON.stringify(sum), sum);
    }
  }
  return { figures: [...figures.values()], sums: [...sums.values()], threshold, insiders: insidersOf(shapes, figures) };
};

/** A table without its days, and all the days for which it goes out. */
interface Shape {
  readonly dimensions: readonly Dimension[];
  readonly spans: ReadonlySet<string>;
}

const isOfTime = (cut: Cut): boolean => cut === 'half' || cut === 'quarter';

const shapesOf = (parts: readonly PartOfRelease[], places: Places): Shape[] => {
  const shapes = new Map<string, { dimensions: readonly Dimension[]; spans: Set<string> }>();
  for (const { days, tables, totalsOf } of parts) {
    for (const code of ['', ...tables]) {
      const cuts = code === '' ? [] : cutsOf(code);
      const others = cuts.filter((cut) => !isOfTime(cut));
      const dimensions = others.map((cut) => cutTo(cut, places));
      if (dimensions.some((each) => each === null || each.places.length === 0)) continue;
      const shape = shapes.get(others.join('+')) ?? { dimensions: dimensions as Dimension[], spans: new Set<string>() };
      shapes.set(others.join('+'), shape);
      shape.spans.add(spanCode(days));
      if (others.length === 0) for (const each of totalsOf) shape.spans.add(spanCode(each));
      for (const cut of cuts.filter(isOfTime)) {
        const time = cutTo(cut, { ...places, time: { name: 'time', places: timeIn(days) } });
        const within = time === null ? [] : positionsOf([time]).flatMap((position) => position['time'] ?? []);
        for (const each of within) shape.spans.add(spanCode(daysOf(each)));
      }
    }
  }
  // Of two tables the one by teams comes first: who knows their own figures is asked of it.
  return [...shapes.values()].map(({ dimensions, spans }) => ({ dimensions, spans: withWhatIsLeft(spans) }));
};

/** Which figure is counted for which days, so that every sum has all its parts. */
class Wanted {
  private readonly at = new Map<string, { shapes: Shape[]; spans: Set<string> }>();

  constructor(private readonly shapes: readonly Shape[]) {
    for (const shape of shapes)
      for (const position of positionsOf(shape.dimensions)) {
        const found = this.at.get(keyAt(position)) ?? { shapes: [], spans: new Set<string>() };
        this.at.set(keyAt(position), found);
        found.shapes.push(shape);
        for (const span of shape.spans) found.spans.add(span);
      }
    // Two tables may be cut by different days: where they meet, what is common to both is counted too.
    for (const found of this.at.values()) found.spans = new Set(withWhatIsLeft(found.spans));
  }

  bySpan(): Map<string, { shapes: Shape[]; positions: Set<string> }> {
    const by = new Map<string, { shapes: Set<Shape>; positions: Set<string> }>();
    for (const [key, { shapes, spans }] of this.at)
      for (const span of spans) {
        const found = by.get(span) ?? { shapes: new Set<Shape>(), positions: new Set<string>() };
        by.set(span, found);
        found.positions.add(key);
        for (const shape of shapes) found.shapes.add(shape);
      }
    return new Map(
      [...by].map(([span, { shapes, positions }]) => [
        span,
        { shapes: this.shapes.filter((shape) => shapes.has(shape)), positions },
      ]),
    );
  }

  alongDays(): Sum[] {
    return [...this.at].flatMap(([key, { spans }]) => {
      const atoms = atomsOf(spans);
      const named = (span: string): string => keyAt({ ...positionIn(key), time: span });
      return [...spans].flatMap((span) => {
        const parts = atoms.filter((atom) => isWithin(daysIn(atom), daysIn(span)));
        return parts.length < 2 ? [] : [{ total: named(span), parts: parts.map(named) }];
      });
    });
  }
}

/** A team knows its own, whatever days are counted. */
const insidersOf = (shapes: readonly Shape[], figures: ReadonlyMap<string, Figure>): ReadonlySet<string>[] => {
  const teams = shapes
    .flatMap(({ dimensions }) => dimensions.filter(({ name }) => name === 'team'))
    .map((dimension) => leavesOf(dimension.places));
  const deepest = teams.reduce<string[]>((most, each) => (each.length > most.length ? each : most), []);
  return deepest.map((team) => new Set([...figures.keys()].filter((key) => positionIn(key)['team'] === team)));
};

const leavesOf = (places: Dimension['places']): string[] =>
  places.flatMap(({ code, parts }) => (parts.length === 0 ? [code] : leavesOf(parts)));

const withWhatIsLeft = (spans: ReadonlySet<string>): ReadonlySet<string> => new Set([...spans, ...atomsOf(spans)]);

/** The days between one beginning or end and the next, as far as they are counted at all. */
const atomsOf = (spans: ReadonlySet<string>): string[] => {
  const all = [...spans].map(daysIn);
  const bounds = [...new Set(all.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort();
  return bounds
    .slice(0, -1)
    .map((from, index) => ({ from, to: addDays(bounds[index + 1]!, -1) }))
    .filter((atom) => all.some((each) => isWithin(atom, each)))
    .map(spanCode);
};

const isWithin = (inner: Days, outer: Days): boolean => inner.from >= outer.from && inner.to <= outer.to;

const BETWEEN = '..';

const spanCode = ({ from, to }: Days): string => `${from}${BETWEEN}${to}`;

const daysIn = (code: string): Days => {
  const [from, to] = code.split(BETWEEN) as [LocalDate, LocalDate];
  return { from, to };
};

/** Days of a quarter, of a half of a year, or those that are written. */
const daysOf = (time: string): Days => {
  if (time.includes(BETWEEN)) return daysIn(time);
  const year = time.slice(0, -3);
  if (time.endsWith('H1')) return { from: quarterPeriod(`${year} Q1`).from, to: quarterPeriod(`${year} Q2`).to };
  if (time.endsWith('H2')) return { from: quarterPeriod(`${year} Q3`).from, to: quarterPeriod(`${year} Q4`).to };
  return quarterPeriod(time);
};

/** Where a figure stands, by its key. */
export const positionIn = (key: string): Position =>
  Object.fromEntries(
    key
      .split(' ')
      .filter((each) => each.includes('='))
      .map((each) => {
        const [name, code] = each.split('=') as [string, string];
        return [name, decodeURIComponent(code)];
      }),
  );
