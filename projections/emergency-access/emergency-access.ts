import type { Instant } from '../../src/calendar/calendar.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** One row for each time that somebody took emergency access to a restricted record. */
export type EmergencyAccessRow = {
  readonly reference: string;
  /** Counts from 1 within the record. */
  readonly number: number;
  readonly person: string;
  readonly role: string | null;
  readonly reason: string;
  readonly taken_at: Instant;
  readonly until: Instant;
};

export const emergencyAccess: Projection<EmergencyAccessRow> = {
  name: 'emergency_access',
  version: 1,
  categories: ['dispute'],
  columns: {
    reference: 'text',
    number: 'integer',
    person: 'text',
    role: 'text',
    reason: 'text',
    taken_at: 'text',
    until: 'text',
  },
  key: ['reference', 'number'],
  indexes: [['taken_at']],
  partitionBy: idOf,
  when: handlers<DisputeEvent, EmergencyAccessRow>({
    EmergencyAccessTaken: (rows, event) => {
      const { actor, occurredAt } = event.metadata;
      const { reason, until } = event.data;
      const taken = { reference: idOf(event), number: rows.length + 1, person: actor.person, role: actor.role };
      return [...rows, { ...taken, reason, taken_at: occurredAt, until }];
    },
  }),
};
