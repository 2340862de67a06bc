import fc from 'fast-check';
import type { LocalDate } from '../../src/calendar/calendar.js';
import type { DeadlineNamed, MovableDeadline } from '../../src/disputes/time/deadline-named.js';
import { type ImpactCode, IMPACT_CODES } from '../../src/disputes/events.js';
import { Controls } from './controls.js';

/* Words, days and other parts of an act, as random histories choose them. */

/** Mostly something sensible: a history of nothing but refusals proves little. */
export const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: usual, weight: 15 }, { arbitrary: odd, weight: 1 });

export const text = mostly(fc.constant('In words'), fc.constantFrom('', 'ASAP'));
export const date = fc.constantFrom('2022-04-10', '2022-04-14', '2022-04-20', '2022-04-28', '2022-05-06', '2022-06-20');
export const dateOrNone = fc.option(date, { nil: null });
export const rarely = mostly(fc.constant<LocalDate | null>(null), date);
export const meeting = mostly(fc.constant<LocalDate | null>(null), dateOrNone);
export const impact = mostly(fc.subarray([...IMPACT_CODES], { minLength: 1 }), fc.constant<ImpactCode[]>([]));
export const verdict = fc.constantFrom('satisfied' as const, 'partly' as const, 'not' as const);
export const stage = mostly(fc.constant(1), fc.integer({ min: 0, max: 5 }));
export const population = fc.constantFrom(
  'looked-after' as const,
  'looked-after' as const,
  'child-protection' as const,
);
export const action = fc.record({
  what: fc.constant('Book the first session'),
  who: fc.option(text, { nil: null }),
  by: fc.option(fc.oneof(text, date), { nil: null }),
  measure: fc.constant(null),
});
export const raising = fc
  .record({
    ...{ meetingOn: meeting, urgent: fc.boolean(), population, spoken: fc.boolean(), earlier: rarely },
    reviewedOn: rarely,
    answerWithin: mostly(fc.constant<number | null>(null), fc.constantFrom(1, 2, 30)),
    wrote: fc.boolean(),
  })
  .map(({ meetingOn, urgent, population, spoken, earlier, reviewedOn, answerWithin, wrote }) => ({
    ...Controls.raiseInformal({ meetingOn, urgent }),
    subject: { ...Controls.subject, population },
    spokeFirst: spoken ? Controls.raiseInformal().spokeFirst : null,
    wroteFirst: wrote ? { wroteTo: 'The team manager', wroteOn: '2022-04-10', result: 'No reply yet' } : null,
    ...{ reviewedOn, answerWithin },
    earlierDate: earlier === null ? null : { askedFor: earlier, reason: 'It cannot wait' },
  }));
export const view = fc.record({
  view: fc.option(text, { nil: null }),
  told: fc.option(fc.boolean(), { nil: null }),
  advocateOffered: fc.option(fc.boolean(), { nil: null }),
  advocateOfferedOn: dateOrNone,
});

export const round = fc.integer({ min: 1, max: 4 });
export const movableDeadline: fc.Arbitrary<MovableDeadline> = fc.oneof(
  fc.record({ deadline: fc.constantFrom('answer' as const, 'receipt' as const), round }),
  fc.constant({ deadline: 'total-cap' as const }),
);
export const deadlineNamed: fc.Arbitrary<DeadlineNamed> = fc.oneof(
  movableDeadline,
  fc.record({ deadline: fc.constant('action' as const), actionId: fc.constantFrom('A1', 'A2', 'A9') }),
  fc.record({ deadline: fc.constant('agency-reply' as const), asked: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ deadline: fc.constant('next-look' as const), meeting: fc.constantFrom('meeting-1', 'meeting-9') }),
);
