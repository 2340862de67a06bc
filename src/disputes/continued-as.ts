import type { RecordedEvent } from '../platform/event-store/event-store.js';
import { standing } from '../platform/taking-back.js';
import type { DisputeState } from './dispute.js';
import type { DisputeEvent } from './events.js';

type Formalised = Extract<DisputeEvent, { type: 'DisputeFormalised' }>['data'];

/** Reference of the formal dispute that continues an informal one; null where none does. They are one matter, and are hidden together. */
export const continuedAs = (state: DisputeState, events: readonly RecordedEvent[]): string | null => {
  if (state.status !== 'ended' || state.ending !== 'formalised') return null;
  const formalised = standing(events).findLast(({ type }) => type === 'DisputeFormalised');
  return formalised === undefined ? null : (formalised.data as unknown as Formalised).formal;
};
