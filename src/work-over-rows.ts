import { RowTroubles } from './platform/row-troubles.js';

/**
 * Everywhere the program works over the rows of everybody: loops that act by themselves, and lists that people read. A new one is
 * named here, and test/rows-apart.spec.ts then asks for a row that refuses in it.
 */
export const WORK_OVER_ROWS = [
  'deadlines',
  'disputes that follow their children',
  'informal disputes that are given back',
  'recommendations that follow their children',
  'silence about recommendations',
  'meetings of series',
  'dates of meetings',
  'reminders',
  'reminders of recommendations',
  'vacancies',
  'birthdays',
  'birthdays of children',
  'covers that lapsed',
  'roles that lapsed',
  'children to allocate',
  'posts taken',
  'social workers of children',
  'services of teams',
  'disagreements with recommendations that go with their children',
  'weekly summaries',
  'digests',
  'sending notices',
  'what meetings record',
  'notices shown',
  'open disputes',
  'agendas',
  'records that a dispute names',
  'what a holiday moves',
] as const;
export type WorkOverRows = (typeof WORK_OVER_ROWS)[number];

/** The rows of everybody, kept apart in each of these. */
export class RowsApart extends RowTroubles<WorkOverRows> {}
