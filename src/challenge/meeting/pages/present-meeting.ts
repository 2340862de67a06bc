import type { LocalDate } from '../../../calendar/calendar.js';
import { londonDate } from '../../../calendar/dates.js';
import { clockInWords, dateInWords, dayInWords, shortDay } from '../../../calendar/in-words.js';
import type { ChallengeDecision, GoesOnTo, Verdict } from '../../../disputes/events.js';
import { VERDICT_IN_WORDS } from '../../../disputes/codes-in-words.js';
import { inWords } from '../../../web/forms/drawn-form.js';
import type { About } from '../../../web/frame/page.js';
import type { WordsOfPages } from '../../../web/frame/shared.js';
import type { MeetingKind } from '../../events.js';
import { DECISIONS_IN_WORDS, GOES_ON_TO_IN_WORDS, KIND_IN_WORDS } from '../../in-words.js';
import type { AgendaItemDto, AgendaProposalDto, MeetingActionDto, MeetingDto } from '../read/read.dto.js';
import { reasonsOf } from './choices-of-meetings.js';
import { alsoOnShown, headingOf, itemInLine, numberOf, sentenceOf } from './item-shown.js';
import { MEETING_ACT_FORMS, type MeetingPageAct } from './meeting-forms.js';
import type { Offers } from './meeting-offers.js';

/** The model of the page of a meeting: the view of the API, the acts that its reader may do, and the names of people. */
export interface MeetingAsRead {
  readonly meeting: MeetingDto;
  readonly offers: Offers;
  /** Names by person id. */
  readonly names: Readonly<Record<string, string>>;
  /** Ids of commands, one for each button that moves an item. */
  readonly commands: readonly string[];
  /** Of its address: for whom somebody acts goes on from page to page. */
  readonly query: string;
}

const STATUS: Readonly<Record<string, { readonly text: string; readonly colour: string }>> = {
  arranged: { text: 'Arranged', colour: 'yellow' },
  'in-session': { text: 'Has begun', colour: 'blue' },
  closed: { text: 'Closed', colour: 'green' },
  cancelled: { text: 'Called off', colour: 'grey' },
};

export const statusShown = (status: string): { text: string; colour: string } =>
  STATUS[status] ?? { text: status, colour: 'grey' };

/** "the team manager" as it begins a line: "Team manager". */
export const postShown = (kind: string, words: Pick<WordsOfPages, 'post'>): string =>
  words
    .post(kind)
    .replace(/^(the|an?) /, '')
    .replace(/^./, (first) => first.toUpperCase());

/** Acts that have a place of their own on the page, beside what they are about. */
const BESIDE_WHAT_THEY_ARE_ABOUT: readonly MeetingPageAct[] = [
  'prepare',
  'place-item',
  'take-off-item',
  'take-back-decision',
  'mark-action-done',
  'take-back-action-done',
];

