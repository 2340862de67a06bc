import type { LocalDate } from '../../../calendar/calendar.js';
import { clockInWords, dateInWords, dayInWords } from '../../../calendar/in-words.js';
import { postTitle } from '../../../directory/import/posts.js';
import { upperFirst } from '../../../platform/upper-first.js';
import { inCouncilWords, referenceShown } from '../../../protocol/council-words.js';
import { themeShown } from '../../../protocol/theme-shown.js';
import type { CouncilSays } from '../../../protocol/words-now.js';
import type { AskedAndAnswered } from '../../../disputes/pages/asked-and-answered.js';
import type { CaseShown } from '../../agenda/case-line.js';
import { numberOf } from '../pages/item-shown.js';
import { DECISIONS_IN_WORDS, GOES_ON_TO_IN_WORDS, REASONS_IN_WORDS } from '../../in-words.js';
import { itemsInOrder, type Meeting, type MeetingItem } from '../meeting.js';
import { linesOf } from './case-in-words.js';
import { type Recipient, sorted } from './sheets.js';

/** The papers of a meeting: what is looked at, why, and room to write. Children stand in it by their initials. */
export interface Pack {
  readonly title: string;
  /** Of the front: reference, day, hour and place, to whom the papers are handed, and what stands on which separate sheet. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** The cases that each of those named on the front may read. */
  readonly items: readonly PackItem[];
  /** The rest, each on a sheet of its own for some of them; the front says which. */
  readonly sheets: readonly { readonly title: string; readonly items: readonly PackItem[] }[];
}
export interface PackItem {
  /** Reference of the case; null for a theme. It is not printed: by it the log of who opened what knows which cases stand in the papers. */
  readonly dispute: string | null;
  readonly heading: string;
  /** Name and text, in the order in which they are printed. */
  readonly lines: readonly (readonly [name: string, text: string])[];
  /** The lines that are still to be written in the meeting. */
  readonly blanks: readonly string[];
}

/** What was raised, asked for and answered, by the number of the item; null where not everybody who gets the item may read it. */
export type Written = Readonly<Record<string, AskedAndAnswered | null>>;

/** The cases of a meeting for the person who prints its papers. */
export interface CasesShown {
  /** What an agenda shows of a dispute. */
  readonly caseOf: (dispute: string) => CaseShown;
  readonly written: Written;
}

/** The marking that the front and each separate sheet carry, since they are handed out apart. */
export const MARKING = 'OFFICIAL-SENSITIVE';

/**
 * In the council's words, but for what people wrote.
 *
 * @param meeting with the items that the person who prints the papers is shown
 * @param recipients to whom the papers are handed
 */
export const packOf = (
  meeting: Meeting,
  cases: CasesShown,
  today: LocalDate,
  says: CouncilSays,
  recipients: readonly Recipient[],
): Pack => {
  const isReadable = ({ about }: MeetingItem): boolean =>
    about.kind === 'theme' || cases.caseOf(about.dispute).status !== null;
  const agenda = itemsInOrder(meeting);
  const { forAll, sheets, forNobody } = sorted(agenda.filter(isReadable), recipients);
  const missing = agenda.filter((item) => forNobody.includes(item) || !isReadable(item));
  const printed = (items: readonly MeetingItem[]): PackItem[] => items.map((item) => packItem(item, cases, says));
  return {
    title: meeting.name,
    facts: [
      ['Reference', meeting.meeting],
      ['Day', `${dateInWords(meeting.heldOn)}, ${clockInWords(meeting.startsAt)}`],
      ...(meeting.place === null ? [] : [['Place', meeting.place] as const]),
      ['Posts', meeting.posts.map((post) => postTitle(post, says.posts)).join(', ')],
      ['For', recipients.length === 0 ? FOR_NOBODY_YET : recipients.map(({ name }) => name).join('; ')],
      ...sheets.map(
        (sheet) => ['Separate sheet', `${numbersOf(sheet.items)}: ${forThemAlone(sheet.recipients)}`] as const,
      ),
      ...(missing.length === 0 ? [] : [['Not here', `${numbersOf(missing)}: ${ON_NO_PAPER}`] as const]),
      ['Printed', dateInWords(today)],
    ],
    items: printed(forAll),
    sheets: sheets.map((sheet) => ({
      title: `${meeting.name}: separate sheet ${forThemAlone(sheet.recipients)}`,
      items: printed(sheet.items),
    })),
  };
};

