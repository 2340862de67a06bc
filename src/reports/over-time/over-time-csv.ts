import { themeShown } from '../../protocol/theme-shown.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { BYTE_ORDER_MARK, csvLines } from '../../register/export/csv.js';
import type { ByMonth } from './by-month.js';
import { NOT_COLLECTED } from './finding.js';
import type { LineOverTime, OverTime } from './over-time.js';

const headOf = ({ quarter, from, to }: OverTime['periods'][number]): string => quarter ?? `${from} to ${to}`;

/** The table for a spreadsheet: each line with its parts below it, a count in each period, and the children held. */
export const overTimeCsv = (
  { lines, periods, rows, all }: OverTime,
  { themes }: Pick<CouncilSays, 'themes'>,
): string => {
  const nameOf = ({ id, name }: LineOverTime): string => name ?? themeShown(id, themes).label;
  const cells = (line: LineOverTime, [name, part]: readonly [string, string]): string[] => [
    ...[name, part],
    ...line.cells.flatMap(({ count, held, note }) => [
      count === null ? (note ?? '') : String(count),
      held === null ? '' : String(held),
    ]),
  ];
  return (
    BYTE_ORDER_MARK +
    csvLines([
      [
        lines === 'team' ? 'Team' : 'Theme',
        'Part',
        ...periods.flatMap((period) => [headOf(period), 'Children held, on average']),
      ],
      ...rows.flatMap((line) => [
        cells(line, [nameOf(line), '']),
        ...line.parts.map((part) => cells(part, [nameOf(line), nameOf(part)])),
      ]),
      cells(all, ['All', '']),
    ])
  );
};

/** Months for a spreadsheet, with the acknowledgements of the same months beside them. */
export const byMonthCsv = ({ kind, months, range }: ByMonth, praise: ByMonth | null): string => {
  const known = (count: number | null): string => (count === null ? NOT_COLLECTED : String(count));
  return (
    BYTE_ORDER_MARK +
    csvLines([
      ['From', 'To', kind, ...(praise === null ? [] : ['acknowledgement']), 'Mean', 'Lower limit', 'Upper limit'],
      ...months.map(({ from, to, count }, place) => [
        ...[from, to, known(count)],
        ...(praise === null ? [] : [known(praise.months[place]!.count)]),
        ...(range === null ? ['', '', ''] : [range.mean, range.lower, range.upper].map((value) => value.toFixed(2))),
      ]),
    ])
  );
};