export const presentMeeting = ({ meeting, offers, names, commands, query }: MeetingAsRead, about: About): object => {
  const { words } = about;
  const { said } = words;
  const path = `/challenge/meetings/${meeting.meeting}`;
  const nameOf = (person: string): string => names[person] ?? 'somebody';
  const linkOf = (act: MeetingPageAct) => ({
    text: inWords(MEETING_ACT_FORMS[act].link, words),
    href: `${path}/${act}${query}`,
  });
  const links = offers.acts.filter((act) => !BESIDE_WHAT_THEY_ARE_ABOUT.includes(act)).map(linkOf);
  const inOrder = meeting.items.filter(({ status }) => status !== 'taken-off');
  const toDecide = inOrder.find(({ itemId }) => offers.toDecide.includes(itemId));
  const next =
    meeting.status === 'in-session' && toDecide !== undefined
      ? {
          text: `Go on with item ${numberOf(toDecide.itemId)}: notes and the decision`,
          href: `${path}/notes/${encodeURIComponent(toDecide.itemId)}${query}`,
        }
      : undefined;
  const isOver = meeting.status === 'closed' || meeting.status === 'cancelled';
  return {
    title: `${meeting.name}, ${dayInWords(meeting.heldOn)}`,
    name: meeting.name,
    tag: statusShown(meeting.status),
    facts: [
      ['Day', `${dateInWords(meeting.heldOn)}, ${clockInWords(meeting.startsAt)}`],
      ['Place', meeting.place ?? 'none set'],
      ['Kind', said(KIND_IN_WORDS[meeting.kind as MeetingKind])],
      ['Who sits in it', whoSits(meeting, nameOf, words)],
      ...(meeting.present.length === 0
        ? []
        : [['Who was there', meeting.present.map((each) => attendeeShown(each, nameOf, words)).join('; ')]]),
      ...(meeting.apologies.length === 0
        ? []
        : [['Apologies', meeting.apologies.map((post) => postShown(post, words)).join(', ')]]),
      ['Reference', meeting.meeting],
    ],
    ...(next === undefined ? { main: links[0], links: links.slice(1) } : { main: next, links }),
    onTheDay: offers.acts.includes('begin') ? null : writtenUpOn(meeting, londonDate(about.now)),
    hasBegun: meeting.status === 'in-session',
    papers: [
      ...(offers.hasPapers ? [{ text: said('Papers, to print'), href: `${path}/papers${query}` }] : []),
      ...(offers.hasPapers && !isOver
        ? [{ text: said('In the room, for a projector'), href: `${path}/room${query}` }]
        : []),
      { text: 'Put it into a diary (iCalendar)', href: `${path}/calendar`, isFile: true },
    ],
    items: inOrder.map((item, index) => ({
      ...itemShown(item, { nameOf, query, path, offers }, about),
      up: offers.acts.includes('place-item') && index > 0 ? { place: index, command: commands[2 * index] } : null,
      down:
        offers.acts.includes('place-item') && index < inOrder.length - 1
          ? { place: index + 2, command: commands[2 * index + 1] }
          : null,
    })),
    placing: `${path}/place-item${query}`,
    takenOff: meeting.items.filter(({ status }) => status === 'taken-off').map((item) => itemInLine(item, words)),
    proposed: meeting.proposed.map((each) => proposalShown(each, about)),
    prepare:
      offers.acts.includes('prepare') && meeting.proposed.some(({ alsoOn }) => alsoOn === null)
        ? linkOf('prepare')
        : null,
    isOver,
    isOutline: meeting.items.some((item) => !('note' in item)) && meeting.items.every((item) => !('note' in item)),
    left: isOver ? 0 : inOrder.filter(({ status }) => status === 'on-agenda').length,
    today: londonDate(about.now),
  };
};

/** Said before its day, when nothing on the page is for notes yet. */
const writtenUpOn = ({ status, heldOn }: MeetingDto, today: LocalDate): string | null =>
  status === 'arranged' && today < heldOn
    ? `On ${dayInWords(heldOn)} it is begun here, and its notes and decisions are written on this page.`
    : null;

const whoSits = ({ posts, people }: MeetingDto, nameOf: (person: string) => string, words: WordsOfPages): string =>
  [...posts.map((post) => postShown(post, words)), ...people.map(nameOf)].join(', ');

const attendeeShown = (
  { post, person }: MeetingDto['present'][number],
  nameOf: (person: string) => string,
  words: WordsOfPages,
): string => (person === null ? postShown(post, words) : `${nameOf(person)}, ${postShown(post, words)}`);

interface AroundItem extends Pick<MeetingAsRead, 'query' | 'offers'> {
  readonly nameOf: (person: string) => string;
  readonly path: string;
}

