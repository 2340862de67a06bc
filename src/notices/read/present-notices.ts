import type { NoticeDto, NoticesDto } from './notices.dto.js';

/** The latest first: what was said, of what, and whether it went. */
export const presentNotices = ({ items }: NoticesDto): object => ({ title: 'Notices', items: items.map(noticeShown) });

const noticeShown = ({ subject, text, about, writtenAt, theirsToDo, standing, how, notNeeded }: NoticeDto): object => ({
  subject,
  paragraphs: text.split(/\n\s*\n/).filter((part) => part.trim() !== ''),
  about,
  href: addressOf(about),
  writtenAt,
  theirsToDo,
  went: standing === 'waiting' && how === 'in-digest' ? 'Comes with your next digest' : WENT[standing],
  why: notNeeded === null ? '' : 'there was no need for it any more',
});

const WENT: Readonly<Record<NoticeDto['standing'], string>> = {
  waiting: 'About to be sent',
  sent: 'Sent',
  failed: 'Could not be sent: ask your administrator to look at your e-mail address',
  'not-needed': 'Not sent',
};

/** The page of what a notice is about; null where it has none. */
const addressOf = (about: string | null): string | null => {
  if (about?.startsWith('DRP-')) return `/disputes/${about}`;
  return about?.startsWith('PA-') ? `/acknowledgements/${about}` : null;
};
