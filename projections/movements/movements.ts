import type { LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { DisputeEvent, DisputeRaised } from '../../src/disputes/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { type Happened, idOf } from '../folding.js';

/** One row for each time a dispute moved: went up, was settled, came back. The movements of a week are counted and listed from here. */
export type MovementRow = {
  readonly reference: string;
  /** 1, 2, 3 within the dispute. */
  readonly number: number;
  readonly on: LocalDate;
  readonly what: Movement;
  /** The stage it went up to, or that it was re-raised at; null for what has no stage of its own. */
  readonly stage: number | null;
};

/**
 * `up`: a stage up, or from informal to formal; `settled`: resolved; `reopened`: the same dispute again; `re-raised`: a new one about
 * the same matter.
 */
export type Movement = 'up' | 'settled' | 'reopened' | 're-raised';

export const movements: Projection<MovementRow> = {
  name: 'movements',
  version: 1,
  categories: ['dispute'],
  columns: { reference: 'text', number: 'integer', on: 'text', what: 'text', stage: 'integer' },
  key: ['reference', 'number'],
  indexes: [['on', 'what']],
  partitionBy: idOf,
  when: handlers<DisputeEvent, MovementRow>({
    InformalDisputeRaised: (rows, event) => raised(rows, event, event.data),
    FormalDisputeRaised: (rows, event) => raised(rows, event, event.data),
    DisputeLinked: (rows, event) =>
      event.data.link.kind === 're-raises' ? moved(rows, event, 're-raised', null) : rows,
    DisputeEscalated: (rows, event) => moved(rows, event, 'up', event.data.to.number),
    DisputeFormalised: (rows, event) => moved(rows, event, 'up', null),
    DisputeResolved: (rows, event) => moved(rows, event, 'settled', event.data.stageReached),
    DisputeReopened: (rows, event) => moved(rows, event, 'reopened', null),
    ImportedDisputeWithdrawn: () => [],
  }),
};

const raised = (
  rows: readonly MovementRow[],
  event: Happened<DisputeEvent>,
  { links, stage }: DisputeRaised,
): readonly MovementRow[] =>
  links.some(({ kind }) => kind === 're-raises') ? moved(rows, event, 're-raised', stage.number) : rows;

const moved = (
  rows: readonly MovementRow[],
  event: Happened<DisputeEvent>,
  what: Movement,
  stage: number | null,
): readonly MovementRow[] => [
  ...rows,
  { reference: idOf(event), number: rows.length + 1, on: londonDate(event.metadata.occurredAt), what, stage },
];
