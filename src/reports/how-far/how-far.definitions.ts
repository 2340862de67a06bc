import { type Definition, RAISED_IN_THE_YEAR, SHARES } from '../definitions.js';

/** In the order in which the figures stand. */
export const HOW_FAR_DEFINITIONS: readonly Definition[] = [
  RAISED_IN_THE_YEAR,
  {
    label: 'Informal and formal',
    definition:
      'apart, and never added: an informal dispute that became formal is one of each. So is one that becomes formal in its own record, as it goes up its ladder or its level is changed: what went before is the informal one, and stays as it was; the formal one is counted by the day on which it became formal. Where there are several ladders, each has its own table.',
  },
  {
    label: 'Where it came to rest',
    definition:
      'each dispute in one place only, so the counts add up to all that were raised. Settled: resolved, under the highest stage reached. After a challenge meeting: resolved after such a meeting had decided, or where the register says there was one. Continued by Cafcass: ended because Cafcass continues it. Closed, outcome not recorded: a register has a day on which it was closed and no outcome, so it is not counted as settled. Not collected: its register has no column that says. A place at which none came to rest has its line with 0.',
  },
  {
    label: 'Referred to Cafcass',
    definition:
      'at any time, whatever became of it; it counts in its place as well. No register says so: the share is of the disputes that were recorded or taken on in the service.',
  },
  SHARES,
];
