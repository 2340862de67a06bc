import type { Definition } from '../definitions.js';

/** In the order in which the figures stand. */
export const ESCALATIONS_DEFINITIONS: readonly Definition[] = [
  {
    label: 'Open',
    definition:
      'every dispute without a stated end, at the stage it is at now, those imported and not yet taken on among them.',
  },
  {
    label: 'Who must act',
    definition:
      'the posts that the protocol names for the stage, in the version under which it began, with whoever holds them today; "vacancy" where nobody does. The IRO is whoever holds the dispute.',
  },
  {
    label: 'Late',
    definition:
      'an answer is awaited that had not come at the moment it was due: the first moment after the due day in London, or the hour itself; where several must answer, from all of them. Worked out when it is read. Whoever says if they are satisfied has no date; what stopped in time, by a pause or a child’s death, is not late, and what was late before it stopped is; what is imported and not taken on is never due.',
  },
  {
    label: 'Working days left, or late',
    definition:
      'Monday to Friday without bank holidays and the council’s own closing days; 0 left on the day itself. Where the bank holidays of a year are not known yet they are counted without any, and marked as not yet certain.',
  },
  {
    label: 'Order of need',
    definition:
      'the longest late first, then by date, then those with none set, the oldest first; what nobody has taken on comes last.',
  },
  {
    label: 'Late, by who should act',
    definition: 'each late dispute once, under all who should act on it together; teams A to Z, never by count.',
  },
  {
    label: 'Oldest',
    definition: 'working days since the oldest at the stage was raised, of those that somebody works on.',
  },
  {
    label: 'Actions overdue',
    definition:
      'actions agreed and not done whose day has passed, also of disputes that have ended; one with words for a date is never overdue, nor one that stands still since a child’s death.',
  },
  {
    label: 'This week',
    definition:
      'since Monday; an earlier week from its Monday to its Sunday. Raised: by the day raised, without those raised in error. Moved up: to a higher stage, or from informal to formal. Settled: resolved. Came back: opened again, or raised again as a new dispute. Ended with a change for the child: resolved, without agreement or otherwise, with a change written down that is neither “no change yet” nor “not known”. Acknowledgements: by the day given.',
  },
];
