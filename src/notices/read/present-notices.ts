import type { Permission } from '../../access/access-table.js';
import { asksForSomething, NOTICE_KINDS, type NoticeKind } from '../kinds.js';
import { isForTheMailAlone } from '../templates.js';
import { weekIn } from '../weeks.js';
import { whereItLeadsFor } from '../where-it-leads.js';
import type { NoticeDto, NoticesDto } from './notices.dto.js';

/** The latest first: what was said, of what, and whether it went. */
export const presentNotices = ({ items, may }: NoticesOfPage): object => ({
  title: 'Notices',
  items: items.map((notice) => noticeShown(notice, may)),
});

export interface NoticesOfPage extends NoticesDto {
  /** Whether a row of the access table lets the reader in. */
  readonly may: (permission: Permission) => boolean;
}

const noticeShown = (
  { kind, subject, text, about, writtenAt, standing, how, notNeeded }: NoticeDto,
  may: NoticesOfPage['may'],
): object => ({
  subject: subject.replace(/^./, (first) => first.toUpperCase()),
  // The page itself is read after signing in, links to what it is about, and shows each notice once.
  paragraphs: text.split(/\n\s*\n/).filter((part) => part.trim() !== '' && !isForTheMailAlone(part)),
  about: about === null ? null : weekIn(about) === null ? (PLACE_IN_WORDS[about] ?? about) : 'the week',
  href: about === null ? null : whereItLeadsFor(about, kind, may),
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

const PLACE_IN_WORDS: Readonly<Partial<Record<string, string>>> = {
  CHILDREN: 'your list of children',
  COVERS: 'the list of covers',
  CLH: 'your work',
  'MY-WORK': 'your work',
  TEAMS: 'the list of teams',
  PEOPLE: 'the list of people',
};
