import { londonDate } from '../../src/calendar/dates.js';
import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { referralWithCafcass } from '../../src/disputes/referrals.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { DisputeRow } from './dispute-row.js';

type Folds = Parameters<typeof handlers<DisputeEvent, DisputeRow>>[0];

/** After each event, the day since which it is with whoever has it now, and whether it is with Cafcass. */
export const withWhom = (folds: Folds): Projection<DisputeRow>['when'] =>
  Object.fromEntries(
    Object.entries(handlers<DisputeEvent, DisputeRow>(folds)).map(([type, fold]) => [
      type,
      (rows: Parameters<typeof fold>[0], event: Parameters<typeof fold>[1]) =>
        fold(rows, event).map((row) => ({
          ...row,
          ...(isWithTheSame(rows[0], row) ? {} : { waits_since: sinceIn(row, event.metadata.occurredAt) }),
          with_cafcass: isWithCafcass(row),
        })),
    ]),
  );

const isWithCafcass = ({ referrals, outcome, taken_on }: DisputeRow): boolean =>
  referralWithCafcass({ referrals }) !== null || (outcome === 'TO-CAF' && taken_on);

/** A dispute that has ended waits for nobody. */
const sinceIn = ({ standing, taken_on }: Partial<DisputeRow>, at: Instant): LocalDate | null =>
  standing === null && taken_on === true ? null : londonDate(at);

const isWithTheSame = (before: Partial<DisputeRow> | undefined, after: Partial<DisputeRow>): boolean =>
  before !== undefined &&
  before.standing === after.standing &&
  before.round === after.round &&
  before.current_stage === after.current_stage &&
  before.held_by === after.held_by &&
  before.taken_on === after.taken_on;
