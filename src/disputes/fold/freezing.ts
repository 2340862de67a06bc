import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { endOfDay, isLocalDate, startOfDay } from '../../calendar/dates.js';
import { earliest, standsStill } from '../time/late.js';
import { receivedByAnswer } from '../time/receipt.js';
import { type Freeze, isFrozen, type Matter, type Round } from '../dispute.js';

/*
 * A dispute about a child who has died is set aside, and what could not be done meanwhile is late for nobody.
 */

/** A freeze by a death on a day, as it goes on record. */
export const frozenBy = (diedOn: LocalDate, recordedAt: Instant): Freeze => ({
  diedOn,
  from: earliest(startOfDay(diedOn), recordedAt)!,
  recordedAt,
  to: null,
});

/** A date that went on record as passed after that day, before anybody here knew of the death, had not passed: its clock stood still. */
export const frozenSince = (matter: Matter, diedOn: LocalDate, recordedAt: Instant): Matter => {
  const freeze = frozenBy(diedOn, recordedAt);
  const { from } = freeze;
  const passedBefore = (dueAt: Instant | null, passed: boolean): boolean =>
    passed && !standsStill({ dueAt, stoppedAt: from });
  return {
    ...matter,
    rounds: matter.rounds.map((round) => ({
      ...round,
      passed: {
        answer: passedBefore(round.deadline?.dueAt ?? null, round.passed.answer),
        receipt: passedBefore(round.receipt?.dueAt ?? null, round.passed.receipt),
      },
    })),
    actions: matter.actions.map((each) => ({ ...each, passed: passedBefore(endOfDayIn(each.by), each.passed) })),
    agencies: matter.agencies.map((each) => ({ ...each, passed: passedBefore(endOfDayIn(each.dueOn), each.passed) })),
    nextLooks: matter.nextLooks.map((each) => ({ ...each, passed: passedBefore(endOfDayIn(each.on), each.passed) })),
    freeze: { ...freeze, recordedAt: isFrozen(matter) ? matter.freeze!.recordedAt : recordedAt },
  };
};

const endOfDayIn = (words: string | null): Instant | null => (isLocalDate(words) ? endOfDay(words) : null);

/** An answer or an end that came during a freeze is not late for a date that passed in it, also when the freeze is over. */
export const settledWhileFrozen = (round: Round, from: Instant | null): Round => {
  const over = earliest(round.recalledAt, round.overAt);
  const received = earliest(round.acknowledgedAt, receivedByAnswer(round.answers), over);
  const { answer, receipt } = round.frozenAt;
  const settled = (at: Instant | null): boolean => at !== null && from !== null && at >= from;
  return {
    ...round,
    frozenAt: {
      answer: settled(earliest(round.answeredAt, over)) ? earliest(answer, from) : answer,
      receipt: settled(received) ? earliest(receipt, from) : receipt,
    },
  };
};

export const NOT_FROZEN: Round['frozenAt'] = { answer: null, receipt: null };
