import { type Definition, SHARES } from '../definitions.js';

/** In the order in which the figures stand. */
export const YEARS_DEFINITIONS: readonly Definition[] = [
  {
    label: 'Years',
    definition:
      'the financial year that is asked for and the five before it, each counted as the annual report counts it: by the day raised or given, London time; those raised in error left out, those withdrawn included. Of a year without rows a total that was published stands in.',
  },
  {
    label: 'Not comparable with years before',
    definition:
      'said at the first year after a break, with its reason, in the table, the picture and the spreadsheet. A change on 1 April parts a year from the one before; a change within a year parts it from both.',
  },
  {
    label: 'Lost data',
    definition:
      'a year of which nothing is known, for instance because its register was taken back, a year of which only a part is known, and one with a note that nothing is to be compared with it.',
  },
  {
    label: 'Another ladder',
    definition:
      'a protocol in force from a day on that says something else of a stage, its clock or who answers there; another name alone is none. It parts the shares by stage and by time, and no total.',
  },
  {
    label: 'Another list',
    definition: 'a theme was collected from a day on, or until a day. It parts the share of a theme, and no total.',
  },
  {
    label: 'Another structure',
    definition:
      'teams that split or merged. It parts the lines of these teams, and no total; all of them together are a line of their own, which goes on.',
  },
  {
    label: 'To 100 children held',
    definition:
      'held on average over the year, as in Over time, with the count and the children beside it; none where fewer than 30 are held.',
  },
  SHARES,
];
