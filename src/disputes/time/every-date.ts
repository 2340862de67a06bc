import type { DeadlineNamed } from './deadline-named.js';
import type { Ended, Open } from '../dispute.js';
import { actionDate, agencyReplyDate, answerDate, nextLookDate, receiptDate, totalCapDate } from './dates.js';
import type { DateGiven } from './late.js';

/** One date of a dispute, under the name by which the alarm clock asks about it. */
export interface NamedDate {
  readonly named: DeadlineNamed;
  readonly date: DateGiven;
  /** It is on record as passed. */
  readonly onRecord: boolean;
}

/** Every date that a dispute has been given. */
export const datesOf = (of: Open | Ended): NamedDate[] => {
  const { rounds, actions, agencies, nextLooks, totalCapPassed } = of.matter;
  return [
    ...rounds.flatMap((round): NamedDate[] => [
      {
        named: { deadline: 'answer', round: round.number },
        date: answerDate(round, of.matter),
        onRecord: round.passed.answer,
      },
      {
        named: { deadline: 'receipt', round: round.number },
        date: receiptDate(round, of.matter),
        onRecord: round.passed.receipt,
      },
    ]),
    ...actions.map((action): NamedDate => ({
      named: { deadline: 'action', actionId: action.actionId },
      date: actionDate(action, of),
      onRecord: action.passed,
    })),
    ...agencies.map((agency, index): NamedDate => ({
      named: { deadline: 'agency-reply', asked: index + 1 },
      date: agencyReplyDate(agency, of),
      onRecord: agency.passed,
    })),
    ...nextLooks.map((look): NamedDate => ({
      named: { deadline: 'next-look', meeting: look.meeting },
      date: nextLookDate(look, of.matter),
      onRecord: look.passed,
    })),
    { named: { deadline: 'total-cap' }, date: totalCapDate(of.matter), onRecord: totalCapPassed },
  ];
};

/** The part of a dispute to which a date belongs: a round, an action, an agency, a meeting, or all of it. */
export const partOf = (named: DeadlineNamed): string => {
  switch (named.deadline) {
    case 'answer':
    case 'receipt':
      return String(named.round);
    case 'action':
      return named.actionId;
    case 'total-cap':
      return 'all';
    case 'agency-reply':
      return String(named.asked);
    case 'next-look':
      return named.meeting;
  }
};

export const isSame = (one: DeadlineNamed, other: DeadlineNamed): boolean =>
  one.deadline === other.deadline && partOf(one) === partOf(other);
