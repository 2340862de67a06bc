import { addDays } from '../../src/calendar/dates.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { Controls } from './controls.js';
import { by } from './given.js';

/*
 * A clock that stands still while a court hears the case, in a council whose protocol lets the IRO manager pause it.
 */

export const pauses = { allowed: true, by: ['iro-manager' as const] };
export const protocol = Controls.protocol({ pauses });
export const reason = 'The court hears the case on 27 April.';
export const pause = { type: 'pause-clock' as const, reason, firstDay: null, lastDay: null };
export const resume = { type: 'resume-clock' as const, reason: 'The court has heard it.', lastDay: null };

/** The IRO manager acts, at nine in the morning UTC. */
export const on = (day: string, choice = {}) =>
  Controls.context(Controls.iroManager, { protocol, now: `${day}T09:00:00.000Z`, ...choice });

export const paused = (firstDay: string): DisputeEvent => ({
  type: 'ClockPaused',
  data: { round: 1, firstDay, reason },
});
export const pausedOn = (day: string) => by(Controls.iroManager, paused(day), `${day}T09:00:00.000Z`);
export const resumed = (lastDay: string): DisputeEvent => ({
  type: 'ClockResumed',
  data: { round: 1, lastDay, reason: resume.reason },
});
/** It ran again on this day, so that the day before was the last of the pause. */
export const resumedOn = (day: string) => by(Controls.iroManager, resumed(addDays(day, -1)), `${day}T09:00:00.000Z`);