/** One item: what it is about and why it is there, what was decided, and what can be done about it. */
const itemShown = (item: AgendaItemDto, { query, path, offers }: AroundItem, { words, theme }: About): object => {
  const { said } = words;
  const about = encodeURIComponent(item.itemId);
  const withItem = (act: MeetingPageAct): string => `${path}/${act}${query === '' ? '?' : `${query}&`}item=${about}`;
  return {
    itemId: item.itemId,
    number: numberOf(item.itemId),
    heading: headingOf(item, words),
    href: item.dispute === null ? null : `/disputes/${item.dispute}`,
    line: item.line === null ? null : said(sentenceOf(item.line)),
    theme: item.about === 'theme' && item.theme !== null ? theme(item.theme) : null,
    because: item.because.length === 0 ? null : said(reasonsOf(item.because)),
    note: item.note ?? null,
    carried: carriedShown(item),
    carriedTo: item.carriedTo === null ? null : `/challenge/meetings/${item.carriedTo}`,
    ...(item.decision === null ? {} : outcomeShown(item, words)),
    links: [
      ...(offers.toDecide.includes(item.itemId)
        ? [{ text: 'Write notes and the decision', href: `${path}/notes/${about}${query}` }]
        : []),
      ...(offers.toTakeOff.includes(item.itemId) ? [{ text: 'Take it off', href: withItem('take-off-item') }] : []),
      ...(offers.toTakeBack.includes(item.itemId)
        ? [{ text: 'Take the decision back', href: withItem('take-back-decision') }]
        : []),
    ],
    actions: (item.actions ?? []).map((action) => actionShown(action, { query, path, offers })),
  };
};

const carriedShown = ({ carriedFrom, timesCarried }: AgendaItemDto): string | null =>
  carriedFrom === null
    ? null
    : `Carried from an earlier meeting, ${timesCarried === 1 ? 'once' : `${timesCarried} times`}.`;

const outcomeShown = (item: AgendaItemDto, { said }: WordsOfPages): object => ({
  decision: said(DECISIONS_IN_WORDS[item.decision as ChallengeDecision]).replace(/^./, (first) => first.toUpperCase()),
  discussion: item.discussion ?? null,
  goesOnTo: item.goesOnTo === null ? null : GOES_ON_TO_IN_WORDS[item.goesOnTo as GoesOnTo],
  iroView: item.iroView ? { text: VERDICT_IN_WORDS[item.iroView.view as Verdict], words: item.iroView.words } : null,
  nextLookOn: item.nextLookOn,
});

const actionShown = (
  { actionId, what, who, by, doneOn, recordedOn, late }: MeetingActionDto,
  { query, path, offers }: Pick<AroundItem, 'query' | 'path' | 'offers'>,
): object => {
  const withAction = (act: MeetingPageAct): string =>
    `${path}/${act}${query === '' ? '?' : `${query}&`}action=${encodeURIComponent(actionId)}`;
  return {
    ...{ actionId, what, who },
    by: shortDay(by),
    isLate: late === true,
    // An action over a case is marked as done in the case, and its page says how it stands.
    state:
      late === null
        ? 'In the case'
        : doneOn === null
          ? late
            ? 'Late'
            : 'To do'
          : `Done ${shortDay(doneOn)}${late ? `, recorded late on ${shortDay(recordedOn ?? doneOn)}` : ''}`,
    link: offers.actionsToDo.includes(actionId)
      ? { text: 'Mark it as done', href: withAction('mark-action-done') }
      : offers.actionsDone.includes(actionId)
        ? { text: 'Take back that it was done', href: withAction('take-back-action-done') }
        : null,
  };
};

const proposalShown = (proposal: AgendaProposalDto, { words, theme }: About): object => ({
  heading: headingOf(proposal, words),
  line: proposal.line === null ? null : words.said(sentenceOf(proposal.line)),
  theme: proposal.about === 'theme' && proposal.theme !== null ? theme(proposal.theme) : null,
  because: words.said(reasonsOf(proposal.because)),
  alsoOn: alsoOnShown(proposal),
});
