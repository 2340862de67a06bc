import { shortDay } from '../../calendar/in-words.js';
import type { ChildDto } from '../../directory/children/children.dto.js';
import type { CoverDto } from '../../directory/covers/covers.dto.js';
import { itemShown, waitingShown, type WorkAsRead } from './present-my-work.js';
import type { About } from '../../web/frame/page.js';
import type { MyWork, WorkItem } from './work.js';

export interface HandoverAsRead {
  /** The disputes that they hold and that wait for others. */
  readonly waiting: MyWork['waitingForOthers'];
  /** The work that is theirs, without the acts that they do in the place of others. */
  readonly items: readonly WorkItem[];
  readonly children: readonly ChildDto[];
  /** The people who stand in for them, today and later, by name. */
  readonly covers: readonly CoverDto[];
  /** The posts that arrange covers. */
  readonly arrangers: readonly { readonly name: string; readonly email: string | null }[];
  readonly codeOf: WorkAsRead['codeOf'];
  /** Of its address: for whom somebody acts goes on from page to page. */
  readonly query: string;
}

export const presentHandover = (
  { waiting, items, children, covers, arrangers, codeOf, query }: HandoverAsRead,
  about: Pick<About, 'words' | 'theme'>,
): object => ({
  title: 'Leave handover',
  back: `/my-work${query}`,
  covers: covers.map(({ by, from, to }) => `${by} stands in from ${shortDay(from)} to ${shortDay(to)}`),
  arrangers: arrangers.map(({ name, email }) => ({
    name,
    // It says nothing of any child, and who is away is said by the person who sends it.
    href: email === null ? null : `mailto:${email}?subject=${encodeURIComponent('Cover while I am away')}`,
  })),
  items: items.map((item) => itemShown(item, { codeOf, mayHandOver: false }, about)),
  waiting: waiting.map((dispute) => waitingShown(dispute, about)),
  children: children.map(({ childId, initials }) => `${initials ?? 'Initials not known'} · ${childId}`),
});
