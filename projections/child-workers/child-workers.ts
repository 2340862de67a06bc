import type { LocalDate } from '../../src/calendar/calendar.js';
import { begunBy } from '../../src/directory/child.js';
import type { ChildEvent } from '../../src/directory/events.js';
import { handlers, projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** The social worker of a child from a day on, until the next one. */
export type ChildWorkerRow = {
  child: string;
  /** 1, 2, 3 in the order of their first days: a plan that another took the place of is not among them. */
  number: number;
  /** Person id; null where the child has none. */
  worker: string | null;
  /** Null: from the beginning. */
  from: LocalDate | null;
};

export const childWorkers = projection<ChildWorkerRow>({
  name: 'child_workers',
  version: 2,
  categories: ['child'],
  columns: { child: 'text', number: 'integer', worker: 'text', from: 'text' },
  key: ['child', 'number'],
  indexes: [['worker']],
  partitionBy: idOf,
  when: handlers<ChildEvent, ChildWorkerRow>({
    SocialWorkerNamed: (rows, { stream, data: { socialWorker, from } }) => {
      const begun = begunBy(rows, from);
      return [...begun, { child: idOf({ stream }), number: begun.length + 1, worker: socialWorker, from }];
    },
  }),
});
