import type { StageClock } from './protocol.js';

/** `10 working days`, `by the date of a meeting`, `none set`. */
export const clockInWords = (clock: StageClock): string => {
  switch (clock.unit) {
    case 'none':
      return 'none set';
    case 'meeting':
      return 'by the date of a meeting';
    default: {
      const unit = clock.unit.replace('-', ' ');
      return `${clock.amount} ${clock.amount === 1 ? unit.replace(/s$/, '') : unit}`;
    }
  }
};
