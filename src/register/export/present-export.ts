import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { financialYearOf, previousYear } from '../../calendar/dates.js';
import { addressOf, type ListAsked, type ListDefinition, listing } from '../../web/lists/listing.js';
import { coverInWords } from '../bringing-in/cover-in-words.js';
import type { RegisterExportDto } from './export.dto.js';

/** The data of the page, and the filters that were asked for. */
export interface RegisterToTakeAway extends RegisterExportDto {
  readonly asked: ListAsked;
  readonly definition: ListDefinition;
}

const PATH = '/imports/export';

/** As many as a register is kept for. */
const YEARS_TO_CHOOSE = 10;

/** The filter of the files: the year by which their records are counted. */
export const exportFilters = (today: LocalDate): ListDefinition => ({
  path: PATH,
  ...{ columns: [], sort: '' },
  filters: [
    {
      name: 'year',
      label: 'Raised or given in',
      choices: yearsUntil(financialYearOf(today)).map((year) => ({ value: year.replace('/', '-'), text: year })),
    },
  ],
});

const yearsUntil = (last: FinancialYear): FinancialYear[] => {
  const years = [last];
  while (years.length < YEARS_TO_CHOOSE) years.push(previousYear(years.at(-1)!));
  return years;
};

export const presentExport = ({ files, covers, asked, definition }: RegisterToTakeAway): object => ({
  title: 'Take the register away',
  list: listing(definition, asked, null),
  files: files.map(({ name, rows, lacks }) => ({
    name,
    rows: rows ?? 'none',
    lacks: lacks.join(', '),
    href: addressOf(`${PATH}/file`, { ...asked, name }),
  })),
  covers: covers.map(coverInWords),
});
