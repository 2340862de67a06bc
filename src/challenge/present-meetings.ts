import { clockInWords, dateInWords, dayInWords } from '../calendar/in-words.js';
import type { About } from '../web/frame/page.js';
import { type ListAsked, type ListDefinition, listing } from '../web/lists/listing.js';
import type { MeetingKind } from './events.js';
import { KIND_IN_WORDS } from './in-words.js';
import type { MeetingListedDto } from './meeting/list/list.dto.js';
import { postShown, statusShown } from './meeting/pages/present-meeting.js';
import type { SeriesDto } from './series/list/list.dto.js';

export interface MeetingsAsRead {
  readonly series: readonly SeriesDto[];
  readonly meetings: readonly MeetingListedDto[];
  /** The address at which the list goes on; null on the last page. */
  readonly next: string | null;
  readonly asked: ListAsked;
  /** The meetings that the reader may open and that are not over: those that have begun, then the soonest first. */
  readonly notOver: readonly MeetingListedDto[];
  readonly mayArrange: boolean;
}

/** The filters that narrow the list of meetings. They stand with the latest day first, always. */
export const MEETINGS_LIST: ListDefinition = {
  path: '/challenge',
  sort: '',
  filters: [
    {
      name: 'kind',
      label: 'Kind',
      choices: Object.entries(KIND_IN_WORDS).map(([value, text]) => ({ value, text })),
    },
    {
      name: 'status',
      label: 'Status',
      choices: ['arranged', 'in-session', 'closed', 'cancelled'].map((value) => ({
        value,
        text: statusShown(value).text,
      })),
    },
  ],
  columns: ['Day', 'Meeting', 'Status', 'Place', 'Who sits in it'].map((label) => ({ label })),
};

export const presentMeetings = (
  { series, meetings, next, asked, notOver, mayArrange }: MeetingsAsRead,
  { words }: About,
): object => ({
  title: words.meetings.replace(/^./, (first) => first.toUpperCase()),
  ...offered(notOver[0], mayArrange),
  series: series.map((each) => ({
    name: each.name,
    kind: kindBeside(each, words),
    meets: `${each.meets}, ${clockInWords(each.startsAt)}`.replace(/^./, (first) => first.toUpperCase()),
    place: each.place,
    posts: each.posts.map((post) => postShown(post, words)).join(', '),
    lastOn: each.lastOn === null ? null : dayInWords(each.lastOn),
    next:
      each.next === null
        ? null
        : {
            href: notOver.some(({ meeting }) => meeting === each.next?.meeting)
              ? `/challenge/meetings/${each.next.meeting}`
              : null,
            text: dateInWords(each.next.heldOn),
          },
    calendar: `/challenge/series/${each.series}/calendar`,
    change: mayArrange && each.lastOn === null ? `/challenge/series/${each.series}/change` : null,
    end: mayArrange && each.lastOn === null ? `/challenge/series/${each.series}/end` : null,
  })),
  list: listing(MEETINGS_LIST, asked, next, words.said),
  rows: meetings.map((each) => ({
    day: dayInWords(each.heldOn),
    time: clockInWords(each.startsAt),
    href: `/challenge/meetings/${each.meeting}`,
    name: each.name,
    kind: kindBeside(each, words),
    tag: statusShown(each.status),
    place: each.place ?? '–',
    posts: each.posts.map((post) => postShown(post, words)).join(', '),
  })),
});

/** The buttons at the head: the meeting that comes next, and for those who arrange meetings how one is begun. */
const offered = (next: MeetingListedDto | undefined, mayArrange: boolean): object => {
  const arranging = mayArrange
    ? [
        { text: 'Start a series', href: '/challenge/series/new' },
        { text: 'Arrange a single one', href: '/challenge/meetings/new' },
      ]
    : [];
  if (next === undefined) return { main: arranging[0], buttons: arranging.slice(1) };
  const text =
    next.status === 'in-session'
      ? `Go on with ${next.name}, ${dayInWords(next.heldOn)}`
      : `Open ${next.name}, ${dayInWords(next.heldOn)}`;
  return { main: { text, href: `/challenge/meetings/${next.meeting}` }, buttons: arranging };
};

/** The kind of a meeting, under its name; null where it is called just that. */
const kindBeside = ({ kind, name }: { readonly kind: string; readonly name: string }, words: About['words']) => {
  const inWords = words.said(KIND_IN_WORDS[kind as MeetingKind]);
  return inWords.toLowerCase() === name.toLowerCase() ? null : inWords;
};
