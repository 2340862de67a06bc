import type { PersonEvent } from '../../src/directory/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

export type PersonRow = {
  person: string;
  name: string;
  email: string | null;
  /** Those they bore before, each once. */
  former_names: string[];
  /** Known only from a register's row; to be completed. */
  from_register: boolean;
};

export const people: Projection<PersonRow> = {
  name: 'people',
  version: 2,
  categories: ['person'],
  columns: { person: 'text', name: 'text', email: 'text', former_names: 'json', from_register: 'boolean' },
  key: ['person'],
  indexes: [['name']],
  partitionBy: idOf,
  when: handlers<PersonEvent, PersonRow>({
    PersonRegistered: (_, { data: { personId, name, email, fromRegister } }) => [
      { person: personId, name, email, former_names: [], from_register: fromRegister },
    ],
    PersonDetailsCompleted: (rows, { data: { name, email } }) =>
      rows.map((row) => ({
        ...{ ...row, name, email, from_register: false },
        former_names: [...new Set([...row.former_names, row.name])].filter((each) => each !== name),
      })),
  }),
};
