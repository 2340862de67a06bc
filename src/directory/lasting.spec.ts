import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { projections } from '../../projections/index.js';
import { Controls } from '../../test/support/controls.js';
import { dispute, post, team } from '../../test/support/leaders.js';
import { type Story, toAppend } from '../../test/support/read-models.js';
import { SettableClock } from '../platform/clock/clock.js';
import { MemoryEventStore } from '../platform/event-store/memory/memory-event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { ProjectionRunner } from '../platform/projections/projection-runner.js';
import { IN_SET_UP } from '../roles/agreed.js';
import type { Directory } from './directory.js';
import { directoryFrom } from './directory-from.js';
import { lasting, READ_MODELS_OF_DIRECTORY } from './lasting.js';

const TODAY = '2022-04-14';
const ANOTHER_POST = { kind: 'team-manager', title: 'Team manager', team: 'north', service: null };

let folder: string;
let store: MemoryEventStore;
let writer: ProjectionRunner;
const opened: ProjectionRunner[] = [];

const open = (options: { readOnly?: boolean } = {}): ProjectionRunner => {
  const runner = new ProjectionRunner({ store, path: join(folder, 'read-models.db'), projections, ...options });
  opened.push(runner);
  return runner;
};

const recorded = async (...stories: readonly Story[]): Promise<void> => {
  for (const { stream, events } of stories)
    await store.append(
      stream,
      'no_stream',
      events.map((event, index) => toAppend(stream, event, index)),
    );
  await writer.catchUp();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footprint-lasting-'));
  store = new MemoryEventStore(new SettableClock(Controls.now));
  writer = open();
  await recorded(team('north', 'Locality North'), ...post('team-manager', 'north', 'tom'));
});

afterEach(async () => {
  for (const runner of opened.splice(0)) await runner.close();
  rmSync(folder, { recursive: true });
});

/** The directory of these read models, and what the database was asked for it. */
const directoryOf = (readModels: ReadModels): { directory: Directory; asked: string[] } => {
  const asked: string[] = [];
  const listening: ReadModels = {
    all: (sql, parameters) => {
      asked.push(sql);
      return readModels.all(sql, parameters);
    },
    get: (sql, parameters) => {
      asked.push(sql);
      return readModels.get(sql, parameters);
    },
    waitFor: (position) => readModels.waitFor(position),
    status: () => readModels.status(),
    progress: () => readModels.progress(),
    revisionOf: (names) => readModels.revisionOf(names),
  };
  return { directory: lasting(directoryFrom(listening), listening), asked };
};

const managers = (directory: Directory): (string | null)[] =>
  directory.postsFor('team-manager', 'north', TODAY).map(({ person }) => person);

describe('a directory that remembers its answers', () => {
  it('asks the database once for what does not change, also when disputes are recorded meanwhile', async () => {
    const { directory, asked } = directoryOf(writer);
    expect(managers(directory)).toEqual(['tom']);
    await recorded(dispute('D', ...Controls.disputeRaised({ reference: 'D' })));
    expect(managers(directory)).toEqual(['tom']);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['through the same connection', false],
    ['through another one to the same file', true],
  ])('says what is new as soon as it is written %s', async (_, readOnly) => {
    const { directory } = directoryOf(readOnly ? open({ readOnly }) : writer);
    expect(managers(directory)).toEqual(['tom']);
    await recorded({
      stream: 'post-second',
      events: [
        { type: 'PostRegistered', data: { ...ANOTHER_POST, postId: 'second' } },
        { type: 'PostTaken', data: { person: 'uma', from: null, agreed: IN_SET_UP } },
      ],
    });
    expect(managers(directory)).toEqual(['uma', 'tom']);
  });

  it('says what is new after the read models were made anew', async () => {
    const { directory, asked } = directoryOf(writer);
    managers(directory);
    await writer.rebuild();
    expect(managers(directory)).toEqual(['tom']);
    expect(asked).toHaveLength(2);
  });

  it('answers from no read model but those whose changes it watches', () => {
    const { directory, asked } = directoryOf(writer);
    const questions: Record<keyof Directory, () => unknown> = {
      team: () => directory.team('north', TODAY),
      teams: () => directory.teams(TODAY),
      successorOf: () => directory.successorOf('north', TODAY),
      teamIds: () => directory.teamIds(),
      services: () => directory.services(),
      teamWritten: () => directory.teamWritten('north'),
      teamsWritten: () => directory.teamsWritten('north'),
      teamsWithSpellings: () => directory.teamsWithSpellings(),
      post: () => directory.post('p'),
      postsWithScope: () => directory.postsWithScope(TODAY),
      postsWritten: () => directory.postsWritten('Team manager', TODAY),
      person: () => directory.person('tom'),
      peopleNamed: () => directory.peopleNamed('tom'),
      postsHeldBy: () => directory.postsHeldBy('tom', TODAY),
      postsHeldFrom: () => directory.postsHeldFrom('tom', TODAY),
      postsFor: () => directory.postsFor('service-manager', 'north', TODAY),
      postsHeld: () => directory.postsHeld('team-manager', TODAY),
      everyPostHeld: () => directory.everyPostHeld(TODAY),
      child: () => directory.child('C1', TODAY),
      children: () => directory.children(['C1'], TODAY),
      coverFor: () => directory.coverFor('tom', TODAY),
      coverUntil: () => directory.coverUntil('tom', TODAY),
      coveredBy: () => directory.coveredBy('tom', TODAY),
    };
    for (const ask of Object.values(questions)) ask();
    const tables = asked.flatMap((sql) => [...sql.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]+)/g)].map(([, name]) => name!));
    expect([...new Set(tables)].sort()).toEqual([...READ_MODELS_OF_DIRECTORY]);
  });
});
