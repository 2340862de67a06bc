import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { ADULT, dayOfAge, londonDate, startOfDay } from '../../src/calendar/dates.js';
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
  /** The day on which a correction of the record said that a child who was looked after is not; null while it says that they are. */
  corrected_out_of_care_on: LocalDate | null;
  died_on: LocalDate | null;
  /** The beginning of that day in London. */
  died_at: Instant | null;
  /** The moment at which the death went on record, also where its day is put right since. */
  death_known_at: Instant | null;
  /** The days from which to which the record had care over by a mistake that was put right since; the last such time. */
  mistaken_end_from: LocalDate | null;
  mistaken_end_to: LocalDate | null;
  /** Person id of the one who last took a death back. */
  death_taken_back_by: string | null;
};

export const children: Projection<ChildRow> = {
  name: 'children',
  version: 10,
  categories: ['child'],
  columns: {
    child: 'text',
    initials: 'text',
    born_on: 'text',
    population: 'text',
    from_register: 'boolean',
    left_care_on: 'text',
    left_care_because: 'text',
    corrected_out_of_care_on: 'text',
    died_on: 'text',
    died_at: 'text',
    death_known_at: 'text',
    mistaken_end_from: 'text',
    mistaken_end_to: 'text',
    death_taken_back_by: 'text',
  },
  key: ['child'],
  indexes: [{ of: ['child', 'died_at'], where: 'died_at IS NOT NULL' }],
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
        corrected_out_of_care_on: null,
        died_on: null,
        died_at: null,
        death_known_at: null,
        mistaken_end_from: null,
        mistaken_end_to: null,
        death_taken_back_by: null,
      },
    ],
    ChildLeftCare: (rows, { data: { on, because }, metadata: { occurredAt } }) =>
      rows.map((row) => ({
        ...row,
        ...{ left_care_on: on, left_care_because: because },
        ...(row.left_care_on !== null && on > row.left_care_on ? overByMistake(row.left_care_on, occurredAt) : {}),
      })),
    // From the day on which it is said to have ended, care has not ended.
    ChildCameBackIntoCare: (rows, { data: { on }, metadata: { occurredAt } }) =>
      rows.map((row) => ({
        ...row,
        ...{ left_care_on: null, left_care_because: null },
        ...(row.left_care_on !== null && on <= row.left_care_on ? overByMistake(row.left_care_on, occurredAt) : {}),
      })),
    ChildDied: (rows, { data: { on }, metadata: { occurredAt } }) =>
      rows.map((row) => ({
        ...row,
        died_on: on,
        died_at: startOfDay(on),
        death_known_at: row.death_known_at ?? occurredAt,
      })),
    ChildDeathTakenBack: (rows, { metadata: { actor, occurredAt } }) =>
      rows.map((row) => ({
        ...row,
        ...{ died_on: null, died_at: null, death_known_at: null, death_taken_back_by: actor.person },
        ...(row.death_known_at === null ? {} : overByMistake(londonDate(row.death_known_at), occurredAt)),
      })),
    ChildDetailsCompleted: (rows, { data: { initials, bornOn, population }, metadata: { occurredAt } }) =>
      rows.map((row) => ({
        ...row,
        ...{ initials, born_on: bornOn, population, from_register: false },
        ...(row.born_on !== null && row.born_on !== bornOn
          ? overByMistake(dayOfAge(row.born_on, ADULT), occurredAt)
          : {}),
        ...byPopulation(row, population, occurredAt),
      })),
  }),
};

/** A correction may take a child who was in care out of it, and another may say that this was a mistake. */
const byPopulation = (row: ChildRow, population: Population, at: Instant): Partial<ChildRow> => {
  const { corrected_out_of_care_on: since } = row;
  if (population === 'looked-after')
    return since === null ? {} : { corrected_out_of_care_on: null, ...overByMistake(since, at) };
  const wasInCare =
    row.population === 'looked-after' && !row.from_register && row.left_care_on === null && row.died_on === null;
  return since === null && wasInCare ? { corrected_out_of_care_on: londonDate(at) } : {};
};

/** Whether it really was not over on a day, the record says as it stands. */
const overByMistake = (
  from: LocalDate,
  putRightAt: Instant,
): Pick<ChildRow, 'mistaken_end_from' | 'mistaken_end_to'> => ({
  mistaken_end_from: from,
  mistaken_end_to: londonDate(putRightAt),
});
