import { type DeadlineRow, HAS_NEXT_STEP, OPEN, sheetOf } from '../../src/deadlines/sheet.js';
import type { Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** Every date of every dispute: what the sweep asks for what is due, and the boards for what is coming. */
export const deadlines: Projection<DeadlineRow> = {
  name: 'deadlines',
  version: 6,
  categories: ['dispute'],
  columns: {
    reference: 'text',
    deadline: 'text',
    part: 'text',
    due_on: 'text',
    due_at: 'text',
    not_yet_certain: 'boolean',
    met_at: 'text',
    over_at: 'text',
    paused_at: 'text',
    frozen_at: 'text',
    was_set_aside: 'boolean',
    was_frozen_at: 'text',
    taken_back_at: 'text',
    on_record: 'boolean',
    next_step: 'text',
  },
  key: ['reference', 'deadline', 'part'],
  indexes: [
    { of: ['due_at', 'reference'], where: OPEN },
    { of: ['reference'], where: HAS_NEXT_STEP },
  ],
  partitionBy: idOf,
  when: sheetOf,
};
