import type { LocalDate } from '../../calendar/calendar.js';
import type { Decider } from '../../platform/decider.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import type { DisputeState } from '../dispute.js';
import { isOwnPractice } from '../own-practice.js';
import { mustBeRaised, mustNotBeInFuture, mustNotBeVoided, mustSay, notYours } from '../rules.js';
import type { Sentence } from '../acts/sentence.js';
import type { LegalAdvice, LegalAdviceEvent } from './events.js';

/**
 * The stream of the advice about one dispute. It is not the dispute's own stream: a revision left out there, an ETag that moved or
 * an answer 412 would tell everybody else that there is advice.
 */
export const legalAdviceStream = (dispute: string): string => `legalAdvice-${dispute}`;

export interface RecordLegalAdvice extends LegalAdvice {
  readonly type: 'record-legal-advice';
}

export interface LegalAdviceContext {
  /** The dispute that the advice is about, as it stands. */
  readonly dispute: DisputeState;
  readonly disputeRevision: number;
  readonly actor: Actor;
  readonly today: LocalDate;
}

/**
 * Records advice of the IRO's own lawyer, who is not the council's. Privileged: nobody but the IRO and the IRO's manager records it
 * or ever sees that it exists (domain brief, section 2).
 *
 * @throws Refusal `legal-advice-not-yours`, `date-in-future`, `words-missing`, `not-raised`, `voided`
 */
const recordLegalAdvice = (
  { takenOn, advice }: RecordLegalAdvice,
  { dispute, disputeRevision, actor, today }: LegalAdviceContext,
): LegalAdviceEvent[] => {
  const { subject } = mustNotBeVoided(mustBeRaised(dispute));
  if ((actor.role !== 'iro' && actor.role !== 'iro-manager') || isOwnPractice(subject, actor)) {
    notYours('legal-advice-not-yours', 'Legal advice to the IRO is for the IRO and the IRO’s manager alone.');
  }
  mustSay(advice, 'what was advised');
  mustNotBeInFuture(takenOn, today, 'The day it was taken');
  return [{ type: 'LegalAdviceTaken', data: { takenOn, advice, disputeRevision } }];
};

/** How the history of the dispute says it, to those who may know of it. */
export const legalAdviceSentence: Sentence<LegalAdviceEvent['data']> = ({ who, data, dated }) =>
  `${who} recorded legal advice${dated('taken on', data.takenOn)}.`;

/** All the advice taken about one dispute, in the order in which it was recorded. */
export const legalAdviceDecider: Decider<
  readonly LegalAdvice[],
  RecordLegalAdvice,
  LegalAdviceEvent,
  LegalAdviceContext
> = {
  initial: [],
  evolve: (taken, { data: { takenOn, advice } }) => [...taken, { takenOn, advice }],
  decide: (act, _taken, context) => recordLegalAdvice(act, context),
};
