import type { LocalDate } from '../../calendar/calendar.js';
import { shortDay } from '../../calendar/in-words.js';
import type { Directory } from '../../directory/directory.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';
import { themesToLookBy } from '../../protocol/theme-shown.js';
import { DISPUTE_THEMES } from '../../protocol/themes.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import type { About } from '../../web/frame/page.js';
import {
  type ListAsked,
  type ListChoice,
  type ListDefinition,
  type ListFilter,
  listing,
} from '../../web/lists/listing.js';
import type { WithoutFilters } from '../../web/lists/without-filters.js';
import { ENDED_AS_CHOICE, endingInWords } from '../codes-in-words.js';
import { type ColumnsBesides, columnsBesides, ladderInWords, levelInWords, MAIN_IN_WORDS } from './ladder-and-level.js';
import type { WithWhom } from '../../reports/open-disputes/who-has-listed.query.js';
import { judgedByInWords } from '../pages/who-has-it.js';
import type { DisputeListedDto } from './list.dto.js';
import type { PostKind } from '../../protocol/protocol.js';
import { stageShown } from '../../protocol/stage-shown.js';

export interface DisputesListed {
  readonly says: Pick<CouncilSays, 'themes' | 'ladders' | 'levels'>;
  readonly items: readonly DisputeListedDto[];
  readonly next: string | null;
  readonly asked: ListAsked;
  readonly definition: ListDefinition;
  /** With whom the open ones are, and since when, by reference. */
  readonly withWhom: ReadonlyMap<string, WithWhom>;
  readonly withoutFilters: WithoutFilters | null;
}

const STATUS_IN_WORDS: Readonly<Record<string, string>> = {
  open: 'Open',
  recorded: 'A conversation only',
  ...ENDED_AS_CHOICE,
};

const AWAITING_IN_WORDS: Readonly<Record<string, string>> = {
  answer: 'Waiting for answer',
  judgement: 'Waiting for IRO or chair',
  decision: 'Waiting for decision',
  closing: 'Ready to resolve',
};

/** The filters that narrow the page of the list. None of it names a child or a person: it stands in an address, and is remembered. */
export const disputesList = (
  directory: Directory,
  today: LocalDate,
  { themes, ladders, levels }: DisputesListed['says'],
): ListDefinition => ({
  path: '/disputes',
  sort: '-raisedOn',
  filters: [
    { name: 'status', label: 'Status', choices: choicesOf(STATUS_IN_WORDS) },
    { name: 'awaiting', label: 'Waits for', choices: choicesOf(AWAITING_IN_WORDS) },
    {
      name: 'overdue',
      label: 'Answer',
      choices: [
        { value: 'true', text: 'Late' },
        { value: 'false', text: 'Not late' },
      ],
    },
    {
      name: 'kind',
      label: 'Kind',
      choices: choicesOf({ formal: 'Formal', informal: 'Informal', conversation: 'Conversation only' }),
    },
    {
      name: 'team',
      label: 'Team',
      isInTheirWords: true,
      choices: directory.teams(today).map(({ teamId, name }) => ({ value: teamId, text: name })),
    },
    {
      name: 'theme',
      label: 'Theme',
      isInTheirWords: true,
      choices: themesToLookBy(DISPUTE_THEMES, themes),
    },
    ...choiceOf(
      'ladder',
      'Ladder',
      ladders.length === 0 ? [] : [{ code: MAIN_LADDER, name: MAIN_IN_WORDS }, ...ladders],
    ),
    ...choiceOf('level', 'Level', levels),
    { name: 'year', label: 'Year', choices: yearsUpTo(today) },
    {
      name: 'actionsOutstanding',
      label: 'Agreed actions',
      choices: [{ value: 'true', text: 'Some not done' }],
    },
  ],
  columns: [
    { label: 'Reference' },
    { label: 'Child' },
    { label: 'Team' },
    { label: 'Raised', sort: 'raisedOn' },
    { label: 'Stage', sort: 'stage' },
    { label: 'How it stands' },
    { label: 'Due', sort: 'dueOn' },
  ],
});

/** Of what the council has named: left out where it has named none. */
const choiceOf = (name: string, label: string, named: readonly { code: string; name: string }[]): ListFilter[] =>
  named.length === 0
    ? []
    : [{ name, label, isInTheirWords: true, choices: named.map((each) => ({ value: each.code, text: each.name })) }];

