/*
 * Pictures of figures, laid out on the server: the same figures give the same picture, to the letter. A picture says nothing that does not
 * stand in the table below it as well, and its title is a finding, which those who count give.
 */

/** One line, or one colour of bars. Null where nobody knows: the line is broken there, and the bar is left out. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Places that are not comparable with those before them: the line is broken there. */
  readonly breaks?: readonly number[];
}

export interface ChartSpec {
  /** In the ids of the page: letters and hyphens. */
  readonly id: string;
  readonly as: 'lines' | 'bars';
  /** A sentence on the figures. */
  readonly title: string;
  /** The thing that is counted, and the figures that matter most. */
  readonly summary: string;
  /** The label along the picture: `Month`. */
  readonly along: string;
  /** Each place along the picture, as the table names it, and in few letters. */
  readonly places: readonly { readonly name: string; readonly short: string }[];
  /** Four at most: more cannot be told apart. */
  readonly series: readonly Series[];
  /** Of the first series: lines from one side of the picture to the other. */
  readonly across?: readonly { readonly name: string; readonly value: number; readonly isDashed: boolean }[];
  /** Written after a number in the table: `%`. */
  readonly unit?: string;
  /** Written in the table where nobody knows: a dash unless told. */
  readonly notKnown?: string;
}

interface Words {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A picture as its view draws it, and the same figures as a table. */
export interface Chart {
  readonly id: string;
  /** Whether it runs towards what is latest, with the names of its limits behind that: a narrow window begins there. */
  readonly isLines: boolean;
  readonly title: string;
  readonly summary: string;
  readonly width: number;
  readonly height: number;
  readonly grid: readonly (Words & { readonly path: string })[];
  readonly places: readonly Words[];
  readonly across: readonly (Words & { readonly path: string; readonly isDashed: boolean })[];
  /** Upright lines before the places that are not comparable with those before them. */
  readonly breaks: readonly (Words & { readonly path: string })[];
  readonly series: readonly { readonly colour: string; readonly line: string | null; readonly marks: string }[];
  /** The meaning of each colour and shape: at the end of its line, or above the bars. */
  readonly key: readonly (Words & { readonly colour: string; readonly mark: string })[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const COLOURS = ['#12436D', '#28A197', '#801650', '#F46A25'];
const WIDTH = 680;
const HEIGHT = 300;
const LEFT = 44;
const RIGHT = 130;
const TOP = 34;
const BOTTOM = 44;
/** From one line of letters to the next. */
const LINE = 18;
/** As wide as a letter of a name is at most, on the whole. */
const WIDEST_LETTER = 8;
/** More letters than these do not fit under a picture. */
const MOST_PLACES_NAMED = 9;
const NOT_KNOWN = '–';
/** At the head of an upright line, in few letters: the years after it are not comparable with those before. */
const NOT_COMPARABLE = 'break';

/** @throws RangeError for more series than can be told apart */
export const chart = (spec: ChartSpec): Chart => {
  const { id, title, summary, places, series, across = [], unit = '', notKnown = NOT_KNOWN } = spec;
  if (series.length > COLOURS.length) throw new RangeError('A picture tells no more than four series apart.');
  const step = stepFor(highestOf(spec));
  const top = Math.max(step, Math.ceil(highestOf(spec) / step) * step);
  const right = WIDTH - RIGHT;
  const slot = (right - LEFT) / Math.max(1, places.length);
  const x = (place: number): number => LEFT + (place + 0.5) * slot;
  const key = series.length === 1 ? [] : keyOf(series);
  const head = TOP + (isStacked(series) ? (series.length - 1) * LINE : 0);
  const y = (value: number): number => head + (1 - value / top) * (HEIGHT - head - BOTTOM);
  const acrossAt = (value: number): string => `M${LEFT} ${r(y(value))}H${right}`;
  const named = Math.ceil(places.length / MOST_PLACES_NAMED);
  return {
    ...{ id, isLines: spec.as === 'lines', title, summary, width: WIDTH, height: HEIGHT },
    grid: Array.from({ length: top / step + 1 }, (_, index) => index * step).map((value) => ({
      ...{ path: acrossAt(value), x: LEFT - 8, y: r(y(value) + 4), text: inFigures(value) },
    })),
    places: places.flatMap(({ short }, place) =>
      place % named === 0 ? [{ x: r(x(place)), y: HEIGHT - BOTTOM + 20, text: short }] : [],
    ),
    across: across.map(({ name, value, isDashed }) => ({
      ...{ path: acrossAt(value), isDashed, x: right + 8, y: r(y(value) + 4), text: `${name} ${inFigures(value)}` },
    })),
    breaks: [...new Set(series.flatMap(({ breaks = [] }) => breaks))]
      .sort((a, b) => a - b)
      .map((place) => {
        const at = r(x(place) - slot / 2);
        return { path: `M${at} ${head}V${HEIGHT - BOTTOM}`, x: at, y: head - 4, text: NOT_COMPARABLE };
      }),
    series: series.map(({ values, breaks = [] }, number) =>
      spec.as === 'lines'
        ? lineOf(values, breaks, number, x, y)
        : { colour: COLOURS[number]!, line: null, marks: barsOf(values, { number, of: series.length, slot, x, y }) },
    ),
    key,
    heads: [spec.along, ...series.map(({ name }) => name)],
    rows: places.map(({ name }, place) => [
      name,
      ...series.map(({ values }) => (values[place] == null ? notKnown : `${inFigures(values[place])}${unit}`)),
    ]),
  };
};

const highestOf = ({ series, across = [] }: ChartSpec): number =>
  Math.max(
    1,
    ...series.flatMap(({ values }) => values.flatMap((value) => value ?? [])),
    ...across.map(({ value }) => value),
  );

/** A round number of which four or so fill the picture. Counts have no halves. */
const stepFor = (highest: number): number => {
  const power = 10 ** Math.floor(Math.log10(highest));
  const steps = [power / 10, power / 5, power / 4, power / 2, power, 2 * power].filter(
    (step) => step >= 1 && Number.isInteger(step),
  );
  return steps.find((step) => step >= highest / 5) ?? 1;
};

const lineOf = (
  values: Series['values'],
  breaks: readonly number[],
  number: number,
  x: (place: number) => number,
  y: (value: number) => number,
): Chart['series'][number] => {
  const points = values.map((value, place) => (value === null ? null : { x: x(place), y: y(value) }));
  const line = points
    .map((point, place) =>
      point === null
        ? ''
        : `${place > 0 && points[place - 1] != null && !breaks.includes(place) ? 'L' : 'M'}${r(point.x)} ${r(point.y)}`,
    )
    .join('');
  return {
    colour: COLOURS[number]!,
    line,
    marks: points.map((point) => (point === null ? '' : markAt(number, point.x, point.y))).join(''),
  };
};

const barsOf = (
  values: Series['values'],
  {
    number,
    of,
    slot,
    x,
    y,
  }: {
    readonly number: number;
    readonly of: number;
    readonly slot: number;
    readonly x: (place: number) => number;
    readonly y: (value: number) => number;
  },
): string => {
  const wide = Math.min(40, (slot * 0.8) / of);
  return values
    .map((value, place) =>
      value === null
        ? ''
        : `M${r(x(place) - (wide * of) / 2 + number * wide)} ${r(y(0))}V${r(y(value))}h${r(wide * 0.9)}V${r(y(0))}Z`,
    )
    .join('');
};

/** A round, a square, a triangle and a diamond: nobody needs to see the colour. */
const markAt = (number: number, x: number, y: number): string =>
  [
    `M${r(x - 4)} ${r(y)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z`,
    `M${r(x - 4)} ${r(y - 4)}h8v8h-8Z`,
    `M${r(x)} ${r(y - 5)}l5 9h-10Z`,
    `M${r(x)} ${r(y - 5)}l5 5l-5 5l-5 -5Z`,
  ][number]!;

/** Whether a name is too long to stand beside the next one. */
const isStacked = (series: readonly Series[]): boolean =>
  series.length > 1 && series.some(({ name }) => name.length * WIDEST_LETTER > (WIDTH - LEFT) / series.length - 24);

/** Above the picture, in the order of the series: side by side, or below each other where a name is long. */
const keyOf = (series: readonly Series[]): Chart['key'] =>
  series.map(({ name }, number) => {
    const isBelow = isStacked(series);
    const at = LEFT + (isBelow ? 0 : number * ((WIDTH - LEFT) / series.length));
    const y = 16 + (isBelow ? number * LINE : 0);
    return { x: at + 12, y, text: name, colour: COLOURS[number]!, mark: markAt(number, at + 4, y - 4) };
  });

const inFigures = (value: number): string => String(r(value));

const r = (value: number): number => Math.round(value * 10) / 10;
