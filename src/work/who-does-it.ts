import { londonDate } from '../calendar/dates.js';
import type { Reading } from '../reading/reading.js';
import { mattersOfActions } from './matters-beside-the-ladder.js';
import { Office } from './office.js';

/** Names of the people who have each agreed action of a dispute to do, by its id: those in whose work it stands. */
export const whoDoesWhatWasAgreed = (reference: string, reading: Reading): Record<string, readonly string[]> => {
  const { directory, now } = reading;
  const council = {
    ...{ reading, reader: null, office: new Office(directory, londonDate(now)) },
    disputes: { sql: 'register.reference = :reference', parameters: { reference } },
  };
  return Object.fromEntries(
    mattersOfActions(council)
      .filter(({ what }) => what === 'action')
      .map(({ actionId, asked }) => [
        actionId,
        asked.map(({ person }) => directory.person(person)?.name ?? 'somebody whom the directory has no more'),
      ]),
  );
};
