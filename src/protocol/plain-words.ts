import { MAIN_PREFIX } from '../platform/ids.js';
import type { Words } from './protocol.js';

/** Where a council has adopted no protocol yet, it has not said what it calls things. */
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
