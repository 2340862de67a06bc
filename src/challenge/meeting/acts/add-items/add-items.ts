import { DISPUTE_THEMES } from '../../../../protocol/themes.js';
import type { About, AgendaItem, AgendaReason, ChallengeMeetingEvent } from '../../../events.js';
import { invalid, isSame, mustNotBeOver, mustSay } from '../../../rules.js';
import type { Meeting, MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

/** By a person, by the agenda itself, or carried in from an earlier meeting. An item that stands on the agenda already is left out. */
export interface AddItems {
  type: 'add-items';
  items: readonly NewItem[];
}
export interface NewItem {
  about: About;
  because: AgendaReason[];
  note: string | null;
  carriedFrom: AgendaItem['carriedFrom'];
}

/**
 * Puts cases and themes on the agenda, also while the meeting sits. An item that stands on it already is not put on twice; if that is
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

const mustBeAbout = (about: About): void => {
  if (about.kind === 'case') return;
  mustSay(about.title, 'what the theme is');
  if (!DISPUTE_THEMES.some(({ code }) => code === about.theme)) {
    invalid('theme-unknown', 'That is not the code of a theme. Choose one of the list.');
  }
};

export const addItemsAct = meetingAct({
  type: 'add-items',
  permission: 'challenge.set-agenda',
  decide: addItems,
  routes: ['add-items', 'prepare'],
  events: { AgendaItemAdded: 1 },
});
