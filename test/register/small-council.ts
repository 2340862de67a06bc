import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importDirectoryFiles } from '../../src/cli/commands/directory-actions.js';
import { adoptingFrom, adoptProtocol } from '../../src/cli/commands/protocol-actions.js';
import {
  check,
  checkingWith,
  importFiles,
  importingWith,
  type ImportOptions,
} from '../../src/cli/commands/register-actions.js';
import type { OpenCouncil } from '../../src/cli/council.js';
import { openCouncil } from '../../src/cli/open-council.js';
import { readConfig } from '../../src/platform/config/config.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import {
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  StoreUnavailable,
} from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import type { FileResult } from '../../src/register/check/check.js';

const ACTOR = { person: 'command-line', post: null, role: null };
const NOW = '2022-06-01T09:00:00.000Z';

const TEAMS = 'Team,Also written as\nNorth,N\nSouth,S\n';
const PROTOCOL = `id: small
title: Small
informal:
  name: Informal
  addressees: social-worker
  clock: 5 working-days
stages:
  - name: Stage 1
    addressees: team-manager
    clock: 10 working-days
  - name: Stage 2
    addressees: service-manager
    clock: 5 working-days
`;
export const MAPPING = `registers:
  - holds: disputes
    columns:
      reference: Ref
      child: Child
      iro: IRO
      team: Team
      kind: Type
      date raised: Raised
      theme: Theme
      concern: Concern
      due: Due
      answered: Answered
      answer: Response
      stage: Stage
      outcome: Outcome
      date resolved: Resolved
  - holds: acknowledgements
    columns:
      reference: Ref
      date: Given
      child: Child
      giver: IRO
      team: Team
      theme: Practice
      what was good: What was good
words:
  teams: {Nord: North}
  kinds: {Informal: informal, Formal: formal}
  themes: {Drift: DD, Visits: VISIT}
  acknowledgement themes: {Direct work: PA-DIRECT}
  answers: {Agreed: agree, Not agreed: disagree}
  stages: {Stage 1: 1, Stage 2: 2, Stage 3: 3}
  outcomes: {Resolved: RES-FULL, Ongoing: open}
`;
export const HEADINGS = 'Ref,Child,IRO,Team,Type,Raised,Theme,Concern,Due,Answered,Response,Stage,Outcome,Resolved';
const CELLS: Record<string, string> = {
  Ref: 'A1',
  Child: '1001',
  IRO: 'A. Hartley',
  Team: 'North',
  Type: 'Formal',
  Raised: '04/04/2022',
  Theme: 'Drift',
  Concern: 'No progress.',
  Due: '20/04/2022',
  Answered: '11/04/2022',
  Response: 'Agreed',
  Stage: 'Stage 1',
  Outcome: 'Resolved',
  Resolved: '12/04/2022',
};

/** One row that would be accepted, with some cells changed. */
export const row = (changes: Record<string, string> = {}): string =>
  HEADINGS.split(',')
    .map((heading) => `"${(changes[heading] ?? CELLS[heading]!).replaceAll('"', '""')}"`)
    .join(',');

export const register = (...rows: string[]): string => [HEADINGS, ...rows].join('\n');

/** A log that stops taking anything after so many appends, as a machine that is switched off does. */
class CutShort implements EventStore {
  constructor(
    private readonly store: EventStore,
    private left: number,
  ) {}
  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    if (this.left-- <= 0) throw new StoreUnavailable('Switched off.');
    return this.store.append(stream, expected, events);
  }
  read: EventStore['read'] = (...words) => this.store.read(...words);
  readAll: EventStore['readAll'] = (...words) => this.store.readAll(...words);
  subscribe: EventStore['subscribe'] = (...words) => this.store.subscribe(...words);
  head: EventStore['head'] = () => this.store.head();
  certainHead: EventStore['certainHead'] = () => this.store.certainHead();
  close = async (): Promise<void> => undefined;
}

/** Two teams, two formal stages, a log in memory; the files of its registers are in a temporary folder. */
export class SmallCouncil {
  readonly store = new MemoryEventStore(new SettableClock(NOW));
  out = '';
  said = '';

  private constructor(private readonly folder: string) {}

  static async make(): Promise<SmallCouncil> {
    const council = new SmallCouncil(await mkdtemp(join(tmpdir(), 'footprint-small-')));
    const teams = await council.file('teams.csv', TEAMS);
    const protocol = await council.file('protocol.yaml', PROTOCOL);
    await council.file('mapping.yaml', MAPPING);
    await council.acting(async (each) => {
      await importDirectoryFiles(each, ACTOR, council.terminal(), [teams], {});
      await adoptProtocol(each, ACTOR, council.terminal(), await adoptingFrom(protocol, '2021-04-01'), {});
    });
    return council;
  }

  async file(name: string, content: string | Buffer): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    await writeFile(join(this.folder, name), content);
    return join(this.folder, name);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Opens the council, acts, and closes it again, as one command does; `appends` cuts the log short. */
  async acting<Result>(act: (council: OpenCouncil) => Promise<Result>, appends = Infinity): Promise<Result> {
    const store = new CutShort(this.store, appends);
    const clock = new SettableClock(NOW);
    const { council, close } = await openCouncil(readConfig({}), 'command', { store, clock });
    try {
      return await act(council);
    } finally {
      await close();
    }
  }

  async check(content: string | Buffer, name = 'disputes.csv'): Promise<FileResult> {
    const file = await this.file(name, content);
    const checking = await checkingWith({ mapping: this.mapping, json: true });
    await this.acting((council) => check(council, this.terminal(), [file], checking));
    return (JSON.parse(this.out) as { files: FileResult[] }).files[0]!;
  }

  async import(
    content: string | Buffer,
    { appends, name = 'disputes.csv', ...options }: Partial<ImportOptions> & { appends?: number; name?: string } = {},
  ): Promise<string> {
    const file = await this.file(name, content);
    const importing = await importingWith({ mapping: this.mapping, ...options });
    await this.acting((council) => importFiles(council, ACTOR, this.terminal(), [file], importing), appends);
    return this.out;
  }

  async events(): Promise<{ stream: string; type: string; data: Record<string, unknown> }[]> {
    return this.store.readAll(undefined, { limit: 100_000 });
  }

  async typesOf(category: string): Promise<string[]> {
    const events = await this.store.readAll(undefined, { categories: [category], limit: 100_000 });
    return events.map(({ type }) => type);
  }

  /** Forgets what the last command printed. */
  terminal() {
    this.out = '';
    this.said = '';
    return {
      environment: {},
      print: (text: string) => void (this.out += text),
      say: (text: string) => void (this.said += text),
    };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private get mapping(): string {
    return this.path('mapping.yaml');
  }
}
