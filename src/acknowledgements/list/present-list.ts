import type { LocalDate } from '../../calendar/calendar.js';
import { shortDay } from '../../calendar/in-words.js';
import type { Directory } from '../../directory/directory.js';
import { yearsUpTo } from '../../disputes/list/present-list.js';
import { themesToLookBy } from '../../protocol/theme-shown.js';
import { ACKNOWLEDGEMENT_THEMES } from '../../protocol/themes.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import type { About } from '../../web/frame/page.js';
import { type ListAsked, type ListDefinition, listing } from '../../web/lists/listing.js';
import type { WithoutFilters } from '../../web/lists/without-filters.js';
import { wellDone, WHO_IS_TOLD } from '../thank/well-done.js';
import type { AcknowledgementListedDto } from './list.dto.js';

export interface AcknowledgementsListed {
  readonly items: readonly AcknowledgementListedDto[];
  readonly next: string | null;
  readonly asked: ListAsked;
  readonly definition: ListDefinition;
  readonly withoutFilters: WithoutFilters | null;
  /** References of those to which the reader may say well done with one press. */
  readonly praise: ReadonlySet<string>;
}

/** The filters that narrow the page of the list. None of it names a child or a person. */
export const acknowledgementsList = (
  directory: Directory,
  today: LocalDate,
  { themes }: Pick<CouncilSays, 'themes'>,
): ListDefinition => ({
  path: '/acknowledgements',
  sort: '-givenOn',
  filters: [
    {
      name: 'status',
      label: 'Status',
      choices: [
        { value: 'given', text: 'Given' },
        { value: 'withdrawn', text: 'Withdrawn' },
      ],
    },
    {
      name: 'team',
      label: 'Team',
      isInTheirWords: true,
      choices: directory.teams(today).map(({ teamId, name }) => ({ value: teamId, text: name })),
    },
    {
      name: 'theme',
      label: 'Theme',
      isInTheirWords: true,
      choices: themesToLookBy(ACKNOWLEDGEMENT_THEMES, themes),
    },
    { name: 'year', label: 'Year', choices: yearsUpTo(today) },
  ],
  columns: [
    { label: 'Reference' },
    { label: 'Child' },
    { label: 'Team' },
    { label: 'Given', sort: 'givenOn' },
    { label: 'By' },
    { label: 'Thanks' },
  ],
});

export const presentAcknowledgements = (
  { items, next, asked, definition, withoutFilters, praise }: AcknowledgementsListed,
  { words, theme }: About,
): object => ({
  title: `List of ${words.acknowledgements}`,
  list: listing(definition, asked, next, words.said),
  rows: items.map((row) => ({
    reference: row.reference,
    href: `/acknowledgements/${row.reference}`,
    theme: theme(row.theme),
    child:
      row.children === undefined
        ? `${row.childCount} ${row.childCount === 1 ? 'child' : 'children'}`
        : row.children.map(({ id, initials }) => `${initials ?? '–'} · ${id}`).join(', '),
    team: row.team.name ?? '–',
    given: shortDay(row.givenOn),
    by: row.givenBy?.name ?? '–',
    thanks: row.thanks,
    wellDone: praise.has(row.reference) ? wellDone(row.reference) : null,
    isWithdrawn: row.status === 'withdrawn',
  })),
  whoIsTold: items.some(({ reference }) => praise.has(reference)) ? words.said(WHO_IS_TOLD) : null,
  withoutFilters,
  mayShowInitials: items.some(({ children }) => children !== undefined),
});
