import type { DomainEvent } from '../src/platform/decider.js';
import type { RecordedEvent } from '../src/platform/event-store/event-store.js';
import type { ProjectionRow } from '../src/platform/projections/projection.js';

/** A stored event with the data that its type has in the catalogue. */
export type Happened<Event extends DomainEvent, Type extends Event['type'] = Event['type']> = Omit<
  RecordedEvent,
  'data' | 'type'
> &
  Extract<Event, { type: Type }>;

/** The part of a stream's name after the category: the reference of a dispute, the id of an import. */
export const idOf = (event: { readonly stream: string }): string => event.stream.slice(event.stream.indexOf('-') + 1);

/** For a partition of one row: changes it, or leaves it alone where there is none. */
export const changing =
  <Row extends ProjectionRow, Event>(change: (row: Row, event: Event) => Partial<Row>) =>
  (rows: readonly Row[], event: Event): readonly Row[] =>
    rows.length === 0 ? rows : [{ ...rows[0]!, ...change(rows[0]!, event) }];
