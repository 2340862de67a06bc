import type { Shown, ViewLogEvent } from '../../src/access/view-log/events.js';
import type { Instant } from '../../src/calendar/calendar.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** One row for each matter of each entry of the view log, so that who opened one of them is found without reading the others. */
export type ViewingRow = {
  readonly entry: string;
  /** A reference, or the record number of a child; empty in the one row of an entry in which no matter stood. */
  readonly matter: string;
  /** Of the entry in the view log. */
  readonly position: string;
  readonly what: Shown;
  readonly by: string;
  readonly viewed_at: Instant;
  readonly person: string;
  readonly post: string | null;
  readonly role: string | null;
  readonly acting_for: string | null;
};

export const viewings: Projection<ViewingRow> = {
  name: 'viewings',
  version: 2,
  categories: ['viewLog'],
  columns: {
    entry: 'text',
    matter: 'text',
    position: 'text',
    what: 'text',
    by: 'text',
    viewed_at: 'text',
    person: 'text',
    post: 'text',
    role: 'text',
    acting_for: 'text',
  },
  key: ['entry', 'matter'],
  indexes: [['matter'], ['person', 'position'], ['position']],
  partitionBy: idOf,
  when: handlers<ViewLogEvent, ViewingRow>({
    MattersOpened: (_, event) => {
      const { data, metadata } = event;
      const { actor, occurredAt } = metadata;
      const matters = [...new Set([...data.references, ...data.children])];
      return (matters.length === 0 ? [''] : matters).map((matter) => ({
        entry: idOf(event),
        matter,
        position: event.position,
        what: data.what,
        by: data.by,
        viewed_at: occurredAt,
        person: actor.person,
        post: actor.post,
        role: actor.role,
        acting_for: actor.actingFor ?? null,
      }));
    },
  }),
};
