import type { PersonInOffice } from '../../directory/people-in-office.js';
import type { About } from '../../web/frame/page.js';
import { viewInWords } from '../views/present-views.js';
import type { OpeningDto, OpeningsDto } from './who-opened.dto.js';

export interface OpeningsForm {
  readonly typed: { readonly record: string; readonly person: string };
  /** Offered while a name is typed; somebody who has left is found by their name as well. */
  readonly people: readonly PersonInOffice[];
}

export interface OpeningsAsRead extends OpeningsForm {
  readonly found: OpeningsDto;
  readonly isFirst: boolean;
  /** To which the place where it goes on is added. */
  readonly path: string;
}

/** @param wrong what is wrong with a field, by its name */
export const openingsForm = (
  { typed, people }: OpeningsForm,
  wrong: Readonly<Record<string, string>> = {},
): object => ({
  title: 'Who opened what',
  typed,
  people,
  wrong,
  errors: Object.entries(wrong).map(([field, text]) => ({ text, href: `#${field}` })),
});

export const presentOpenings = (read: OpeningsAsRead, { words }: Pick<About, 'words'>): object => {
  const { typed, found, isFirst, path } = read;
  const isNarrowed = typed.record !== '' || typed.person !== '';
  return {
    ...openingsForm(read),
    isRead: true,
    isNarrowed,
    items: found.items.map((item) => ({
      ...viewInWords(item, words.said, 'of-many'),
      records: recordsInWords(item, words.said),
    })),
    first: isFirst ? null : path.slice(0, -1),
    next: found.next === null ? null : `${path}cursor=${found.next}`,
  };
};

/** `DRP-7K4M-2QXH, DRP-9T2C-5BRK, and 12 more · 1 child’s record`. */
const recordsInWords = (
  { references, moreReferences, children, isEverything }: OpeningDto,
  said: (text: string) => string,
): string => {
  if (isEverything) return 'Everything that was recorded until then';
  const named = references.map(said).join(', ');
  const parts = [
    ...(named === '' ? [] : [moreReferences === 0 ? named : `${named}, and ${moreReferences} more`]),
    ...(children === 0 ? [] : [children === 1 ? 'the record of 1 child' : `the records of ${children} children`]),
  ];
  return parts.join(' · ') || 'No record';
};
