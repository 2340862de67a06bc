import { shortDay } from '../calendar/in-words.js';
import { MAIN_PREFIX, prefixOf, readReference } from '../platform/ids.js';
import type { About } from '../web/frame/page.js';
import type { FoundDto } from './search.dto.js';

export interface FoundAsRead {
  readonly words: string;
  readonly found: FoundDto;
  /** Addresses of children’s pages, by record number. */
  readonly paths: Readonly<Record<string, string>>;
  /** Team and IRO of children, by record number. */
  readonly with: Readonly<Record<string, string>>;
  /** Whether the reader’s post may read a restricted dispute in an emergency. */
  readonly mayInEmergency: boolean;
}

/** @param wrong what is wrong with what was typed */
export const searchForm = (words: string, wrong?: string): object => ({
  title: 'Search',
  typed: words,
  ...(wrong === undefined ? {} : { errors: [{ href: '#words', text: wrong }] }),
});

export const presentFound = (
  { words, found, paths, with: withWhom, mayInEmergency }: FoundAsRead,
  about: About,
): object => {
  const { disputes, acknowledgements, children } = found;
  const reference = readReference(words);
  const count = disputes.length + acknowledgements.length + children.length;
  return {
    ...searchForm(words),
    title: 'Search results',
    isSearched: true,
    count,
    hasMore: found.hasMore,
    emergency:
      mayInEmergency && reference !== undefined && prefixOf(reference) === MAIN_PREFIX
        ? { reference: about.words.said(reference), href: `/disputes/${reference}/take-emergency-access` }
        : null,
    disputesCalled: about.words.disputes,
    acknowledgementsCalled: about.words.acknowledgements,
    children: children.map(({ childId, initials }) => ({
      text: initials ?? 'Initials not known',
      number: childId,
      with: withWhom[childId] ?? '',
      href: paths[childId],
    })),
    disputes: disputes.map((row) => ({
      ...caseShown(row.reference, row.raisedOn, row.theme, row.children, about),
      href: `/disputes/${row.reference}`,
    })),
    acknowledgements: acknowledgements.map((row) => ({
      ...caseShown(row.reference, row.givenOn, row.theme, row.children, about),
      href: `/acknowledgements/${row.reference}`,
    })),
  };
};

const caseShown = (
  reference: string,
  on: string,
  theme: string | null,
  children: readonly { id: string; initials: string | null }[] | undefined,
  { words, theme: labelOf }: Pick<About, 'words' | 'theme'>,
): object => ({
  reference: words.said(reference),
  on: shortDay(on),
  theme: theme === null ? '' : labelOf(theme),
  child: (children ?? []).map(({ id, initials }) => `${initials ?? '–'} · ${id}`).join(', '),
});
