import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '../../src/calendar/calendar.js';
import { addDays } from '../../src/calendar/dates.js';
import { newTokenText } from '../../src/access/tokens/token-text.js';
import { systemClock } from '../../src/platform/clock/clock.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { SqliteEventStore } from '../../src/platform/event-store/sqlite/sqlite-event-store.js';
import { referenceFor } from '../../src/platform/ids.js';
import { hashOf } from '../../src/platform/secret.js';
import { readProtocol } from '../../src/protocol/read-protocol.js';
import { IN_SET_UP } from '../../src/roles/agreed.js';
import { append } from './council-years.js';
import { fillLog, firstDayOf, IROS, TEAMS } from './long-log.js';

/** The IRO of whom the benchmarks ask, and the child of theirs about whom they raise. */
export const AN_IRO = 'iro-1';
export const A_CHILD = '900001';

const holder = (store: EventStore, day: LocalDate, kind: string, name: string, team: string | null) =>
  Promise.all([
    append(store, `person-${name}`, day, {
      type: 'PersonRegistered',
      data: { personId: name, name, email: null, fromRegister: false },
    }),
    append(
      store,
      `post-${name}`,
      day,
      { type: 'PostRegistered', data: { postId: name, kind, title: kind, team, service: null } },
      { type: 'PostTaken', data: { person: name, from: null, agreed: IN_SET_UP } },
    ),
  ]);

/** A council that has adopted the house protocol, is open, and has somebody in each post; and a token of one IRO. */
const setUp = async (store: EventStore, day: LocalDate, token: string): Promise<void> => {
  const file = new URL('../../protocols/house.yaml', import.meta.url);
  const { protocol } = readProtocol(readFileSync(file, 'utf8'), 'house.yaml');
  await append(store, 'protocol-council', day, {
    type: 'ProtocolAdopted',
    data: { version: 1, from: day, protocol, fileSha256: '', warnings: [], agreed: IN_SET_UP },
  });
  for (const team of TEAMS) {
    const named = { teamId: team, code: team, name: `Team ${team}`, alsoWrittenAs: [], service: 'Care' };
    await append(store, `team-${team}`, day, {
      type: 'TeamRegistered',
      data: { ...named, from: null, to: null, succeeds: [] },
    });
    await holder(store, day, 'team-manager', `tm-${team}`, team);
  }
  for (let number = 0; number < IROS; number++) await holder(store, day, 'iro', `iro-${number}`, null);
  for (const kind of ['administrator', 'iro-manager', 'service-manager', 'assistant-director', 'director'])
    await holder(store, day, kind, kind, null);
  await append(
    store,
    'council-opening',
    day,
    { type: 'FirstAdministratorSet', data: { person: 'administrator', post: 'administrator' } },
    { type: 'CouncilOpened', data: { by: 'iro-manager', list: '' } },
  );
  await append(
    store,
    `child-${A_CHILD}`,
    day,
    {
      type: 'ChildRegistered',
      data: {
        childId: A_CHILD,
        initials: 'AB',
        bornOn: addDays(day, -1_000),
        population: 'looked-after',
        fromRegister: false,
      },
    },
    { type: 'ChildAllocated', data: { team: TEAMS[0], iro: AN_IRO, from: null } },
  );
  const id = token.split('_')[1]!;
  await append(store, `token-${id}`, day, {
    type: 'TokenCreated',
    data: {
      token: id,
      holder: { kind: 'person', person: AN_IRO },
      hash: hashOf(token),
      createdAt: `${day}T12:00:00.000Z`,
      expiresAt: '9999-01-01T00:00:00.000Z',
    },
  });
  await append(store, 'outbox-council', day, { type: 'NoticesBegan', data: { began: `${day}T12:00:00.000Z` } });
};

/** A data folder with the log of a council, without read models. */
export interface CouncilLog {
  readonly folder: string;
  /** With which {@link AN_IRO} signs in. */
  readonly token: string;
}

/** Fills a new data folder with the log of a council that has been open for years, and whose people were told of what happened. */
export const makeCouncilLog = async (folder: string, events: number): Promise<CouncilLog> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const token = newTokenText(referenceFor('TOK', 'bench'));
  const store = SqliteEventStore.open(join(folder, 'log.sqlite'), { clock: systemClock });
  try {
    await setUp(store, firstDayOf(events), token);
    await fillLog(store, { events, notices: true });
  } finally {
    await store.close();
  }
  return { folder, token };
};

export const hasLog = (folder: string): boolean => existsSync(join(folder, 'log.sqlite'));
