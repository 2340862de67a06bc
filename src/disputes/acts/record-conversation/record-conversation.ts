import { disputeAct, WORDS, ANOTHER } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent, Subject } from '../../events.js';
import { invalid, mustBeOnTheAskingSide, mustBeRaised, mustNotBeInFuture, mustSay } from '../../rules.js';

/** First contact, with or without a dispute: on a new stream it names the subject. */
export interface RecordConversation {
  type: 'record-conversation';
  reference: string;
  subject: Subject | null;
  spokeTo: string;
  spokeOn: LocalDate;
  result: string;
}

/**
 * First contact, by itself or beside a dispute. Alone it is counted apart and is no informal dispute.
 *
 * @throws Refusal `subject-missing`, `subject-known`
 */
export const recordConversation = (
  act: RecordConversation,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  mustBeOnTheAskingSide(context.protocols.inForceOn(context.today).protocol, context);
  mustSay(act.spokeTo, 'whom you spoke to');
  mustSay(act.result, 'what came of it');
  mustNotBeInFuture(act.spokeOn, context.today, 'The day you spoke');
  const { spokeTo, spokeOn, result } = act;
  return [{ type: 'ConcernDiscussed', data: { subject: subjectFor(act, state), spokeTo, spokeOn, result } }];
};

/** Named once, with the first contact; afterwards the record knows whom it is about. */
const subjectFor = ({ subject }: RecordConversation, state: DisputeState): Subject | null => {
  if (state.status === 'not-raised') {
    if (subject === null || subject.children.length === 0) {
      return invalid('subject-missing', 'Name the child or children you spoke about.');
    }
    return subject;
  }
  if (state.status !== 'discussed') mustBeRaised(state);
  if (subject !== null) invalid('subject-known', 'The record knows whom it is about. Leave the children out.');
  return null;
};

export const recordConversationAct = disputeAct({
  type: 'record-conversation',
  decide: recordConversation,
  route: 'record-conversation',
  sample: ({ today, matter }): RecordConversation => ({
    type: 'record-conversation',
    reference: matter?.reference ?? ANOTHER,
    subject: null,
    spokeTo: WORDS,
    spokeOn: today,
    result: WORDS,
  }),
  events: {
    ConcernDiscussed: {
      version: 1,
      sentence: ({ who, data, dated }) =>
        `${who} spoke with ${data.spokeTo ?? 'somebody'} about a concern${dated('on', data.spokeOn)}.`,
    },
  },
});
