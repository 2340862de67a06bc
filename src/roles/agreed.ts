import type { Agreed } from './events.js';

/** Nothing about a child is read by it, so one person suffices at any time. */
export const NOT_NEEDED: Agreed = { how: 'not-needed', by: null, proposal: null };

/** One person sufficed, because nobody can read a case before the council is open. */
export const IN_SET_UP: Agreed = { how: 'set-up', by: null, proposal: null };
