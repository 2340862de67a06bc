import type { LocalDate } from '../../calendar/calendar.js';
import { nobodysDate } from '../../calendar/date-rules.js';
import { addDays } from '../../calendar/dates.js';
import type { TeamAct } from '../acts.js';
import type { Directory } from '../directory.js';
import { plainName, plainSpelling, slug } from '../spelling.js';
import { teamLookingLike } from '../told-apart.js';
import { PeopleByName } from './people-by-name.js';
import type { Plan } from './plan.js';
import { postOf } from './posts.js';
import type { Row } from './table.js';
import { codeFor } from './team-codes.js';

export const TEAM_COLUMNS = [
  'Team',
  'Also written as',
  'Team manager',
  'Code',
  'Service',
  'From',
  'To',
  'Name from',
  'Succeeds',
] as const;

/** A team as the rows of a file describe it: the first row registers it, further ones with the same code give it later names. */
interface TeamInFile {
  readonly id: string;
  readonly isNew: boolean;
  readonly code: string;
  readonly row: Row;
  readonly name: string;
  readonly spellings: readonly string[];
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly succeeds: string[];
  readonly laterNames: { readonly row: Row; readonly name: string; readonly from: LocalDate }[];
}

/** The end of a team, as its own row or those of its successors tell it. */
interface Ending {
  readonly row: Row;
  readonly column: string;
  readonly on: LocalDate;
  readonly succeededBy: string[];
}

/** Teams with their spellings, names over time, managers, mergers and splits. */
export const planTeams = (rows: readonly Row[], directory: Directory, today: LocalDate, plan: Plan): void =>
  new TeamsFile(directory, today, plan).read(rows);

class TeamsFile {
  private readonly teams: TeamInFile[] = [];
  private readonly written = new Map<string, TeamInFile>();
  private readonly endings = new Map<string, Ending>();
  private readonly people: PeopleByName;

  constructor(
    private readonly directory: Directory,
    private readonly today: LocalDate,
    private readonly plan: Plan,
  ) {
    this.people = new PeopleByName(directory, plan);
  }

  read(rows: readonly Row[]): void {
    for (const row of rows) {
      if (row.cell('Team') === '') this.plan.refuse(row, 'Team', 'the name of a team');
      else this.readTeam(row);
    }
    for (const team of this.teams) this.linkSuccession(team);
    for (const team of this.teams) this.planTeam(team);
    for (const [id, { row, column, on, succeededBy }] of this.endings) {
      const isNew = this.teams.some((team) => team.id === id && team.isNew);
      this.plan.changeTeam(row, column, id, { type: 'end', on, succeededBy }, isNew);
    }
    for (const row of rows) this.planManager(row);
  }

  private date(row: Row, column: 'From' | 'To' | 'Name from'): LocalDate | null {
    return this.plan.date(row, column, 'of-the-council', nobodysDate(this.today));
  }

  private readTeam(row: Row): void {
    const earlier = row.cell('Code') === '' ? undefined : this.written.get(plainSpelling(row.cell('Code')));
    if (earlier !== undefined) return this.readLaterName(row, earlier);
    const name = row.cell('Team');
    const spellings = row.list('Also written as').filter((spelling) => plainSpelling(spelling) !== plainSpelling(name));
    const known = this.directory.teamWritten(row.cell('Code') || name) ?? this.directory.teamWritten(name);
    const code = known?.code ?? this.newCode(row.cell('Code') || codeFor(name, spellings));
    const team: TeamInFile = {
      id: known?.teamId ?? this.newId(code),
      isNew: known === undefined,
      code,
      row,
      name,
      spellings,
      from: this.date(row, 'From'),
      to: this.date(row, 'To'),
      succeeds: [],
      laterNames: [],
    };
    this.teams.push(team);
    if (team.to !== null) this.endings.set(team.id, { row, column: 'To', on: team.to, succeededBy: [] });
    this.written.set(plainSpelling(code), team);
    if (row.cell('Code') !== '') this.claim(team, row, 'Code', row.cell('Code'));
    this.claim(team, row, 'Team', name);
    for (const spelling of spellings) this.claim(team, row, 'Also written as', spelling);
  }

  private readLaterName(row: Row, team: TeamInFile): void {
    const from = this.date(row, 'Name from');
    if (from === null) {
      this.plan.refuse(
        row,
        'Name from',
        `the day from which ${team.code} has this name, because the file names it twice`,
      );
      return;
    }
    this.claim(team, row, 'Team', row.cell('Team'));
    for (const spelling of row.list('Also written as')) this.claim(team, row, 'Also written as', spelling);
    team.laterNames.push({ row, name: row.cell('Team'), from });
  }