const choicesOf = (words: Readonly<Record<string, string>>): ListChoice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

/** Financial years for which there may be something: this one and five before. */
export const yearsUpTo = (today: LocalDate): ListChoice[] => {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const last = month >= 4 ? year : year - 1;
  return Array.from({ length: 6 }, (_, back) => {
    const value = `${last - back}/${String((last - back + 1) % 100).padStart(2, '0')}`;
    return { value, text: value };
  });
};

export const presentDisputes = (
  { items, next, asked, definition, says, withWhom, withoutFilters }: DisputesListed,
  about: About,
): object => {
  const besides = columnsBesides(says, items);
  return {
    title: `List of ${about.words.disputes}`,
    list: listing(withColumns(definition, besides), asked, next, about.words.said),
    rows: items.map((row) => ({
      ...rowOf(row, withWhom.get(row.reference), about),
      besides: besidesOf(row, says, besides),
      withWhom: withWhomInWords(withWhom.get(row.reference)),
    })),
    withoutFilters,
    mayShowInitials: items.some(({ children }) => children !== undefined),
  };
};

/** The columns for ladder and level stand before that of the stage, which is one of the ladder. */
const withColumns = (definition: ListDefinition, { ladder, level }: ColumnsBesides): ListDefinition => {
  const besides = [...(ladder ? [{ label: 'Ladder' }] : []), ...(level ? [{ label: 'Level' }] : [])];
  return {
    ...definition,
    columns: definition.columns.flatMap((column) => (column.sort === 'stage' ? [...besides, column] : [column])),
  };
};

const rowOf = (
  row: DisputeListedDto,
  withWhom: WithWhom | undefined,
  { words, theme }: Pick<About, 'words' | 'theme'>,
): object => ({
  reference: row.reference,
  href: `/disputes/${row.reference}`,
  theme: row.theme === null ? '' : theme(row.theme),
  child:
    row.children === undefined
      ? `${row.childCount} ${row.childCount === 1 ? 'child' : 'children'}`
      : row.children.map(({ id, initials }) => `${initials ?? '–'} · ${id}`).join(', '),
  team: row.team.name ?? '–',
  raised: shortDay(row.raisedOn),
  stage: words.said(stageOf(row), row.ladder),
  standing: words.said(standingOf(row, withWhom?.kinds ?? [], words.post), row.ladder),
  due: row.awaiting === null || row.dueOn === null ? '–' : shortDay(row.dueOn),
  isLate: row.overdue,
  more: [...(row.overdue ? ['late'] : []), ...(row.dueIsCertain ? [] : ['not yet certain'])].join(', '),
  restricted: row.restricted,
});

/** `with T. Ashdown, R. Lane since 23 Nov 2026`; empty where nobody can be said. */
const withWhomInWords = (withWhom: WithWhom | undefined): string =>
  withWhom === undefined || withWhom.who.length === 0
    ? ''
    : `with ${withWhom.who.join(', ')} since ${shortDay(withWhom.since)}`;

const besidesOf = (row: DisputeListedDto, says: DisputesListed['says'], has: ColumnsBesides): string[] => [
  ...(has.ladder ? [ladderInWords(row.ladder, says)] : []),
  ...(has.level ? [levelInWords(row.level, says) || '–'] : []),
];

const stageOf = ({ kind, currentStage, stageName }: DisputeListedDto): string =>
  kind === 'conversation' ? 'Conversation' : stageShown(stageName, currentStage);

const standingOf = (
  { status, awaiting, outcome, endedOn, imported, takenOn }: DisputeListedDto,
  asked: readonly PostKind[],
  postInWords: (kind: string) => string,
): string => {
  if (awaiting === 'judgement') return judgedByInWords(asked, postInWords);
  if (awaiting !== null) return AWAITING_IN_WORDS[awaiting] ?? 'Open';
  if (imported && !takenOn && endedOn === null) return 'From a register';
  const how = endingInWords(status, outcome) ?? STATUS_IN_WORDS[status] ?? status;
  const said = how.replace(/^./, (first) => first.toUpperCase());
  return endedOn === null ? said : `${said}, ${shortDay(endedOn)}`;
};
