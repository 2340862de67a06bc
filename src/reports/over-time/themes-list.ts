import type { LocalDate } from '../../calendar/calendar.js';
import { financialYearOf, previousYear } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { themesToLookBy } from '../../protocol/theme-shown.js';
import { ACKNOWLEDGEMENT_THEMES, DISPUTE_THEMES } from '../../protocol/themes.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import type { ListChoice, ListDefinition } from '../../web/lists/listing.js';

/** How the figures are shown. */
export type FiguresShown = 'number' | 'per-100';

const KINDS: readonly ListChoice[] = [
  { value: 'formal', text: 'Formal disputes' },
  { value: 'informal', text: 'Informal disputes' },
  { value: 'disputes', text: 'All disputes (records)' },
  { value: 'acknowledgement', text: 'Acknowledgements' },
];
const LINES: readonly ListChoice[] = [
  { value: 'theme', text: 'Theme' },
  { value: 'team', text: 'Team' },
];
const SHOWN: readonly ListChoice[] = [
  { value: 'number', text: 'Number' },
  { value: 'per-100', text: 'Per 100 children' },
];

/** Filters of which one choice always holds: the first unless told. */
export const ALWAYS_CHOSEN = ['kind', 'lines', 'show', 'year'];

/** The choice that stays right when a new year begins, and is remembered as such. */
export const UP_TO_TODAY = 'today';
/** Years that can be chosen, of which registers go back over some. */
const YEARS = 10;

/** Today, then the years that are over, the latest first. */
const yearsBack = (today: LocalDate): ListChoice[] => {
  const years: ListChoice[] = [];
  let year = financialYearOf(today);
  while (years.length < YEARS) {
    year = previousYear(year);
    years.push({ value: year, text: `The end of ${year}` });
  }
  return [{ value: UP_TO_TODAY, text: 'Today' }, ...years];
};

/** The filters that narrow the figures. None of it names a child or a person: it stands in an address, and is remembered. */
export const themesList = (
  directory: Directory,
  today: LocalDate,
  themesOfCouncil: CouncilSays['themes'],
): ListDefinition => {
  const teams = directory.teams(today);
  const services = [...new Set(teams.flatMap(({ service }) => service ?? []))].sort();
  return {
    path: '/themes',
    sort: '',
    filters: [
      { name: 'kind', label: 'Counts', choices: KINDS },
      { name: 'lines', label: 'Lines', choices: LINES },
      { name: 'show', label: 'Show', choices: SHOWN },
      { name: 'year', label: 'Up to', choices: yearsBack(today) },
      {
        name: 'themeGroup',
        label: 'Theme',
        isInTheirWords: true,
        choices: themesToLookBy(
          [...DISPUTE_THEMES, ...ACKNOWLEDGEMENT_THEMES].filter(({ code, group }) => code === group),
          themesOfCouncil,
        ),
      },
      {
        name: 'service',
        label: 'Service',
        isInTheirWords: true,
        choices: services.map((service) => ({ value: service, text: service })),
      },
      {
        name: 'team',
        label: 'Team',
        isInTheirWords: true,
        choices: teams.map(({ teamId, name }) => ({ value: teamId, text: name })),
      },
    ],
    columns: [],
  };
};
