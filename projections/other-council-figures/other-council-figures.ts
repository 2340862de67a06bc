import type { FinancialYear, LocalDate } from '../../src/calendar/calendar.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type {
  FigureOfCouncil,
  OtherCouncilEvent,
  OtherCouncilFigure,
} from '../../src/reports/other-councils/events.js';

/** Figures that other councils have published, one row for each council, year and measure: those that stand. */
export type OtherCouncilFigureRow = {
  readonly council: string;
  readonly year: FinancialYear;
  readonly measure: string;
  readonly value: number;
  readonly children: number | null;
  readonly source: string;
  readonly published_on: LocalDate;
  readonly definition: string;
};

export const otherCouncilFigures: Projection<OtherCouncilFigureRow> = {
  name: 'other_council_figures',
  version: 1,
  categories: ['report'],
  columns: {
    council: 'text',
    year: 'text',
    measure: 'text',
    value: 'integer',
    children: 'integer',
    source: 'text',
    published_on: 'text',
    definition: 'text',
  },
  key: ['year', 'council', 'measure'],
  partitionBy: (event) => event.data['year'] as FinancialYear,
  when: handlers<OtherCouncilEvent, OtherCouncilFigureRow>({
    OtherCouncilFigureEntered: (rows, { data }) => [...rows, rowOf(data)],
    OtherCouncilFigureCorrected: (rows, { data }) => rows.map((row) => (isOf(row, data) ? rowOf(data) : row)),
    OtherCouncilFigureWithdrawn: (rows, { data }) => rows.filter((row) => !isOf(row, data)),
  }),
};

const isOf = (row: OtherCouncilFigureRow, { council, measure }: FigureOfCouncil): boolean =>
  row.council === council && row.measure === measure;

const rowOf = ({ council, year, measure, value, children, source, publishedOn, definition }: OtherCouncilFigure) => ({
  ...{ council, year, measure, value, children, source, published_on: publishedOn, definition },
});
