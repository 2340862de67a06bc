import { CommandBus } from '@nestjs/cqrs';
import { ActOnDispute } from '../../src/disputes/act-on-dispute.js';
import type { ImportedDisputeFacts } from '../../src/disputes/events.js';
import { referenceFor } from '../../src/platform/ids.js';
import type { Council } from './council.js';

const OPEN_ROW: ImportedDisputeFacts = {
  kind: 'formal',
  children: ['C1'],
  iro: 'iris',
  team: 'north',
  teamManager: null,
  raisedOn: '2023-03-20',
  theme: 'DD-CARE',
  concern: 'Nothing moves.',
  spokeFirst: null,
  dueOn: null,
  answeredOn: null,
  agreement: null,
  stageReached: 1,
  challengeMeeting: null,
  outcome: null,
  outcomeWords: null,
  resolvedOn: null,
  impact: null,
  impactWords: null,
};

/** Counted for each council, since a process that runs many specs loads this once. */
const rowsOf = new WeakMap<Council, number>();

/** A row of a register, open unless told otherwise, is imported on the command line. @returns its reference */
export const importedRow = async (council: Council, over: Partial<ImportedDisputeFacts> = {}): Promise<string> => {
  const row = (rowsOf.get(council) ?? 0) + 1;
  rowsOf.set(council, row);
  const reference = referenceFor('DRP', `imported row ${row}`);
  const source = { file: 'register.csv', row };
  const facts = { ...OPEN_ROW, ...over };
  await council.app.get(CommandBus).execute(
    new ActOnDispute(
      reference,
      { type: 'import-row', importId: 'i1', reference, ownReference: `I22/${row}`, source, facts },
      {
        commandId: `imported-row-${row}`,
        actor: { person: 'command-line', post: null, role: null },
        occurredAt: council.clock.now(),
      },
    ),
  );
  await council.caughtUp();
  return reference;
};
