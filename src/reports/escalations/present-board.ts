import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { dayInWords, momentInWords, shortDay } from '../../calendar/in-words.js';
import { postInWords } from '../../protocol/posts-in-words.js';
import type { ItemListedDto } from '../../challenge/items/items.dto.js';
import type { Directory } from '../../directory/directory.js';
import { themesToLookBy } from '../../protocol/theme-shown.js';
import { DISPUTE_THEMES } from '../../protocol/themes.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { onThatDay } from '../../web/frame/as-it-stood.js';
import type { About } from '../../web/frame/page.js';
import { addressOf, type ListAsked, type ListDefinition, listing } from '../../web/lists/listing.js';
import { dueShown, itemShown, type WorkAsRead } from '../my-work/present-my-work.js';
import type { MyWork } from '../my-work/work.js';
import type { BoardRow, BoardRead } from './escalations.query.js';
import { COUNTED_ROWS } from './escalation-board.js';
import { type CountOnBoard, howMany, inWords } from './counts-of-board.js';
import { ESCALATIONS_DEFINITIONS } from './escalations.definitions.js';
import { COUNTS_OF_WEEK } from './week/week.js';
import { stageShown } from '../../protocol/stage-shown.js';

/** How the rows of the board are laid out: under their stages, or as one table. */
export type BoardView = 'stages' | 'table';

export interface BoardOfPage {
  readonly board: BoardRead;
  readonly work: MyWork;
  /** The items on the agenda of the next meeting that the reader may see. */
  readonly agenda: readonly ItemListedDto[];
  readonly codeOf: WorkAsRead['codeOf'];
  readonly mayHandOver: boolean;
  readonly view: BoardView;
  readonly asked: ListAsked;
  readonly definition: ListDefinition;
  /** The day at the end of which it is shown; undefined of today. */
  readonly asAt?: LocalDate | undefined;
}

/** Rows of one stage on the board; the others are a link away. */
const MOST_OF_A_STAGE = 5;
/** Things that need the reader; all of them stand in My work. */
const MOST_OF_NEED = 5;

const WAITED_ON: Readonly<Record<string, string>> = {
  'team-manager': 'Team managers',
  'service-manager': 'Service managers',
  'head-of-service': 'Heads of service',
  'assistant-director': 'The assistant director',
  director: 'The director',
  iro: 'IROs',
  vacancy: 'A post that nobody holds',
};

/** The filters that narrow the board. None of it names a child or a person: it stands in an address, and is remembered. */
export const boardList = (directory: Directory, today: LocalDate, themes: CouncilSays['themes']): ListDefinition => {
  const teams = directory.teams(today);
  const services = [...new Set(teams.flatMap(({ service }) => service ?? []))].sort();
  return {
    path: '/board',
    sort: '',
    filters: [
      {
        name: 'service',
        label: 'Service',
        isInTheirWords: true,
        choices: services.map((service) => ({ value: service, text: service })),
      },
      {
        name: 'team',
        label: 'Team',
        isInTheirWords: true,
        choices: teams.map(({ teamId, name }) => ({ value: teamId, text: name })),
      },
      {
        name: 'theme',
        label: 'Theme',
        isInTheirWords: true,
        choices: themesToLookBy(DISPUTE_THEMES, themes),
      },
      {
        name: 'waitingFor',
        label: 'Waits for',
        choices: Object.entries(WAITED_ON).map(([value, text]) => ({ value, text })),
      },
    ],
    columns: ['Dispute', 'Child', 'Team', 'Stage', 'With', 'Due', 'What happens next'].map((label) => ({ label })),
  };
};

