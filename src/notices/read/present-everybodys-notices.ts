import type { NoticeDto, NoticesDto } from './notices.dto.js';

/** Notices of everybody, the latest first, without what they say. Those of the reader have no more in them than those of others. */
export const presentEverybodysNotices = ({ items }: NoticesDto): object => ({
  title: 'Notices to everybody',
  failed: items.filter(({ standing }) => standing === 'failed').length,
  waiting: items.filter(({ standing }) => standing === 'waiting').length,
  items: items.map(({ notice, to, writtenAt, theirsToDo, how, standing, settledAt, failure, notNeeded }) => ({
    ...{ notice, writtenAt, settledAt },
    person: to.id,
    kind: theirsToDo ? 'theirs to do' : 'for information',
    how: how === 'at-once' ? 'by itself' : 'in a digest',
    came: [STANDINGS[standing], ...(failure === null ? [] : [FAILURES[failure]])].join(': '),
    why: notNeeded === null ? '' : 'its need had gone',
  })),
});

const STANDINGS: Readonly<Record<NoticeDto['standing'], string>> = {
  waiting: 'waits',
  sent: 'sent',
  failed: 'not sent',
  'not-needed': 'not sent',
};

const FAILURES: Readonly<Record<NonNullable<NoticeDto['failure']>, string>> = {
  'no-address': 'no e-mail address is known',
  refused: 'the address was refused',
  'mailbox-away': 'the mailbox takes nothing now',
};
