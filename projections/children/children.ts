import type { LocalDate } from '../../src/calendar/calendar.js';
import type { ChildEvent } from '../../src/directory/events.js';
import { handlers, projection } from '../../src/platform/projections/projection.js';
import type { Population } from '../../src/protocol/protocol.js';
import { idOf } from '../folding.js';

export type ChildRow = {
  /** The council's record number. */
  child: string;
  /** Null while the child is known only from a register's row. */
  initials: string | null;
  born_on: LocalDate | null;
  population: Population;
  from_register: boolean;
};

export const children = projection<ChildRow>({
  name: 'children',
  version: 1,
  categories: ['child'],
  columns: { child: 'text', initials: 'text', born_on: 'text', population: 'text', from_register: 'boolean' },
  key: ['child'],
  partitionBy: idOf,
  when: handlers<ChildEvent, ChildRow>({
    ChildRegistered: (_, { data: { childId, initials, bornOn, population, fromRegister } }) => [
      { child: childId, initials, born_on: bornOn, population, from_register: fromRegister },
    ],
    ChildDetailsCompleted: (rows, { data: { initials, bornOn, population } }) =>
      rows.map((row) => ({ ...row, initials, born_on: bornOn, population, from_register: false })),
  }),
});
