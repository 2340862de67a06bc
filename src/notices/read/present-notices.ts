import { asksForSomething, NOTICE_KINDS, type NoticeKind } from '../kinds.js';
import { isForTheMailAlone } from '../templates.js';
import { addressOfWeek, weekIn } from '../weeks.js';
import type { NoticeDto, NoticesDto } from './notices.dto.js';

/** The latest first: what was said, of what, and whether it went. */
export const presentNotices = ({ items }: NoticesDto): object => ({ title: 'Notices', items: items.map(noticeShown) });

const noticeShown = ({ kind, subject, text, about, writtenAt, standing, how, notNeeded }: NoticeDto): object => ({
  subject: subject.replace(/^./, (first) => first.toUpperCase()),
  // The page itself is read after signing in, links to what it is about, and shows each notice once.
  paragraphs: text.split(/\n\s*\n/).filter((part) => part.trim() !== '' && !isForTheMailAlone(part)),
  about: about === null ? null : weekIn(about) === null ? (PLACE_IN_WORDS[about] ?? about) : 'the week',
  href: addressOf(about),
  writtenAt,
  theirsToDo: kind in NOTICE_KINDS && asksForSomething(kind as NoticeKind),
  went: standing === 'waiting' && how === 'in-digest' ? 'Comes with your next digest' : WENT[standing],
  why: notNeeded === null ? '' : 'there was no need for it any more',
});

const WENT: Readonly<Record<NoticeDto['standing'], string>> = {
  waiting: 'Waits to be sent: messages go out on working days, in working hours',
  sent: 'Sent',
  failed: 'Could not be sent: ask your administrator to look at your e-mail address',
  'not-needed': 'Not sent',
};

/** The page of what a notice is about; null where it has none. */
const addressOf = (about: string | null): string | null => {
  if (about === null) return null;
  const week = weekIn(about);
  if (week !== null) return addressOfWeek(week);
  const place = PLACES[about] ?? PLACES[about.slice(0, about.indexOf('-'))];
  return place === undefined ? null : place.endsWith('/') ? `${place}${about}` : place;
};

/** By what a notice is about, or the prefix of its reference, which then stands behind. */
const PLACES: Readonly<Partial<Record<string, string>>> = {
  ...{ DRP: '/disputes/', PA: '/acknowledgements/', RVW: '/reviews/', REC: '/recommendations/' },
  ...{ CLH: '/my-work', CHILDREN: '/children', COVERS: '/covers' },
};

const PLACE_IN_WORDS: Readonly<Partial<Record<string, string>>> = {
  CHILDREN: 'your list of children',
  COVERS: 'the list of covers',
  CLH: 'your work',
};
