import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { endOfDay, londonDate } from '../../src/calendar/dates.js';
import { firstDueAtWith } from '../../src/disputes/time/first-date.js';
import { firstDateByRegister, isSilent } from '../../src/disputes/time/date-of-register.js';
import type {
  Addressee,
  Agreement,
  AnswerGiven,
  DisputeEvent,
  ImportedDisputeFacts,
  Verdict,
} from '../../src/disputes/events.js';
import { isOfSeveralTeams, teamsAsked } from '../../src/disputes/teams-asked.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { MAIN_LADDER, type PostKind } from '../../src/protocol/protocol.js';
import { type Happened, idOf } from '../folding.js';

/**
 * One row for each round of a dispute: what was due and what came; where the teams of siblings must each answer, one for each of them. A new round begins with each stage, each redirection that restarts
 * the clock, each reopening, each new date. Timeliness by stage is counted from these rows, beside the sheet of dates, which says how each date
 * stands.
 */
export type AnswerRow = {
  readonly reference: string;
  readonly round: number;
  /** The team whose answer it is, where several must; empty where the round has one answer. */
  readonly team: string;
  /**
   * The team under which it is counted: that of the day it was raised, whichever of them has the child by now. Empty where that is the team of
   * the dispute.
   */
  readonly counted_team: string;
  /** Code of the ladder of which the stage is one. */
  readonly ladder: string;
  /** Code of the level at which it began; null where the protocol has none. */
  readonly level: string | null;
  /** Null where a register's row reached a higher stage and does not say which stage its one answer belongs to. */
  readonly stage: number | null;
  readonly imported: boolean;
  /** Day 0 of the clock. */
  readonly began_on: LocalDate;
  /** The date that the protocol gave; an extension or an earlier date never hides it. */
  readonly first_due_on: LocalDate | null;
  readonly due_on: LocalDate | null;
  readonly first_due_at: Instant | null;
  readonly due_at: Instant | null;
  /** The date of the register from which the round came, which was its first; null of every round but one that its row went on with. */
  readonly register_due_on: LocalDate | null;
  readonly register_due_at: Instant | null;
  /** The day of the answer; where several posts must answer, of the last of them, and null until it has. */
  readonly answered_on: LocalDate | null;
  /** The moment at which the answer of this team was whole; null if the round has one answer, whose moment is in the sheet of dates. */
  readonly team_answered_at: Instant | null;
  readonly agreement: Agreement | null;
  readonly answers: readonly {
    readonly role: PostKind;
    readonly agreement: Agreement | null;
    readonly answeredOn: LocalDate;
  }[];
  readonly verdicts: readonly { readonly role: PostKind; readonly verdict: Verdict }[];
  readonly extended: boolean;
  /** How the round was over before it had its answer; null while it runs, and where it was answered. */
  readonly over_by: OverBy | null;
  /** In a register’s row that was read after the day on which the answer was due, no answer is written and nothing had ended it. */
  readonly silent: boolean;
};

/**
 * Replaced, since its level was changed; sent back down the ladder; passed on to another team with a new clock; asked once more; taken up the
 * ladder; or the dispute ended.
 */
export type OverBy = 'replaced' | 'sent-back' | 'passed-on' | 'asked-again' | 'taken-up' | 'ended';