/** The matters that need the reader first, then those past a promised date, then every stage. No count is compared with another’s. */
export const presentBoard = (
  { board, work, agenda, codeOf, mayHandOver, view, asked, definition, asAt }: BoardOfPage,
  about: About,
): object => {
  const { said } = about.words;
  const { rows, totals } = board;
  const late = rows.filter(({ due }) => due.late);
  const shown = (row: BoardRow): RowShown => {
    const { href, ...rest } = rowShown(row, about);
    return { ...rest, href: row.mayOpen ? onThatDay(href, asAt) : href };
  };
  const inTable: ListAsked = view === 'table' ? { view } : {};
  return {
    title: 'Board',
    asAt: momentInWords(board.asAt),
    views: [
      { text: said('By stage'), href: addressOf('/board', asked), active: view === 'stages' },
      { text: `All ${totals.open}`, href: addressOf('/board', { ...asked, view: 'table' }), active: view === 'table' },
    ],
    list: listing(definition, { ...asked, ...inTable }, null, said),
    mine: work.items
      .slice(0, MOST_OF_NEED)
      .map((item) => itemShown(item, { codeOf, mayHandOver }, about))
      .map((item) => (asAt === undefined ? item : { ...item, href: null })),
    allMine: work.totals.toDo,
    late: late.map((row) => shown(row)),
    isSomeUnread: late.some(({ mayOpen }) => !mayOpen),
    // A count of today leads to other records than were counted then.
    sayings: [...agendaSaid(agenda, about), ...sayingsOf(board, agenda, asked, about)].map((saying) =>
      asAt === undefined ? saying : { ...saying, href: null },
    ),
    ...(view === 'stages' ? { columns: columnsOf(board, asked, shown) } : { rows: rows.map((row) => shown(row)) }),
    definitions: ESCALATIONS_DEFINITIONS.map(({ label, definition: text }) => ({
      label: said(label),
      text: said(text),
    })),
    today: londonDate(about.now),
  };
};

/** In the order in which they stand. A count of nothing that is rarely there is left out where there is none. */
const SAID: readonly CountOnBoard[] = [
  ...(['waitingForIro', 'vacancies', 'overdueActions', 'referredToCafcass', 'forChallenge', 'paused'] as const),
  'notTakenOn',
  ...COUNTS_OF_WEEK,
];
const SAID_WHERE_THERE: readonly CountOnBoard[] = ['paused', 'notTakenOn'];

interface Saying {
  readonly text: string;
  /** To what it counts; null of nothing. */
  readonly href: string | null;
  readonly more: string;
}

/** Counts, each of which says what it counts, leads to it, and says how long the longest has waited. */
const sayingsOf = (
  board: BoardRead,
  agenda: readonly ItemListedDto[],
  asked: ListAsked,
  { now, words: { said } }: About,
): Saying[] => {
  const withIros = board.rows.filter((row) => COUNTED_ROWS.waitingForIro(row, londonDate(now)));
  const oldest = Math.max(0, ...withIros.map(({ day }) => day));
  const cases = agenda.filter(({ about }) => about === 'case').length;
  // Where one meeting has them all, they are said with its day.
  const isSaidAlready = (count: CountOnBoard): boolean =>
    count === 'forChallenge' && cases > 0 && cases === howMany(board, count);
  const isSaid = (count: CountOnBoard): boolean =>
    (howMany(board, count) > 0 || !SAID_WHERE_THERE.includes(count)) && !isSaidAlready(count);
  return SAID.filter(isSaid).map((what) => {
    const many = howMany(board, what);
    return {
      text: said(`${inWords(what)}: ${many}`),
      href: many === 0 ? null : addressOf('/board/counted', { ...asked, what }),
      more: what === 'waitingForIro' && many > 0 ? `, the oldest raised ${days(oldest)} ago` : '',
    };
  });
};

/** For which meeting how much stands ready; nothing where no meeting is near, or nothing is on its agenda. */
const agendaSaid = (agenda: readonly ItemListedDto[], { words: { said } }: About): Saying[] => {
  const [first] = agenda;
  if (first === undefined) return [];
  const parts = (['case', 'theme'] as const).flatMap((what) => {
    const many = agenda.filter(({ about }) => about === what).length;
    return many === 0 ? [] : [counted(many, what, `${what}s`)];
  });
  return [
    {
      text: said(`For the meeting of ${dayInWords(first.heldOn)}: ${parts.join(', ')}`),
      href: `/challenge/meetings/${first.meeting}`,
      more: '',
    },
  ];
};

const columnsOf = ({ columns, rows }: BoardRead, asked: ListAsked, shown: (row: BoardRow) => RowShown): object[] =>
  columns.map(({ ladder, ladderName, stage, name, open, late, oldestDays }) => {
    const here = rows.filter((row) => row.ladder === ladder && row.stage === stage);
    return {
      name: ladderName === null ? name : `${ladderName}: ${name}`,
      open,
      late,
      oldest: oldestDays === null ? null : days(oldestDays),
      rows: here.slice(0, MOST_OF_A_STAGE).map((row) => shown(row)),
      more: Math.max(0, here.length - MOST_OF_A_STAGE),
      href: addressOf('/board', { ...asked, view: 'table', ladder, stage: String(stage) }),
    };
  });

