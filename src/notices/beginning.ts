import type { Instant } from '../calendar/calendar.js';
import type { Decider } from '../platform/decider.js';
import type { OutboxEvent } from './events.js';

export const OUTBOX_STREAM = 'outbox-council';

/** The moment at which this council began to tell people. Earlier events are history, and told to nobody. */
export const beginningDecider: Decider<
  { readonly began: Instant | null },
  { readonly type: 'begin'; readonly at: Instant },
  OutboxEvent,
  null
> = {
  initial: { began: null },
  evolve: (_, event) => ({ began: event.data.began }),
  decide: ({ at }, { began }) => (began === null ? [{ type: 'NoticesBegan', data: { began: at } }] : []),
};
