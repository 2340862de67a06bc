import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { startOfDay } from '../../src/calendar/dates.js';
import { begunBy } from '../../src/directory/child.js';
import type { ChildEvent } from '../../src/directory/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** The team and IRO that hold a child from a day on, until the next allocation. */
export type ChildAllocationRow = {
  child: string;
  /** 1, 2, 3 in the order of their first days: a plan that another took the place of is not among them. */
  number: number;
  team: string | null;
  iro: string | null;
  /** Null: from the beginning. */
  from: LocalDate | null;
  /** The moment from which it counts: the beginning of its first day, or when it became known, whichever came later. */
  since: Instant;
  /** The hand-over of a caseload of which it is a part. */
  caseload: string | null;
};

export const childAllocations: Projection<ChildAllocationRow> = {
  name: 'child_allocations',
  version: 4,
  categories: ['child'],
  columns: {
    child: 'text',
    number: 'integer',
    team: 'text',
    iro: 'text',
    from: 'text',
    since: 'text',
    caseload: 'text',
  },
  key: ['child', 'number'],
  indexes: [['team'], ['iro']],
  partitionBy: idOf,
  when: handlers<ChildEvent, ChildAllocationRow>({
    ChildAllocated: (rows, { stream, metadata, data: { team, iro, from, caseload = null } }) => {
      const begun = begunBy(rows, from);
      const since = sinceOf(from, metadata.occurredAt);
      return [...begun, { child: idOf({ stream }), number: begun.length + 1, team, iro, from, since, caseload }];
    },
  }),
};

const sinceOf = (from: LocalDate | null, known: Instant): Instant => {
  const begins = from === null ? known : startOfDay(from);
  return begins > known ? begins : known;
};
