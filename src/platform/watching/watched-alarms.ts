import type { AlarmClock } from '../jobs/alarm-clock.js';
import { NOBODY, type Watcher } from './watcher.js';

/** The alarm clock with every alarm that rings and every sweep seen by the watcher. */
export const watchedAlarms = (clock: AlarmClock, watcher: Watcher): AlarmClock =>
  watcher === NOBODY
    ? clock
    : {
        onDue: (handler) => clock.onDue((id) => watcher.around({ kind: 'job', name: 'alarm' }, () => handler(id))),
        onSweep: (handler) => clock.onSweep(() => watcher.around({ kind: 'job', name: 'sweep' }, handler)),
        start: (wanted) => clock.start(wanted),
        ask: (...alarms) => clock.ask(...alarms),
        cancel: (...ids) => clock.cancel(...ids),
        now: () => clock.now(),
        status: () => clock.status(),
        stop: () => clock.stop(),
      };
