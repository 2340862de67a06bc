import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { londonDate, startOfDay } from '../../src/calendar/dates.js';
import type { ChildEvent, LeavingCare } from '../../src/directory/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
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
  /** The last day in care, and how it ended; null while it goes on, as far as is known. */
  left_care_on: LocalDate | null;
  left_care_because: LeavingCare | null;
  died_on: LocalDate | null;
  /** The beginning of that day in London. */
  died_at: Instant | null;
  /** The moment at which the death went on record, also where its day is put right since. */
  death_known_at: Instant | null;
  /** The days from which to which a death was on record that was a mistake; the last such time. */
  mistaken_death_from: LocalDate | null;
  mistaken_death_to: LocalDate | null;
};

export const children: Projection<ChildRow> = {
  name: 'children',
  version: 7,
  categories: ['child'],
  columns: {
    child: 'text',
    initials: 'text',
    born_on: 'text',
    population: 'text',
    from_register: 'boolean',
    left_care_on: 'text',
    left_care_because: 'text',
    died_on: 'text',
    died_at: 'text',
    death_known_at: 'text',
    mistaken_death_from: 'text',
    mistaken_death_to: 'text',
  },
  key: ['child'],
  indexes: [['died_at']],
  partitionBy: idOf,
  when: handlers<ChildEvent, ChildRow>({
    ChildRegistered: (_, { data: { childId, initials, bornOn, population, fromRegister } }) => [
      {
        child: childId,
        initials,
        born_on: bornOn,
        population,
        from_register: fromRegister,
        left_care_on: null,
        left_care_because: null,
        died_on: null,
        died_at: null,
        death_known_at: null,
        mistaken_death_from: null,
        mistaken_death_to: null,
      },
    ],
    ChildLeftCare: (rows, { data: { on, because } }) =>
      rows.map((row) => ({ ...row, left_care_on: on, left_care_because: because })),
    ChildCameBackIntoCare: (rows) => rows.map((row) => ({ ...row, left_care_on: null, left_care_because: null })),
    ChildDied: (rows, { data: { on }, metadata: { occurredAt } }) =>
      rows.map((row) => ({
        ...row,
        died_on: on,
        died_at: startOfDay(on),
        death_known_at: row.death_known_at ?? occurredAt,
      })),
    ChildDeathTakenBack: (rows, { metadata: { occurredAt } }) =>
      rows.map((row) => ({
        ...row,
        ...{ died_on: null, died_at: null, death_known_at: null },
        mistaken_death_from: row.death_known_at === null ? null : londonDate(row.death_known_at),
        mistaken_death_to: londonDate(occurredAt),
      })),
    ChildDetailsCompleted: (rows, { data: { initials, bornOn, population } }) =>
      rows.map((row) => ({ ...row, initials, born_on: bornOn, population, from_register: false })),
  }),
};
