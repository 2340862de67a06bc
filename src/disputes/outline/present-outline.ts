import { dayInWords, shortDay } from '../../calendar/in-words.js';
import type { BoardRow } from '../../reports/escalations/escalations.query.js';
import { type RowShown, rowShown } from '../../reports/escalations/present-board.js';
import { inWords, inWordsOfWeek, isCountOfWeek, isCountOnBoard } from '../../reports/escalations/counts-of-board.js';
import { COUNTED_IN_WEEK, COUNTED_ON_BOARD } from '../../reports/escalations/present-counted.js';
import { RECORDS_OF_A_FIGURE } from '../../reports/over-time/present-cases.js';
import type { About } from '../../web/frame/page.js';
import { endingInWords, IMPACT_IN_WORDS } from '../codes-in-words.js';
import type { EndingOutlinedDto, OutlineDto, StageOutlinedDto } from './outline.dto.js';

/** A line of the list at the top of the page. */
interface Fact {
  readonly key: string;
  readonly value: string;
}

/** The data from which the page is made. */
export interface OutlineOfPage {
  readonly outline: OutlineDto;
  /** Title of the post of whoever holds it; null where they are in none. */
  readonly heldAs: string | null;
  /** Address of the list that led here, as it came with the request; null where none did. */
  readonly from: string | null;
}

/** The standing of a dispute, in the words of the council. */
export const presentOutline = (
  { outline, heldAs, from }: OutlineOfPage,
  about: Pick<About, 'words' | 'theme'>,
): object => {
  const { said } = about.words;
  const row = outline.now === null ? null : rowShown(outline.now as unknown as BoardRow, about);
  return {
    title: `Where ${said(outline.reference)} stands`,
    shownAs: said(outline.reference),
    way: [...wayTo(from).map(({ text, href }) => ({ text: said(text), href })), { text: said(outline.reference) }],
    tag: tagOf(outline),
    inFull: outline.mayOpen ? `/disputes/${outline.reference}` : null,
    mayAsk: outline.request === 'may-ask' ? `/disputes/${outline.reference}/ask-to-read` : null,
    hasAsked: outline.request === 'asked',
    facts: [
      ...factsOf(outline, heldAs),
      ...(row === null ? [] : whereItIs(row, outline.now as unknown as BoardRow, said)),
      ...endingIn(outline.ending),
    ],
    stages: outline.stages.map(stageShown),
  };
};

const tagOf = ({ status, now, ending }: OutlineDto): { text: string; colour: string } => {
  if (now?.due.late === true) return { text: 'Late', colour: 'red' };
  if (status === 'open') return { text: 'Open', colour: 'yellow' };
  if (status === 'imported') return { text: 'From a register', colour: 'grey' };
  return ending?.how === 'resolved' ? { text: 'Resolved', colour: 'green' } : { text: 'Ended', colour: 'grey' };
};

/** The list that led here, as it was asked for, else the board. Whatever else an address says leads nowhere. */
const wayTo = (from: string | null): readonly { readonly text: string; readonly href: string }[] =>
  WAYS.find(({ path }) => from?.startsWith(`${path}?`) === true)?.to(from!) ?? [{ text: 'Board', href: '/board' }];

/** The count that a list is of, as its heading says it. */
const countIn = <Count>(
  from: string,
  isOne: (what: unknown) => what is Count,
  said: (count: Count) => string,
): string => {
  const what = new URLSearchParams(from.split('?')[1]).get('what');
  return isOne(what) ? said(what) : 'What a count counts';
};

const WAYS = [
  {
    path: RECORDS_OF_A_FIGURE,
    to: (from: string) => [
      { text: 'Themes', href: '/themes' },
      { text: 'What a figure counts', href: from },
    ],
  },
  {
    path: COUNTED_ON_BOARD,
    to: (from: string) => [
      { text: 'Board', href: '/board' },
      { text: countIn(from, isCountOnBoard, inWords), href: from },
    ],
  },
  {
    path: COUNTED_IN_WEEK,
    to: (from: string) => [
      { text: 'Board', href: '/board' },
      { text: countIn(from, isCountOfWeek, inWordsOfWeek), href: from },
    ],
  },
];

const factsOf = (
  { theme, team, raisedOn, heldBy, childCount, children }: OutlineDto,
  heldAs: string | null,
): Fact[] => [
  { key: 'Primary theme', value: theme?.label ?? '–' },
  { key: 'Team', value: team?.name ?? '–' },
  { key: 'Raised', value: raisedOn === null ? '–' : dayInWords(raisedOn) },
  {
    key: 'Held by',
    value: heldBy === null ? 'Nobody' : [heldBy.name ?? heldBy.id, ...(heldAs === null ? [] : [heldAs])].join(', '),
  },
  {
    key: 'About',
    value:
      children.length === 0
        ? `${childCount} ${childCount === 1 ? 'child' : 'children'}`
        : children.map(({ id, initials }) => `${initials ?? '–'} ${id}`).join(', '),
  },
];

/** A person with the post from which they act: a name alone does not say whose turn it is. */
const withPosts = (who: BoardRow['who']): string =>
  who.map(({ person, title }) => (person === null ? title : `${person.name ?? person.id}, ${title}`)).join('; ');

const whereItIs = (
  { stage, who, since, due, next }: RowShown,
  { who: posts }: Pick<BoardRow, 'who'>,
  said: (text: string) => string,
): Fact[] => [
  { key: said('Stage'), value: stage },
  {
    key: 'With',
    value: `${posts.some(({ person }) => person === null) || posts.length === 0 ? who : withPosts(posts)}, since ${since}`,
  },
  { key: 'Due', value: due.more ? `${due.day}, ${due.more}` : due.day },
  { key: 'What happens next', value: next },
];

const endingIn = (ending: EndingOutlinedDto | null): Fact[] =>
  ending === null
    ? []
    : [
        {
          key: 'Ended',
          value: [
            ...(ending.endedOn === null ? [] : [dayInWords(ending.endedOn)]),
            endingInWords(ending.how, ending.outcome) ?? ending.how,
          ].join(', '),
        },
        {
          key: 'What changed',
          value:
            ending.impact.length === 0
              ? '–'
              : ending.impact.map((code) => IMPACT_IN_WORDS[code as 'not-known'] ?? code).join('; '),
        },
      ];

const stageShown = ({ name, beganOn, firstDueOn, dueOn, answeredOn, late }: StageOutlinedDto): object => ({
  name,
  began: shownOr(beganOn, '–'),
  first: firstDueOn === dueOn ? null : shownOr(firstDueOn, null),
  due: shownOr(dueOn, 'none set'),
  answered: shownOr(answeredOn, '–'),
  late,
});

const shownOr = <Otherwise extends string | null>(day: string | null, otherwise: Otherwise): string | Otherwise =>
  day === null ? otherwise : shortDay(day);