/**
 * The whole of it for a person who may open it, and for everybody else where it stands.
 * @param from address of the list, to which its standing leads back; left out where it leads to the board
 */
export const addressFor = ({ reference, mayOpen }: Pick<BoardRow, 'reference' | 'mayOpen'>, from?: string): string =>
  mayOpen ? `/disputes/${reference}` : addressOf(`/disputes/${reference}/outline`, from === undefined ? {} : { from });

export interface RowShown {
  readonly reference: string;
  readonly href: string;
  readonly theme: string;
  readonly child: string;
  readonly team: string;
  readonly stage: string;
  readonly who: string;
  readonly since: string;
  readonly due: ReturnType<typeof dueShown>;
  readonly promised: string;
  /** The next step, by the rules. */
  readonly next: string;
}

/** A row of the board as its reader is shown it. @param from as of {@link addressFor} */
export const rowShown = (
  row: BoardRow,
  { words: { said }, theme }: Pick<About, 'words' | 'theme'>,
  from?: string,
): RowShown => ({
  reference: said(row.reference),
  href: addressFor(row, from),
  theme: theme(row.theme),
  child: row.mayOpen ? childrenOf(row) : counted(row.childCount, 'child', 'children'),
  team: row.team.name ?? '–',
  stage: said(stageShown(row.stageName, row.stage), row.ladder),
  who: namesOf(row.who, row.alsoAddressed.length === 0 ? ' or ' : ' and '),
  since: shortDay(row.stageBeganOn),
  due: dueShown(row.due, row.waiting, 'them'),
  promised: row.due.dueOn === null ? '–' : dayInWords(row.due.dueOn),
  next: said(nextOf(row), row.ladder),
});

/**
 * By name: the stage beside them says their posts. Of a post that nobody holds, its title.
 * @param between any of them suffices, or, of siblings with several teams, each answers
 */
const namesOf = (who: BoardRow['who'], between: ' or ' | ' and ' = ' or '): string => {
  if (who.length === 0) return 'Nobody yet';
  const names = who.map(({ person, title }) => (person === null ? `nobody (${title})` : (person.name ?? person.id)));
  return [...new Set(names)].join(between);
};

const childrenOf = ({ children }: BoardRow): string =>
  children.map(({ id, initials }) => `${initials ?? '–'} · ${id}`).join(', ');

/** The next step by the rules, from the act that it waits for and those who may chase it. */
const nextOf = (row: BoardRow): string => {
  const { pausedOn, tabled } = row;
  if (pausedOn !== null) return `The clock stands still since ${shortDay(pausedOn)}`;
  if (tabled === null) return stepOf(row);
  // The meeting is the next step of what it decides alone, and comes beside the next step of everything else.
  const on = shortDay(tabled.on);
  return row.waitsFor === 'decision' ? `A meeting looks at it on ${on}` : `${stepOf(row)}. On the agenda of ${on}`;
};

const stepOf = ({ waitsFor, due, chasedBy, who }: BoardRow): string => {
  if (waitsFor === 'answer')
    return due.late && chasedBy.length > 0 ? `${namesOf(chasedBy)} chases it or sends it up` : 'An answer';
  // A conference chair who sits in the IRO’s seat is not called an IRO.
  const seat = who.find(({ kind }) => kind === 'conference-chair')?.kind ?? 'iro';
  return NEXT[waitsFor](postInWords(seat).replace(/^./, (first) => first.toUpperCase()));
};

const NEXT: Readonly<Record<Exclude<BoardRow['waitsFor'], 'answer'>, (theSeat: string) => string>> = {
  judgement: (theSeat) => `${theSeat} says whether the answer is enough`,
  decision: () => 'Somebody decides where it goes',
  closing: (theSeat) => `${theSeat} resolves it`,
  'taking-on': () => 'An IRO takes it on',
  'not-worked-out': () => 'It could not be worked out: those who run the program are told',
};

const days = (count: number): string => counted(count, 'working day', 'working days');
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
