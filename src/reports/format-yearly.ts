import { themeShown } from '../protocol/theme-shown.js';
import { definitionsOf, type FigureOf } from './definitions.js';
import type { HowFar, PlaceFigure } from './how-far/how-far.js';
import type { Repeats } from './repeats/repeats.js';
import type { ActionFigures, SoWhat } from './so-what/so-what.js';
import { textTable } from './text-table.js';
import type { Timeliness, TimelinessDimension, TimelinessFigure } from './timeliness/timeliness.js';
import type { Shared } from './yearly.js';

/** The tables of one year's timeliness, one for each way of counting, then the total and what is counted. */
export const formatTimeliness = (tables: readonly Timeliness[]): string => {
  const { year, counted, notes } = tables[0]!;
  return report(
    `Timeliness of disputes raised in ${year}`,
    counted && [
      ...tables.flatMap(({ by, counted: table }) => [answersTable(by, table?.figures ?? []), '']),
      answersTable([], [counted.all]),
      '',
      `Over the total allowed for the formal stages together: ${inWords(counted.overTotal)} of ${counted.overTotal.of} formal disputes`,
    ],
    'timeliness',
    notes,
  );
};

const HEADINGS: Readonly<Record<TimelinessDimension, string>> = {
  kind: 'Kind',
  stage: 'Stage',
  team: 'Team',
  quarter: 'Quarter raised',
};

const answersTable = (by: readonly TimelinessDimension[], figures: readonly TimelinessFigure[]): string =>
  textTable(
    [
      ...(by.length === 0 ? [{ heading: 'All' }] : by.map((dimension) => ({ heading: HEADINGS[dimension] }))),
      ...['Due', 'By first date', 'Due by date in force', 'By date in force', 'Extended', 'Median working days'].map(
        (heading) => ({ heading, figures: true as const }),
      ),
    ],
    figures.map(({ dimensions, due, inTimeByFirstDate, dueByDateInForce, inTime, extended, medianDays }) => [
      ...(by.length === 0 ? [''] : by.map((dimension) => dimensionInWords(dimension, dimensions[dimension] ?? null))),
      String(due),
      inWords(inTimeByFirstDate),
      String(dueByDateInForce),
      inWords(inTime),
      String(extended ?? NOT_COLLECTED),
      medianDays === null ? 'none answered' : String(medianDays),
    ]),
  );

const dimensionInWords = (dimension: TimelinessDimension, value: string | number | null): string => {
  if (value === null) return NOT_COLLECTED;
  return dimension === 'stage' && value === 0 ? 'informal' : String(value);
};

/** How far disputes went, informal and formal in tables of their own. */
export const formatHowFar = ({ year, kinds, notes }: HowFar): string =>
  report(
    `How far the disputes raised in ${year} went`,
    kinds.flatMap(({ kind, raised, places, referredToCafcass }) => [
      shares(`${kind === 'informal' ? 'Informal' : 'Formal'}: ${raised} raised`, places, placeInWords),
      `Referred to Cafcass at any time: ${inWords(referredToCafcass)}`,
      '',
    ]),
    'how-far',
    notes,
  );

const placeInWords = ({ place, stage }: PlaceFigure): string => {
  switch (place) {
    case 'settled':
      return stage === 0 ? 'settled informally' : `settled at stage ${stage}`;
    case 'challenge':
      return 'settled after a challenge meeting';
    case 'cafcass':
      return 'carried on by Cafcass';
    default:
      return place.replaceAll('-', ' ');
  }
};

/** What came of disputes: outcomes, impact, actions, and what came back. */
export const formatSoWhat = ({ year, counted, notes }: SoWhat): string =>
  report(
    `What came of the disputes raised in ${year}`,
    counted && [
      `Closed: ${inWords(counted.closed)} of ${counted.raised} raised`,
      '',
      shares('Outcome', counted.outcomes, ({ outcome }) => outcome ?? NOT_WRITTEN),
      '',
      shares('What changed for the child', counted.impact, ({ impact }) => impact?.replaceAll('-', ' ') ?? NOT_WRITTEN),
      '',
      `Reopened: ${counted.reopened?.count ?? NOT_COLLECTED}`,
      `Raised again after they closed: ${inWords(counted.reRaised)}`,
      '',
      ...(counted.actions === null ? [`Actions agreed: ${NOT_COLLECTED}`] : actionLines(counted.actions)),
    ],
    'so-what',
    notes,
  );

const NOT_WRITTEN = 'not written down';

const actionLines = (actions: ActionFigures): string[] => [
  textTable(
    [{ heading: `Actions agreed: ${actions.agreed}` }, { heading: 'Count', figures: true }],
    [
      ['done in time', String(actions.doneInTime.count)],
      ['done late', String(actions.doneLate.count)],
      ['done, with no day set', String(actions.done.count)],
      ['overdue', String(actions.overdue.count)],
      ['day still to come', String(actions.toCome.count)],
      ['not done, with no day set', String(actions.withoutDate.count)],
    ],
  ),
  `Done in time, of those that were due: ${actions.inTimePercent === null ? 'none were due' : `${actions.inTimePercent}%`}`,
];

/** What was raised again, by record number: for those who work on the cases. */
export const formatRepeats = ({ year, counted, notes }: Repeats): string =>
  report(
    `Raised again within six months, among the disputes of ${year}`,
    counted && [
      `${inWords(counted.repeated)} of ${counted.raised} raised`,
      '',
      textTable(
        [{ heading: 'Child' }, { heading: 'Theme group' }, { heading: 'Last raised' }, { heading: 'Disputes' }],
        counted.matters.map(({ child, themeGroup, lastRaisedOn, references }) => [
          child,
          themeShown(themeGroup).label,
          lastRaisedOn,
          references.join(', '),
        ]),
      ),
    ],
    'repeats',
    notes,
  );

const report = (title: string, lines: readonly string[] | null, figures: FigureOf, notes: readonly string[]): string =>
  [
    title,
    '',
    ...(lines ?? ['No register was kept of this year.']),
    '',
    'What is counted',
    ...definitionsOf(figures).map(({ label, definition }) => `- ${label}: ${definition}`),
    ...notes.map((note) => `Note: ${note}.`),
  ].join('\n');

const shares = <Figure extends Shared>(
  title: string,
  figures: readonly Figure[],
  label: (figure: Figure) => string,
): string =>
  textTable(
    [{ heading: title }, { heading: 'Count', figures: true }, { heading: 'Share', figures: true }],
    figures.map((figure) => [label(figure), String(figure.count), figure.percent === null ? '' : `${figure.percent}%`]),
  );

const NOT_COLLECTED = 'not collected';

const inWords = (shared: Shared | null): string => {
  if (shared === null) return NOT_COLLECTED;
  return shared.percent === null ? String(shared.count) : `${shared.count} (${shared.percent}%)`;
};
