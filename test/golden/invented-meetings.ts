import { JO_THE_IRO } from './invented.js';
import type { SeriesTerms } from '../../src/challenge/events.js';

/* Meetings of the examples of events, and what is on their agendas: all of them invented. */

export const SERIES = 'MS-4NQ7-2W1R';
export const MEETING = 'CM-7Q2K-90HV';
export const NEXT_MEETING = 'CM-1T5B-XW3D';

export const terms: SeriesTerms = {
  kind: 'challenge',
  name: 'Challenge meeting',
  recurrence: { week: 'second', weekday: 'wednesday', everyMonths: 1 },
  startsAt: '14:00',
  place: 'County Hall, room 4',
  posts: ['assistant-director', 'agency-decision-maker', 'iro-manager'],
  people: [JO_THE_IRO],
  stages: ['4'],
};
