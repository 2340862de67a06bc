import { CommandBus } from '@nestjs/cqrs';
import { ActOnDispute } from '../../src/disputes/act-on-dispute.js';
import { THE_PROGRAM } from '../../src/disputes/rules.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { referenceFor } from '../../src/platform/ids.js';
import { ACCOUNT_PREFIX } from '../../src/sign-in/accounts/account.js';
import { Accounts, seedOf } from '../../src/sign-in/accounts/accounts.js';
import { BEGINNING, Council } from '../journeys/council.js';
import { Controls } from '../support/controls.js';

const IMPORTED = [1, 2, 3, 4] as const;
/** One of them was taken on, and stands still since its child died. */
const FROZEN = 4;

/** An informal dispute of two weeks ago, which nobody has answered. */
const UNANSWERED = referenceFor('DRP', 'unanswered');
const TWO_WEEKS_AGO = '2023-03-20T09:00:00.000Z';

const IDENTITY = { issuer: 'https://login.example', tenant: null, object: 'petra' };
/** Of somebody who has come to sign in, and is nobody yet. */
export const ACCOUNT = referenceFor(ACCOUNT_PREFIX, seedOf(IDENTITY));

/** The records that are there before the story of every command is told. */
export interface Begun {
  /** Rows of an old register. */
  readonly imported: readonly [string, string, string, string];
  readonly unanswered: string;
}

/** The log of a small council with a few disputes from an old register and one that nobody answered, before anybody has done anything but come to sign in. */
export const settledLog = async (): Promise<{ log: MemoryEventStore; clock: SettableClock; begun: Begun }> => {
  const clock = new SettableClock(BEGINNING);
  const log = new MemoryEventStore(clock);
  // The council may close what it was given; the log goes on.
  const council = await Council.begin('house', {
    store: () => Object.assign(Object.create(log), { close: async () => {} }),
  });
  await council.app.get(CommandBus).execute(unanswered());
  for (const row of IMPORTED) await council.app.get(CommandBus).execute(imported(row));
  const { take, freeze } = frozen(referenceOf(FROZEN));
  await council.app.get(CommandBus).execute(take);
  await council.app.get(CommandBus).execute(freeze);
  await council.app.get(Accounts).meet(IDENTITY, { userName: null, email: null });
  await council.caughtUp();
  await council.end();
  const rows = IMPORTED.map(referenceOf) as [string, string, string, string];
  return { log, clock, begun: { imported: rows, unanswered: UNANSWERED } };
};

const referenceOf = (row: number): string => referenceFor('DRP', `row-${row}`);

const unanswered = (): ActOnDispute =>
  new ActOnDispute(
    UNANSWERED,
    Controls.raiseInformal({
      reference: UNANSWERED,
      subject: { children: ['C1'], population: 'looked-after', iro: 'iris', team: 'north' },
    }),
    { commandId: 'unanswered', actor: Controls.actor('iris', 'iro'), occurredAt: TWO_WEEKS_AGO },
  );

const imported = (row: number): ActOnDispute =>
  new ActOnDispute(
    referenceOf(row),
    {
      ...{ type: 'import-row', importId: 'i1', reference: referenceOf(row), ownReference: `I22/${row}` },
      source: { file: 'register.csv', row },
      facts: { ...Controls.importedFacts, children: ['C1'], iro: 'iris', team: 'north', teamManager: null },
    },
    { commandId: `row-${row}`, actor: Controls.commandLine, occurredAt: BEGINNING },
  );

const frozen = (reference: string) => ({
  take: new ActOnDispute(
    reference,
    { type: 'take-on', addressee: { team: null, posts: [] } },
    { commandId: 'take-on', actor: Controls.actor('iris', 'iro'), occurredAt: BEGINNING },
  ),
  freeze: new ActOnDispute(
    reference,
    { type: 'freeze', diedOn: BEGINNING.slice(0, 10), reason: 'The child has died.' },
    { commandId: 'freeze', actor: THE_PROGRAM, occurredAt: BEGINNING },
  ),
});
