import type { BoardTotals, EscalationBoard } from './escalation-board.js';
import type { OpenDispute } from '../open-disputes/open-dispute.js';

/** Open disputes of a stage or of a team: how many, and how old. */
export interface CountedOnWall {
  readonly name: string;
  readonly open: number;
  readonly late: number;
  /** Working days since the oldest of those that somebody works on was raised; null where there is none. */
  readonly oldestDays: number | null;
}

/** The data of the board on a wall screen: counts and ages, and nothing by which a child, a person or a small team is known. */
export interface Wall {
  readonly totals: Pick<BoardTotals, 'open' | 'late' | 'dueToday' | 'waitingForIro' | 'overdueActions'>;
  /** Working days by which the latest is late; null where nothing is. */
  readonly longestLate: number | null;
  readonly stages: readonly CountedOnWall[];
  /** Teams A to Z; those with few open disputes in one line at the end. None where no team stands alone. */
  readonly teams: readonly CountedOnWall[];
}

/** Fewer than these of one team could be known for whose they are. */
export const FEWEST_OF_A_TEAM = 3;

export const OTHER_TEAMS = 'Other teams';

export const wallOf = ({ rows, totals, columns }: Pick<EscalationBoard, 'rows' | 'totals' | 'columns'>): Wall => {
  const { open, late, dueToday, waitingForIro, overdueActions } = totals;
  const lateness = rows.flatMap(({ due }) => (due.late ? [due.daysLate ?? 0] : []));
  return {
    totals: { open, late, dueToday, waitingForIro, overdueActions },
    longestLate: lateness.length === 0 ? null : Math.max(...lateness),
    stages: columns.map((column) => ({
      name: column.ladderName === null ? column.name : `${column.ladderName}: ${column.name}`,
      open: column.open,
      late: column.late,
      oldestDays: column.oldestDays,
    })),
    teams: teamsOf(rows),
  };
};

/**
 * Small teams stand together. If these are few even so, the next smallest team joins them: else their number would follow from the
 * total and the other lines.
 */
const teamsOf = (rows: readonly OpenDispute[]): CountedOnWall[] => {
  const byTeam = new Map<string, OpenDispute[]>();
  for (const row of rows) byTeam.set(row.team.id, [...(byTeam.get(row.team.id) ?? []), row]);
  const teams = [...byTeam.values()].sort((one, other) => other.length - one.length);
  const alone = teams.filter((team) => team.length >= FEWEST_OF_A_TEAM);
  const together = teams.slice(alone.length).flat();
  while (together.length > 0 && together.length < FEWEST_OF_A_TEAM && alone.length > 0) together.push(...alone.pop()!);
  const named = alone
    .map((team) => counted(team[0]!.team.name ?? team[0]!.team.id, team))
    .sort((one, other) => ALPHABET.compare(one.name, other.name));
  if (together.length === 0) return named;
  return named.length === 0 ? [] : [...named, counted(OTHER_TEAMS, together)];
};

const counted = (name: string, rows: readonly OpenDispute[]): CountedOnWall => {
  const ages = rows.flatMap(({ takenOn, day }) => (takenOn ? [day] : []));
  return {
    name,
    open: rows.length,
    late: rows.filter(({ due }) => due.late).length,
    oldestDays: ages.length === 0 ? null : Math.max(...ages),
  };
};

const ALPHABET = new Intl.Collator('en-GB', { numeric: true });
