import { refuse } from '../../platform/decider.js';
import { DISPUTE_THEMES } from '../../protocol/themes.js';
import type { AddItems, NewItem, TakeOffItem } from '../acts.js';
import type { About, AgendaItem, ChallengeMeetingEvent } from '../events.js';
import { invalid, itemOnAgenda, mustNotBeOver, mustSay } from '../rules.js';
import type { Meeting, MeetingState } from './meeting.js';

/**
 * Puts cases and themes on the agenda, also while the meeting sits. What stands on it already is not put on twice; where that is
 * all there was to add, nothing happens.
 *
 * @throws Refusal `theme-unknown` (invalid), `words-missing` (invalid), `meeting-closed`, `meeting-cancelled`
 */
export const addItems = ({ items }: AddItems, state: MeetingState): ChallengeMeetingEvent[] => {
  const meeting = mustNotBeOver(state);
  items.forEach(({ about }) => mustBeAbout(about));
  return items
    .filter(
      (item, index) => !stands(meeting, item) && !items.slice(0, index).some((each) => isSame(each.about, item.about)),
    )
    .map((item, index) => ({
      type: 'AgendaItemAdded',
      data: { itemId: `I${meeting.items.length + index + 1}`, ...item } satisfies AgendaItem,
    }));
};

/** An item that was taken off may be put on again, by a person and on purpose, under a new number. */
const stands = (meeting: Meeting, { about }: NewItem): boolean =>
  meeting.items.some((item) => item.status !== 'taken-off' && isSame(item.about, about));

export const isSame = (one: About, other: About): boolean =>
  one.kind === 'case' ? other.kind === 'case' && one.dispute === other.dispute : isSameTheme(one, other);

const isSameTheme = (one: Extract<About, { kind: 'theme' }>, other: About): boolean =>
  other.kind === 'theme' && one.theme === other.theme && one.title === other.title;

const mustBeAbout = (about: About): void => {
  if (about.kind === 'case') return;
  mustSay(about.title, 'what the theme is');
  if (!DISPUTE_THEMES.some(({ code }) => code === about.theme)) {
    invalid('theme-unknown', 'That is not the code of a theme. Choose one of the list.');
  }
};

/**
 * Off this agenda, with a reason. It stays readable, and the agenda does not propose it for this meeting again.
 *
 * @throws Refusal `no-such-item`, `item-taken-off`, `item-decided`
 */
export const takeOffItem = ({ itemId, reason }: TakeOffItem, state: MeetingState): ChallengeMeetingEvent[] => {
  const item = itemOnAgenda(mustNotBeOver(state), itemId);
  mustSay(reason, 'why it comes off the agenda');
  if (item.status !== 'on-agenda') {
    refuse('item-decided', 'This item has been dealt with, and that stays on record. It cannot be taken off.');
  }
  return [{ type: 'AgendaItemTakenOff', data: { itemId, reason } }];
};
