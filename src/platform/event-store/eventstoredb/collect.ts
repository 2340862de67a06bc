import type { StreamingRead } from '@eventstore/db-client';
import { type TimeLimit, TimeLimitPassed } from './time-limit.js';

/**
 * The events that a reading of the client gives, until it ends or has given enough.
 *
 * @param limit in which it must end; without a word, it is given up after the time of one attempt
 * @throws TimeLimitPassed, or whatever the client says
 */
export const collect = <Event>(
  reading: StreamingRead<Event>,
  limit: TimeLimit,
  enough: (event: Event) => boolean = () => false,
): Promise<Event[]> =>
  new Promise((resolve, reject) => {
    const events: Event[] = [];
    const settle = (error?: unknown): void => {
      clearTimeout(timer);
      if (error === undefined) resolve(events);
      else reject(error);
    };
    const stop = (error?: unknown): void => {
      settle(error);
      // The connection may never have been made, in which case there is nothing to cancel.
      reading.cancel().catch(() => {});
    };
    const timer = setTimeout(() => stop(new TimeLimitPassed()), limit.forOneAttempt());
    reading.on('data', (event: Event) => {
      events.push(event);
      if (enough(event)) stop();
      else if (limit.left() === 0) stop(new TimeLimitPassed());
      else timer.refresh();
    });
    reading.on('end', () => settle());
    // Stays, so that an error after the end is nobody's.
    reading.on('error', settle);
  });
