import { awaitedIn } from '../../src/disputes/time/late-in-sql.js';

/** References of disputes of which another agency is to reply, or at which a meeting is to look again; also of those that have ended. */
export const AWAITED_BESIDE_THE_LADDER = `SELECT date.reference FROM deadlines AS date
  WHERE date.deadline IN ('agency-reply', 'next-look') AND ${awaitedIn({ metAt: 'date.met_at', overAt: 'date.over_at' })}`;
