import type { ChallengeDecision } from '../../../disputes/events.js';
import { dayInWords } from '../../../calendar/in-words.js';
import type { About } from '../../../web/frame/page.js';
import { DECISIONS_IN_WORDS } from '../../in-words.js';
import { reasonsOf } from '../pages/choices-of-meetings.js';
import { itemInLine, sentenceOf } from '../pages/item-shown.js';
import type { Room } from './room.query.js';

export const presentRoom = (room: Room, { words, theme }: About): object => {
  const { meeting, isBegun, isAllDealtWith, at, order, item, written, current } = room;
  const path = `/challenge/meetings/${meeting}`;
  const linkTo = (place: number) => (order[place - 1] === undefined ? null : `${path}/room?item=${order[place - 1]}`);
  return {
    // A title names no child and no theme; the heading of the page says what the item is about.
    title: titleOf(room),
    heading: headingIn(room, words),
    isForAll: item !== null || isAllDealtWith,
    line: item?.line ? words.said(sentenceOf(item.line)) : null,
    theme: item?.about === 'theme' && item.theme !== null ? theme(item.theme) : null,
    because: item === null || item.because.length === 0 ? null : words.said(reasonsOf(item.because)),
    written,
    decision:
      item?.decision == null
        ? null
        : words
            .said(DECISIONS_IN_WORDS[item.decision as ChallengeDecision])
            .replace(/^./, (first) => first.toUpperCase()),
    actions: (item?.actions ?? []).map(({ what, who, by }) => `${what}: ${who}, by ${dayInWords(by)}`),
    earlier: at === 0 ? linkTo(order.length) : linkTo(at - 1),
    later: at === 0 ? null : linkTo(at + 1),
    now: `${path}/room`,
    back: path,
    asks: isBegun ? `${path}/now` : null,
    current: current ?? '',
  };
};

/** Said of a meeting that is over, in the place of an item. */
const OVER = { closed: 'closed', cancelled: 'called off' } as const;

const titleOf = ({ name, isOver, isAgendaEmpty, isAllDealtWith, at, order }: Room): string => {
  if (isOver && isAllDealtWith) return `${name}: ${OVER[isOver]}`;
  if (isAgendaEmpty) return `${name}: nothing is on the agenda`;
  if (isAllDealtWith) return `${name}: nothing is left to decide`;
  return at === 0 ? `${name}: an item for some of those here` : `${name}: item ${at} of ${order.length}`;
};

const headingIn = ({ item, isOver, isAgendaEmpty, isAllDealtWith, at, order }: Room, words: About['words']): string => {
  if (item !== null) return itemInLine(item, words);
  if (isOver && isAllDealtWith) return words.said(`This meeting was ${OVER[isOver]}`);
  if (isAgendaEmpty) return 'Nothing is on the agenda';
  if (isAllDealtWith) return 'Every item was dealt with';
  return at === 0 ? 'An item for some of those here' : `Item ${order[at - 1]}`;
};
