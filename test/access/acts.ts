import type { Act } from './act.js';
import { actsAboutChildren } from './acts-about-children.js';
import { actsBesideDisputes } from './acts-beside-disputes.js';
import { actsOnDisputes } from './acts-on-disputes.js';
import { actsOnMeetings } from './acts-on-meetings.js';
import { actsWithoutACase } from './acts-without-a-case.js';

/** How every route that writes is sent, by its request as the file has it. */
export const ACTS: ReadonlyMap<string, Act> = new Map(
  Object.entries({
    ...actsOnDisputes,
    ...actsAboutChildren,
    ...actsBesideDisputes,
    ...actsOnMeetings,
    ...actsWithoutACase,
  }),
);