export const answers: Projection<AnswerRow> = {
  name: 'answers',
  version: 11,
  categories: ['dispute'],
  columns: {
    reference: 'text',
    round: 'integer',
    team: 'text',
    counted_team: 'text',
    ladder: 'text',
    level: 'text',
    stage: 'integer',
    imported: 'boolean',
    began_on: 'text',
    first_due_on: 'text',
    due_on: 'text',
    first_due_at: 'text',
    due_at: 'text',
    register_due_on: 'text',
    register_due_at: 'text',
    answered_on: 'text',
    team_answered_at: 'text',
    agreement: 'text',
    answers: 'json',
    verdicts: 'json',
    extended: 'boolean',
    over_by: 'text',
    silent: 'boolean',
  },
  key: ['reference', 'round', 'team'],
  partitionBy: idOf,
  when: handlers<DisputeEvent, AnswerRow>({
    InformalDisputeRaised: (rows, event) => begun(rows, event.data, event, event.data.stage.level),
    FormalDisputeRaised: (rows, event) => begun(rows, event.data, event, event.data.stage.level),
    ImportedDisputeTakenOn: (rows, event) =>
      event.data.goesOnFormally ? rows : goingOn(begun(rows, event.data, event), event.data.stage),
    LevelChanged: (rows, event) => {
      const { to, begins } = event.data;
      return begins === undefined ? rows : begun(overBy(rows, 'replaced'), begins, event, to);
    },
    AnswerDeadlineSet: (rows, { data }) =>
      inRound(rows, data.round, (row) => ({
        ...row,
        ladder: data.ladder,
        stage: data.stage,
        began_on: data.startedOn,
        first_due_on: data.firstDueOn,
        due_on: data.dueOn,
        first_due_at: firstDueAtWith(data, row.first_due_at),
        due_at: data.dueAt,
        extended: data.why === 'extended' || row.extended,
      })),
    AnswerGiven: (rows, event) =>
      inRound(event.data.inRegister === undefined ? rows : asRound(rows, event.data.round), event.data.round, (row) =>
        isFor(row, event.data) ? answered(row, event) : row,
      ),
    SentBack: (rows, event) => begun(overBy(rows, 'sent-back'), event.data, event, event.data.to.level),
    DisputeRedirected: (rows, event) =>
      event.data.clock === 'restarts'
        ? begun(overBy(rows, 'passed-on'), { addressee: event.data.to }, event, levelNow(rows))
        : withTeams(rows, event.data.to, { joins: event.data.joins }),
    DisputeEscalated: (rows, event) => begun(overBy(rows, 'taken-up'), event.data, event, event.data.to.level),
    NewDateGiven: (rows, event) => begunAgain(overBy(rows, 'asked-again'), event),
    DisputeReopened: (rows, event) => begunAgain(rows, event),
    DisputeMovedToChild: (rows, { data }) => withTeams(rows, data.to, { isAsIfFromTheStart: true }),
    DisputeResolved: (rows) => overBy(rows, 'ended'),
    StalemateRecorded: (rows) => overBy(rows, 'ended'),
    DisputeEndedOtherwise: (rows) => overBy(rows, 'ended'),
    DisputeFormalised: (rows) => overBy(rows, 'ended'),
    DisputeWithdrawn: (rows) => overBy(rows, 'ended'),
    AnswerAccepted: (rows, { data }) => judged(rows, data.round, data.role, 'satisfied'),
    AnswerRejected: (rows, { data }) => judged(rows, data.round, data.role, data.verdict),
    DisputeImported: (_, event) => imported(event.data.facts, event),
    ImportedDisputeCorrected: (rows, event) => [
      ...imported(
        event.data.facts,
        event,
        rows.find((row) => row.imported),
      ),
      ...rows
        .filter((row) => !row.imported)
        .map((row) => (row.round === TAKEN_ON_WITH ? byRegister(row, event.data.facts, row.stage) : row)),
    ],
    ImportedDisputeWithdrawn: () => [],
  }),
};

/** The answer that a register's row tells of stands before all rounds played here. */
const IMPORTED_ROUND = 0;

/** The first round played here of a row of a register. */
const TAKEN_ON_WITH = 1;

/** The answer of the register is that of the round which the row was taken on with: one round, and not two. */
const asRound = (rows: readonly AnswerRow[], number: number): readonly AnswerRow[] => {
  const told = rows.find((row) => row.imported && row.round === IMPORTED_ROUND);
  if (told === undefined) return rows;
  const { ladder, level } = rows.find(({ round }) => round === number) ?? told;
  const others = rows.filter((row) => row !== told && row.round !== number);
  return [...others, { ...told, round: number, ladder, level }];
};

/** The round with which a row of a register goes on, without an answer, at the stage that it tells of: its date was the first. */
const goingOn = (rows: readonly AnswerRow[], stage: number): readonly AnswerRow[] => {
  const told = rows.find((row) => row.imported && row.round === IMPORTED_ROUND);
  if (told === undefined) return rows;
  const facts = { dueOn: told.due_on, answeredOn: told.answered_on, stageReached: told.stage ?? Infinity };
  return inRound(rows, TAKEN_ON_WITH, (row) => byRegister(row, facts, stage));
};