const FOR_NOBODY_YET = 'whoever prints them: nobody holds a seat in it';
const ON_NO_PAPER = 'none of those named may read it, or whoever printed these papers may not';

const numbersOf = (items: readonly MeetingItem[]): string =>
  `${items.length === 1 ? 'item' : 'items'} ${items.map(({ itemId }) => numberOf(itemId)).join(', ')}`;

const forThemAlone = (names: readonly string[]): string => `for ${names.join('; ')} alone`;

const packItem = (item: MeetingItem, { caseOf, written }: CasesShown, says: CouncilSays): PackItem => {
  const { words, kept, themes } = says;
  const said = (text: string): string => inCouncilWords(text, words, kept);
  const { about, because, note, carriedFrom, outcome } = item;
  const shown = about.kind === 'case' ? caseOf(about.dispute) : undefined;
  const heading =
    about.kind === 'case'
      ? `${numberOf(item.itemId)}. ${referenceShown(about.dispute, words)}${initialsIn(shown!)}`
      : `${numberOf(item.itemId)}. ${about.title} (${themeShown(about.theme, themes).label})`;
  return {
    dispute: shown?.dispute ?? null,
    heading,
    lines: [
      ...(shown === undefined ? [] : [['In one line', said(shown.line)] as const]),
      ...(because.length === 0
        ? []
        : [['Why here', upperFirst(said(because.map((each) => REASONS_IN_WORDS[each]).join('; ')))] as const]),
      ...(note === null ? [] : [['Note', note] as const]),
      ...(shown === undefined ? [] : writtenLines(written[item.itemId] ?? null)),
      ...(carriedFrom === null
        ? []
        : [['Carried', `from ${carriedFrom.meeting}, ${timesInWords(carriedFrom.times)}`] as const]),
      ...(outcome === null ? [] : outcomeLines(outcome, said)),
    ],
    blanks:
      outcome === null ? ['Discussion', 'Decision', 'Actions: what, who, by when', 'The IRO’s view', 'Next look'] : [],
  };
};

const writtenLines = (written: AskedAndAnswered | null): (readonly [string, string])[] =>
  written === null ? [['What was written', NOT_FOR_ALL]] : linesOf(written);

const NOT_FOR_ALL =
  'not here: not everybody who gets this sheet may read it. Each reads in the case what is theirs to read.';

const initialsIn = ({ initials }: CaseShown): string => (initials.length === 0 ? '' : ` (${initials.join(', ')})`);
const timesInWords = (times: number): string => (times === 1 ? 'once' : `${times} times`);

const outcomeLines = (
  outcome: NonNullable<MeetingItem['outcome']>,
  said: (text: string) => string,
): (readonly [string, string])[] => [
  ['Discussion', outcome.discussion],
  ['Decision', upperFirst(said(DECISIONS_IN_WORDS[outcome.decision]))],
  ...(outcome.goesOnTo === null ? [] : [['Goes on to', GOES_ON_TO_IN_WORDS[outcome.goesOnTo]] as const]),
  ...outcome.actions.map(
    ({ actionId, what, who, by }) => [`Action ${actionId}`, `${what}: ${who}, by ${dayInWords(by)}`] as const,
  ),
  ...(outcome.iroView === null
    ? []
    : [['The IRO’s view', `${outcome.iroView.view}: ${outcome.iroView.words}`] as const]),
  ...(outcome.nextLookOn === null ? [] : [['Next look', dayInWords(outcome.nextLookOn)] as const]),
];
