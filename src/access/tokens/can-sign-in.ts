import type { Instant } from '../../calendar/calendar.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { eventsOf } from '../../platform/event-store/events-of.js';
import type { TokenEvent } from './events.js';
import { isValid, type Token, tokenDecider } from './token.js';

/** Whether there is any token on the log with which somebody can sign in now. */
export const someTokenIsValid = async (store: EventStore, now: Instant): Promise<boolean> => {
  const tokens = new Map<string, Token | null>();
  for await (const event of eventsOf(store, ['token'])) {
    const before = tokens.get(event.stream) ?? tokenDecider.initial;
    tokens.set(event.stream, tokenDecider.evolve(before, event as unknown as typeof event & TokenEvent));
  }
  return [...tokens.values()].some((token) => token !== null && isValid(token, now));
};
