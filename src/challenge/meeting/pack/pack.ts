import type { LocalDate } from '../../../calendar/calendar.js';
import { dateInWords, dayInWords } from '../../../calendar/in-words.js';
import { postTitle } from '../../../directory/import/posts.js';
import { inCouncilWords, referenceShown } from '../../../protocol/council-words.js';
import { themeShown } from '../../../protocol/theme-shown.js';
import type { CouncilSays } from '../../../protocol/words-now.js';
import type { CaseShown } from '../../agenda/case-line.js';
import { DECISIONS_IN_WORDS, GOES_ON_TO_IN_WORDS, REASONS_IN_WORDS } from '../../in-words.js';
import type { Meeting, MeetingItem } from '../meeting.js';

/** The papers of a meeting: what is looked at, why, and room to write. Children by their initials, people by their posts. */
export interface Pack {
  readonly title: string;
  /** Reference, day, hour and place. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly items: readonly PackItem[];
}
export interface PackItem {
  readonly heading: string;
  /** Name and text, in the order in which they are printed. */
  readonly lines: readonly (readonly [name: string, text: string])[];
  /** What is still to be written in the meeting. */
  readonly blanks: readonly string[];
}

/**
 * In the council's words, but for what people wrote.
 *
 * @param caseOf what an agenda shows of a dispute
 */
export const packOf = (
  meeting: Meeting,
  caseOf: (dispute: string) => CaseShown,
  today: LocalDate,
  says: CouncilSays,
): Pack => ({
  title: meeting.name,
  facts: [
    ['Reference', meeting.meeting],
    ['Day', `${dateInWords(meeting.heldOn)}, ${meeting.startsAt}`],
    ...(meeting.place === null ? [] : [['Place', meeting.place] as const]),
    ['Posts', meeting.posts.map((post) => postTitle(post, says.posts)).join(', ')],
    ['Printed', dateInWords(today)],
  ],
  items: meeting.items.filter(({ status }) => status !== 'taken-off').map((item) => packItem(item, caseOf, says)),
});

const packItem = (item: MeetingItem, caseOf: (dispute: string) => CaseShown, says: CouncilSays): PackItem => {
  const { words, kept, themes } = says;
  const said = (text: string): string => inCouncilWords(text, words, kept);
  const { about, because, note, carriedFrom, outcome } = item;
  const shown = about.kind === 'case' ? caseOf(about.dispute) : undefined;
  if (shown?.dispute === null)
    return { heading: `${item.itemId}. A restricted case`, lines: [['In one line', said(shown.line)]], blanks: [] };
  const heading =
    about.kind === 'case'
      ? `${item.itemId}. ${referenceShown(about.dispute, words)}${initialsIn(shown!)}`
      : `${item.itemId}. ${about.title} (${themeShown(about.theme, themes).label})`;
  return {
    heading,
    lines: [
      ...(shown === undefined ? [] : [['In one line', said(shown.line)] as const]),
      ...(because.length === 0
        ? []
        : [['Why here', said(because.map((each) => REASONS_IN_WORDS[each]).join('; '))] as const]),
      ...(note === null || shown?.status === null ? [] : [['Note', note] as const]),
      ...(carriedFrom === null
        ? []
        : [['Carried', `from ${carriedFrom.meeting}, ${timesInWords(carriedFrom.times)}`] as const]),
      ...(outcome === null || shown?.status === null ? [] : outcomeLines(outcome, said)),
    ],
    blanks:
      outcome === null ? ['Discussion', 'Decision', 'Actions: what, who, by when', 'The IRO’s view', 'Next look'] : [],
  };
};

const initialsIn = ({ initials }: CaseShown): string => (initials.length === 0 ? '' : ` (${initials.join(', ')})`);
const timesInWords = (times: number): string => (times === 1 ? 'once' : `${times} times`);

const outcomeLines = (
  outcome: NonNullable<MeetingItem['outcome']>,
  said: (text: string) => string,
): (readonly [string, string])[] => [
  ['Discussion', outcome.discussion],
  ['Decision', said(DECISIONS_IN_WORDS[outcome.decision])],
  ...(outcome.goesOnTo === null ? [] : [['Goes on to', GOES_ON_TO_IN_WORDS[outcome.goesOnTo]] as const]),
  ...outcome.actions.map(
    ({ actionId, what, who, by }) => [`Action ${actionId}`, `${what}: ${who}, by ${dayInWords(by)}`] as const,
  ),
  ...(outcome.iroView === null
    ? []
    : [['The IRO’s view', `${outcome.iroView.view}: ${outcome.iroView.words}`] as const]),
  ...(outcome.nextLookOn === null ? [] : [['Next look', dayInWords(outcome.nextLookOn)] as const]),
];
