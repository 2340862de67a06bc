import type { Definition } from '../definitions.js';

/** In the order in which the figures stand. */
export const WHAT_IS_COUNTED: readonly Definition[] = [
  {
    label: 'Records',
    definition:
      'by the day raised or given, London time, under the team of that day; those raised in error left out, those withdrawn included. Informal and formal are added only as “all disputes (records)”, acknowledgements never.',
  },
  {
    label: 'Quarters',
    definition:
      'of the financial year and of the one before it, as far as they have begun; “so far” where one is not over.',
  },
  {
    label: '12 months',
    definition:
      'the year up to and on today, or the last day of the year that is chosen, beside the year before it; the change is the one less the other.',
  },
  {
    label: 'Year to date',
    definition: 'from 1 April to that day, beside the same days of the year before.',
  },
  {
    label: 'Drift and delay',
    definition: 'opens into its themes, which add up to it; so does every group of themes that has several.',
  },
  {
    label: 'Per 100 children',
    definition:
      'records to 100 children held on average over the period, with both numbers beside it: of the team in lines by team, else of all teams that the table counts. The average is of the last days of its months, and of its last day or today. Where fewer than 30 children are held there is no rate: one record more or less would move it far. Held: alive, not out of care, and allocated to a team, by allocations as they are known today.',
  },
  {
    label: 'Usual range',
    definition:
      'of the counts of months that are over, 26 at most and 13 at least, since the last of which nobody knows: their mean, and 2.66 times the mean distance from month to month to both sides of it, never below 0. A month outside it, seven in a row on one side of the mean, seven that rise or fall each time, or two of three near the same limit are signs that something has changed. It is of what the filters leave: a team is compared with itself.',
  },
];
