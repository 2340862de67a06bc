import type { LocalDate } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { CheckKind } from '../../reviews/events.js';
import { dayWithin, type Period } from '../coverage.js';

const CODES: Readonly<Record<CheckKind, string>> = {
  midway: 'midwayAudits',
  preparation: 'preparationChecks',
  'post-18': 'post18Assessments',
};

/** A dispute that is hidden from a person who counts is not in the register that they count from: nothing was raised yet, to them. */
const RAISED = `(dispute IS NOT NULL AND dispute IN (SELECT reference FROM dispute_register))`;

/**
 * The records of the service beside disputes and acknowledgements: checks of reviews, what was found in them, and what meetings dealt with.
 * A check or a meeting that lies ahead is not counted yet.
 */
export const recordedHereIn = (
  periods: readonly Period[],
  readModels: ReadModels,
  today: LocalDate,
): [code: string, count: number][] => {
  const parameters = { periods: JSON.stringify(periods), today };
  const held = (day: string): string => `${dayWithin(day)} AND ${day} <= :today`;
  const checks = readModels.all<{ kind: CheckKind; begun: number; unfinished: number }>(
    `SELECT kind, count(DISTINCT reference) AS begun,
            count(DISTINCT CASE WHEN answer IS NULL THEN reference END) AS unfinished
       FROM review_checks AS "check" WHERE NOT withdrawn AND ${held('"check".held_on')} GROUP BY kind`,
    parameters,
  );
  const notMet = readModels.get<{ found: number; raised: number; notRaised: number; undecided: number }>(
    `SELECT count(*) AS found, coalesce(sum(${RAISED}), 0) AS raised, coalesce(sum(not_raised), 0) AS notRaised,
            coalesce(sum(outstanding IS 'to-decide' OR (dispute IS NOT NULL AND NOT ${RAISED})), 0) AS undecided
       FROM review_checks AS "check" WHERE answer = 'not-met' AND NOT withdrawn AND ${held('"check".held_on')}`,
    parameters,
  )!;
  const { items } = readModels.get<{ items: number }>(
    `SELECT count(*) AS items FROM challenge_items AS item
       JOIN challenge_meetings AS meeting ON meeting.meeting = item.meeting
      WHERE item.status = 'decided' AND meeting.kind = 'challenge'
        AND (item.dispute IS NULL OR item.dispute IN (SELECT reference FROM dispute_register)) AND ${held('meeting.held_on')}`,
    parameters,
  )!;
  return [
    ...checks.flatMap(({ kind, begun, unfinished }): [string, number][] => [
      [CODES[kind], begun],
      [`${CODES[kind]}.unfinished`, unfinished],
    ]),
    ['standardsNotMet', notMet.found],
    ['standardsNotMet.raised', notMet.raised],
    ['standardsNotMet.notRaised', notMet.notRaised],
    ['standardsNotMet.undecided', notMet.undecided],
    ['challengeItems', items],
  ];
};