const byRegister = (
  row: AnswerRow,
  facts: Parameters<typeof firstDateByRegister>[0],
  stage: number | null,
): AnswerRow => {
  const dueOn = firstDateByRegister(facts, stage);
  return { ...row, register_due_on: dueOn, register_due_at: dueOn === null ? null : endOfDay(dueOn) };
};

/** A round begins, with one row for each team that must answer it. Its dates follow at once. */
const begun = (
  rows: readonly AnswerRow[],
  { addressee }: { readonly addressee: Pick<Addressee, 'team' | 'alsoTeams'> },
  event: Happened<DisputeEvent>,
  level: string | null = null,
): readonly AnswerRow[] => [
  ...rows,
  ...keysOf(addressee).map((team) => ({
    ...unanswered(idOf(event), lastRound(rows) + 1, team),
    counted_team: countedTeam(team, keysOf(addressee), rows),
    level,
    stage: null,
    began_on: londonDate(event.metadata.occurredAt),
  })),
];

/** Of the round before, where that asked the same team, or the one in whose place it comes. */
const countedTeam = (team: string, teams: readonly string[], rows: readonly AnswerRow[]): string => {
  if (team === '') return '';
  const before = rows.filter(({ round }) => round === lastRound(rows));
  const come = teams.filter((each) => !before.some((row) => row.team === each));
  const gone = before.filter((row) => !teams.includes(row.team));
  const own = before.find((row) => row.team === team) ?? gone[come.indexOf(team)] ?? gone[0];
  return own === undefined ? team : own.counted_team;
};

/** The same teams are asked again. */
const begunAgain = (rows: readonly AnswerRow[], event: Happened<DisputeEvent>): readonly AnswerRow[] => {
  const [team = '', ...alsoTeams] = rows.filter(({ round }) => round === lastRound(rows)).map((row) => row.team);
  return begun(rows, { addressee: { team, alsoTeams } }, event, levelNow(rows));
};

const levelNow = (rows: readonly AnswerRow[]): string | null => rows.at(-1)?.level ?? null;

/**
 * Another team comes in the place of one: the rows of the others stay.
 * @param joins one of the others, which takes the part of that one over: it is to answer once more, unless all have answered
 * @param isAsIfFromTheStart it was written down for another child, whose team never was to answer
 */
const withTeams = (
  rows: readonly AnswerRow[],
  addressee: Pick<Addressee, 'team' | 'alsoTeams'>,
  { joins, isAsIfFromTheStart = false }: { readonly joins?: string | undefined; readonly isAsIfFromTheStart?: boolean },
): readonly AnswerRow[] => {
  const running = rows.filter(({ round }) => round === lastRound(rows));
  const teams = keysOf(addressee);
  const gone = running.filter(({ team }) => !teams.includes(team));
  const [last] = running;
  if (last === undefined || last.imported || gone.length === 0) return rows;
  const kept = rows.filter((row) => !running.includes(row) || !gone.includes(row));
  const come = teams.filter((team) => !running.some((row) => row.team === team));
  const isWhole = running.every((row) => row.answered_on !== null);
  const [alone] = teamsAsked(addressee);
  return [
    ...kept.map((row) => (row.team === joins && running.includes(row) && !isWhole ? { ...row, ...NO_ANSWER } : row)),
    ...come.map((team, index) => {
      const itsOwn = team === '' && alone !== joins ? running.find((row) => row.team === alone) : undefined;
      if (itsOwn !== undefined) return { ...itsOwn, team_answered_at: null, team, counted_team: '' };
      const before = gone[index] ?? last;
      const countedTeam = isAsIfFromTheStart ? team : before.counted_team;
      return { ...before, ...(before.team === '' || isWhole ? {} : NO_ANSWER), team, counted_team: countedTeam };
    }),
  ];
};

/** An answer of one of several teams is not the answer of the team that comes in its place. */
const NO_ANSWER = { answered_on: null, team_answered_at: null, agreement: null, answers: [] } as const;