  /** Every spelling stands for one team. */
  private claim(team: TeamInFile, row: Row, column: string, spelling: string): void {
    const plain = plainSpelling(spelling);
    const inFile = this.written.get(plain);
    const known =
      teamLookingLike(spelling, team.id, this.directory, this.today) ?? this.directory.teamWritten(spelling);
    if ((inFile !== undefined && inFile !== team) || (known !== undefined && known.teamId !== team.id)) {
      this.plan.refuse(row, column, `a spelling that no other team has: ${spelling} is ${inFile?.name ?? known?.name}`);
      return;
    }
    this.written.set(plain, team);
  }

  private linkSuccession(team: TeamInFile): void {
    for (const written of team.row.list('Succeeds')) {
      const predecessor = this.written.get(plainSpelling(written))?.id ?? this.directory.teamWritten(written)?.teamId;
      if (predecessor === undefined || predecessor === team.id) {
        this.plan.refuse(team.row, 'Succeeds', 'other teams of this file or of the directory, parted by |');
        continue;
      }
      team.succeeds.push(predecessor);
      this.end(predecessor, team);
    }
  }

  /** The team that is taken over from ends on its own last day, or else the day before its successor begins. */
  private end(predecessor: string, successor: TeamInFile): void {
    const ending = this.endings.get(predecessor);
    if (ending !== undefined) {
      ending.succeededBy.push(successor.id);
    } else if (successor.from === null) {
      this.plan.refuse(successor.row, 'From', 'the day on which it took over from the teams that it succeeds');
    } else {
      const on = addDays(successor.from, -1);
      this.endings.set(predecessor, { row: successor.row, column: 'Succeeds', on, succeededBy: [successor.id] });
    }
  }

  private planTeam(team: TeamInFile): void {
    const { id, code, row, name, spellings, from, succeeds } = team;
    const service = row.cell('Service') || null;
    const add = (at: Row, column: string, act: TeamAct): void => this.plan.add(at, column, { kind: 'team', id, act });
    if (team.isNew) {
      const registered = { teamId: id, code, name, alsoWrittenAs: [...spellings], service, from, to: null, succeeds };
      add(row, 'Team', { type: 'register', ...registered });
    } else {
      const renamedFrom = this.date(row, 'Name from');
      if (renamedFrom !== null) add(row, 'Team', { type: 'rename', name, from: renamedFrom });
      add(row, 'Also written as', { type: 'add-spellings', alsoWrittenAs: [name, ...spellings] });
      if (service !== null) this.plan.changeTeam(row, 'Service', id, { type: 'move-to-service', service, from: null });
    }
    for (const later of team.laterNames) {
      add(later.row, 'Team', { type: 'rename', name: later.name, from: later.from });
      add(later.row, 'Also written as', { type: 'add-spellings', alsoWrittenAs: later.row.list('Also written as') });
    }
  }

  private planManager(row: Row): void {
    const name = row.cell('Team manager');
    const team = this.written.get(plainSpelling(row.cell('Team')));
    if (name === '' || team === undefined) return;
    const holders = this.directory
      .postsFor('team-manager', team.id, this.today)
      .filter((post) => post.team === team.id);
    const names = holders.flatMap(({ person }) =>
      person === null ? [] : [this.directory.person(person)?.name ?? person],
    );
    if (names.length > 0 && !names.some((each) => plainName(each) === plainName(name))) {
      this.plan.refuse(
        row,
        'Team manager',
        `${names.join(' and ')}, who holds the post; record a change with a file of people`,
      );
      return;
    }
    if (names.length > 0) return;
    const person = this.people.register(row, 'Team manager', name, null);
    const post = postOf('team-manager', { team: { id: team.id, name: team.name }, service: null });
    this.plan.hold(row, 'Team manager', post, { person, from: team.from, to: null });
  }

  private newCode(wanted: string): string {
    const taken = (code: string): boolean =>
      this.teams.some((team) => team.code === code) || this.directory.teamWritten(code) !== undefined;
    let code = wanted;
    for (let number = 2; taken(code); number++) code = `${wanted}${number}`;
    return code;
  }

  private newId(code: string): string {
    const wanted = slug(code);
    let id = wanted;
    for (let number = 2; this.isTaken(id); number++) id = `${wanted}-${number}`;
    return id;
  }

  private isTaken(id: string): boolean {
    return this.teams.some((team) => team.id === id) || this.directory.team(id, this.today) !== undefined;
  }
}
