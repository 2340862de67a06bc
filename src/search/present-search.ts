import { shortDay } from '../calendar/in-words.js';
import { themeShown } from '../protocol/theme-shown.js';
import type { About } from '../web/frame/page.js';
import type { FoundDto } from './search.dto.js';

export interface FoundAsRead {
  readonly words: string;
  readonly found: FoundDto;
  /** Addresses of children’s pages, by record number. */
  readonly paths: Readonly<Record<string, string>>;
}

/** @param wrong what is wrong with what was typed */
export const searchForm = (words: string, wrong?: string): object => ({
  title: 'Search',
  typed: words,
  ...(wrong === undefined ? {} : { errors: [{ href: '#words', text: wrong }] }),
});

export const presentFound = ({ words, found, paths }: FoundAsRead, { words: council }: About): object => {
  const { disputes, acknowledgements, children } = found;
  const count = disputes.length + acknowledgements.length + children.length;
  return {
    ...searchForm(words),
    title: 'Search results',
    isSearched: true,
    count,
    hasMore: found.hasMore,
    disputesCalled: council.disputes,
    acknowledgementsCalled: council.acknowledgements,
    children: children.map(({ childId, initials }) => ({
      text: initials ?? 'Initials not known',
      number: childId,
      href: paths[childId],
    })),
    disputes: disputes.map((row) => ({
      ...caseShown(row.reference, row.raisedOn, row.theme, row.children),
      href: `/disputes/${row.reference}`,
    })),
    acknowledgements: acknowledgements.map((row) => ({
      ...caseShown(row.reference, row.givenOn, row.theme, row.children),
      href: `/acknowledgements/${row.reference}`,
    })),
  };
};

const caseShown = (
  reference: string,
  on: string,
  theme: string | null,
  children: readonly { id: string; initials: string | null }[] = [],
): object => ({
  reference,
  on: shortDay(on),
  theme: theme === null ? '' : themeShown(theme).label,
  child: children.map(({ id, initials }) => `${initials ?? '–'} · ${id}`).join(', '),
});
