import { MAIN_PREFIX } from '../platform/ids.js';
import type { Words } from './protocol.js';

/** The words of a council that has adopted no protocol yet: it has not said its own. */
export const PLAIN_WORDS: Words = {
  dispute: 'dispute',
  disputes: 'disputes',
  informal: 'informal dispute',
  formal: 'formal dispute',
  acknowledgement: 'practice acknowledgement',
  acknowledgements: 'practice acknowledgements',
  stage: 'stage',
  stages: 'stages',
  meeting: 'challenge meeting',
  meetings: 'challenge meetings',
  prefix: MAIN_PREFIX,
};
