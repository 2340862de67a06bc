import type { Instant } from '../../calendar/calendar.js';
import type { Matter, Round } from '../dispute.js';
import { answerDate } from './dates.js';
import { hasTime } from './late.js';

/**
 * The request for more time on which somebody is still to decide; null where there is none. Once the date has passed no later one can make
 * up for it, and once the answer is here or the stage is over no time is needed: then nobody is asked about it any more.
 */
export const timeAskedFor = (round: Round, matter: Pick<Matter, 'freeze'>, now: Instant): Round['extensionAsked'] =>
  hasTime(answerDate(round, matter), now) ? round.extensionAsked : null;