const keysOf = (addressee: Pick<Addressee, 'team' | 'alsoTeams'>): string[] =>
  isOfSeveralTeams(addressee) ? teamsAsked(addressee).flatMap((team) => team ?? []) : [''];

const lastRound = (rows: readonly AnswerRow[]): number => Math.max(IMPORTED_ROUND, ...rows.map(({ round }) => round));

const inRound = (
  rows: readonly AnswerRow[],
  number: number,
  change: (row: AnswerRow) => AnswerRow,
): readonly AnswerRow[] => rows.map((row) => (row.round === number ? change(row) : row));

const isFor = ({ team }: AnswerRow, { forTeams }: AnswerGiven): boolean =>
  team === '' || forTeams === undefined || forTeams.includes(team);

const unanswered = (reference: string, round: number, team = ''): Omit<AnswerRow, 'stage' | 'began_on'> => ({
  reference,
  round,
  team,
  counted_team: '',
  ladder: MAIN_LADDER,
  level: null,
  imported: false,
  first_due_on: null,
  due_on: null,
  first_due_at: null,
  due_at: null,
  register_due_on: null,
  register_due_at: null,
  answered_on: null,
  team_answered_at: null,
  agreement: null,
  answers: [],
  verdicts: [],
  extended: false,
  over_by: null,
  silent: false,
});

/** The round that runs ends in this way; an answer that comes to it afterwards takes that back. */
const overBy = (rows: readonly AnswerRow[], how: OverBy): readonly AnswerRow[] => {
  return inRound(rows, lastRound(rows), (row) =>
    row.answered_on === null && row.over_by === null ? { ...row, over_by: how } : row,
  );
};

const answered = (row: AnswerRow, { data, metadata }: Happened<DisputeEvent, 'AnswerGiven'>): AnswerRow => {
  const isOfTeam = row.team !== '';
  const isWhole = isOfTeam ? data.wholeForTeams?.includes(row.team) === true : data.complete;
  return {
    ...row,
    agreement: data.agreement,
    answers: [...row.answers, { role: data.role, agreement: data.agreement, answeredOn: data.answeredOn }],
    answered_on: row.answered_on ?? (isWhole ? data.answeredOn : null),
    team_answered_at: row.team_answered_at ?? (isWhole && isOfTeam ? metadata.occurredAt : null),
    over_by: isWhole ? null : row.over_by,
  };
};

const judged = (rows: readonly AnswerRow[], round: number, role: PostKind, verdict: Verdict): readonly AnswerRow[] =>
  inRound(rows, round, (row) => ({ ...row, verdicts: [...row.verdicts, { role, verdict }] }));

const imported = (
  facts: ImportedDisputeFacts,
  event: Happened<DisputeEvent, 'DisputeImported' | 'ImportedDisputeCorrected'>,
  before?: AnswerRow,
): readonly AnswerRow[] => {
  const told = answerOfRow(facts, londonDate(event.metadata.occurredAt));
  if (before !== undefined && before.round !== IMPORTED_ROUND)
    return [told === null ? { ...before, ...NO_ANSWER, first_due_on: null, due_on: null } : { ...before, ...told }];
  return told === null ? [] : [{ ...unanswered(idOf(event), IMPORTED_ROUND), ...told, imported: true }];
};

type AnswerOfRow = Pick<
  AnswerRow,
  'stage' | 'began_on' | 'first_due_on' | 'due_on' | 'answered_on' | 'agreement' | 'silent'
>;

/** The answer that a register's row tells of on the day it is read; null where it says nothing of one. */
export const answerOfRow = (facts: ImportedDisputeFacts, readOn: LocalDate): AnswerOfRow | null =>
  facts.dueOn === null && facts.answeredOn === null
    ? null
    : {
        stage: facts.stageReached > 1 ? null : facts.stageReached,
        began_on: facts.raisedOn,
        first_due_on: facts.dueOn,
        due_on: facts.dueOn,
        answered_on: facts.answeredOn,
        agreement: facts.agreement,
        silent: isSilent(facts, readOn),
      };
