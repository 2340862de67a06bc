import type { StreamingRead } from '@eventstore/db-client';
import { TimeLimitPassed } from './time-limit.js';

/**
 * What a reading of the client gives, until it ends or has given enough.
 *
 * @param milliseconds that may pass without a word; a reading that goes on is left to go on
 * @throws TimeLimitPassed, or whatever the client says
 */
export const collect = <Event>(
  reading: StreamingRead<Event>,
  milliseconds: number,
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
    const timer = setTimeout(() => stop(new TimeLimitPassed()), milliseconds);
    reading.on('data', (event: Event) => {
      timer.refresh();
      events.push(event);
      if (enough(event)) stop();
    });
    reading.on('end', () => settle());
    // Stays, so that an error after the end is nobody's.
    reading.on('error', settle);
  });
