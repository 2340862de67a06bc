import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { PostKind } from '../../../protocol/protocol.js';
import type { DisputeContext } from '../../context.js';
import {
  type Conversation,
  currentRound,
  type DisputeState,
  type Ended,
  isConversation,
  type Open,
} from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { invalid, isByTheProgram, isTheIroOf, mustBeRaised, mustSay, notYours } from '../../rules.js';
import {
  after,
  builtOn,
  daysGivenBack,
  daysOfActionsGivenBack,
  entriesOf,
  type Entry,
  isGivenBack,
  leavingOthersAnswers,
  takenBack,
  takenBackWith,
} from '../../taken-back.js';
import { answerDate } from '../../time/dates.js';
import { dayIsOver, isLate } from '../../time/late.js';
import { type WayBack, WAYS_BACK } from './ways-back.js';

/** An entry of the history was a mistake. */
export interface TakeBackEntry {
  type: 'take-back-entry';
  /** Its place in the history, from 0: `revision` there. */
  entry: number;
  reason: string;
  /** Person id of the one because of whom the program does it; left out where a person does it here. */
  by?: string;
}

/**
 * A mistake has a way back: the entry stays in the history, and counts no more. State, dates, work and figures are from then on as if it
 * had not been recorded, and so is what came with it and what followed from it by itself. An entry that decides the next step is taken back
 * from the last to the first. Days on which nobody asked those who must answer now, or who do an agreed action, are given back to them.
 *
 * @throws Refusal `no-such-entry`, `taken-back-already`, `not-taken-back-so`, `taking-back-not-yours`, `something-followed`,
 *   `date-relied-on`, `informal-goes-on`
 */
export const takeBackEntry = (act: TakeBackEntry, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const onRecord = isConversation(state) ? state : mustBeRaised(state);
  mustSay(act.reason, 'why it is taken back');
  const entries = entriesOf(state);
  const entry = entryNamed(act.entry, entries, state);
  mustBeOfItsOwn(entry, entries);
  mustBeAllowedTo(entry, onRecord, context);
  mustNotBeContinued(entry, context);
  mustNotBeBuiltOn(entry, entries);
  mustNotGoOnInformally(entry, onRecord, context);
  const by = isByTheProgram(context) ? (act.by ?? null) : null;
  const recorded = leavingOthersAnswers(takenBack(takenBackWith(entry, entries), act.reason, by), state, context);
  const without = after(state, recorded, context);
  mustNotBeReliedOn(entry, without, context);
  mustNotBeLateWithoutPause(entry, state, without, context);
  return [
    // Before it, so that whoever hears of it hears the day that counts.
    ...daysOfActionsGivenBack(without, entry, act.reason, context),
    recorded,
    ...(STOPPED_ASKING.includes(entry.event.type) ? daysGivenBack(without, entry, act.reason, context) : []),
  ];
};

type OnRecord = Conversation | Open | Ended;

const entryNamed = (revision: number, entries: readonly Entry[], { story = [] }: DisputeState): Entry => {
  if (revision >= story.length)
    return invalid('no-such-entry', 'The history has no entry of that number. Read it again.');
  return (
    entries.find((entry) => entry.revision === revision) ??
    refuse('taken-back-already', 'This entry was taken back already. Read the history again.')
  );
};

/** @throws Refusal `not-taken-back-so` of days that were given back */
const mustBeOfItsOwn = (entry: Entry, entries: readonly Entry[]): void => {
  if (isGivenBack(entry, entries))
    refuse(
      'not-taken-back-so',
      'These days were given back as a mistake was taken back, so that nobody is late for it. They stay.',
    );
};

/** @throws Refusal `not-taken-back-so`, `taking-back-not-yours` */
const mustBeAllowedTo = (entry: Entry, onRecord: OnRecord, context: DisputeContext): void => {
  const way = wayBackOf(entry, onRecord);
  if ('otherwise' in way) return refuse('not-taken-back-so', way.otherwise);
  if (isByWhoeverRecorded(entry, context)) return;
  // The formal dispute that continued it is void, so nobody decides here any more.
  if (entry.event.type === 'DisputeFormalised' && isByTheProgram(context)) return;
  if (isOpenToTheIro(way.takenBackAs, entry) && isTheIroOf(onRecord, context)) return;
  if (way.takenBackAs === 'fact' && SERVICE.some((post) => post === context.actor.role)) return;
  notYours('taking-back-not-yours', WHO_MAY[way.takenBackAs]);
};

/** @param whose as the way back of the entry has it */
const isOpenToTheIro = (whose: keyof typeof WHO_MAY, { event }: Entry): boolean =>
  whose === 'verdict' ? 'role' in event.data && event.data.role === 'iro' : whose !== 'own-word';

/** The way back from an entry. An entry that the program recorded by itself, or that began the history, is not taken back. */
const wayBackOf = ({ event, revision }: Entry, onRecord: OnRecord): WayBack => {
  const way = WAYS_BACK[event.type];
  if ('otherwise' in way) return way;
  if (event.metadata.actor.role === null)
    return { otherwise: 'The program, or the command line, recorded this. Take back what it follows from.' };
  return event.type === 'ConcernDiscussed' && revision === 0 && isConversation(onRecord)
    ? { otherwise: 'The history begins with this conversation. Withdraw it, or move it to the right child.' }
    : way;
};

const WHO_MAY = {
  fact: 'This is for whoever recorded it, the IRO, and those who answer for the IRO service. Tell one of them.',
  decision: 'This is for whoever recorded it, and for the IRO. Tell one of them.',
  verdict: 'Each judge takes back their own verdict. Ask them.',
  'own-word': 'Only whoever said it takes it back. Tell them.',
} as const;

const SERVICE: readonly PostKind[] = ['iro-manager', 'head-of-qa', 'qa-service-manager'];

/** They recorded it themselves, or it was recorded for them. */
const isByWhoeverRecorded = ({ event }: Entry, { actor }: DisputeContext): boolean => {
  const { person, actingFor } = event.metadata.actor;
  return person === actor.person || (actingFor ?? person) === (actor.actingFor ?? actor.person);
};

/** Both would ask for an answer, and both would count. @throws Refusal `something-followed` while the formal dispute counts */
const mustNotBeContinued = ({ event }: Entry, { isVoid }: DisputeContext): void => {
  if (event.type === 'DisputeFormalised' && isVoid?.(event.data.formal) !== true)
    refuse(
      'something-followed',
      `A formal dispute came of this: ${event.data.formal}. Void that first, if it was raised by mistake.`,
    );
};

/**
 * As it was voided, the informal matter that it continued was given back and goes on: both would ask for an answer.
 * @throws Refusal `informal-goes-on`
 */
const mustNotGoOnInformally = (
  { event }: Entry,
  onRecord: OnRecord,
  { isContinuedElsewhere }: DisputeContext,
): void => {
  if (event.type !== 'DisputeVoided' || !('matter' in onRecord)) return;
  const { reference, links } = onRecord.matter;
  const informal = links.find(
    ({ kind, to }) => kind === 'formalises' && isContinuedElsewhere?.(to, reference) === true,
  );
  if (informal !== undefined)
    refuse(
      'informal-goes-on',
      `The informal matter that it continued goes on as ${informal.to}. Continue that one formally.`,
    );
};

/** @throws Refusal `something-followed` */
const mustNotBeBuiltOn = (entry: Entry, entries: readonly Entry[]): void => {
  const next = builtOn(entry, entries) ?? needing(entry, entries);
  if (next === undefined) return;
  refuse('something-followed', `Entry ${next.revision} of the history came of this. Take that back first.`, {
    entry: next.revision,
  });
};

/**
 * The later entry that rests on this one, which must be taken back first: a reply or a withdrawal on what was sent, an ending with Cafcass
 * on the referral, a new referral on how the one before ended, an action done on the one agreed, an ending in full on the actions done.
 */
const needing = (entry: Entry, entries: readonly Entry[]): Entry | undefined => {
  const later = entries.filter(({ revision }) => revision > entry.revision);
  const isLastOf = (type: DisputeEvent['type']): boolean => !later.some(({ event }) => event.type === type);
  switch (entry.event.type) {
    case 'ReferredToCafcass':
      return isLastOf('ReferredToCafcass')
        ? later.find(
            ({ event: { type, data } }) =>
              type === 'CafcassReplied' ||
              type === 'CafcassReferralWithdrawn' ||
              (type === 'DisputeEndedOtherwise' && data.outcome === 'TO-CAF'),
          )
        : later.find(({ event }) => event.type === 'ReferredToCafcass');
    case 'CafcassReferralWithdrawn':
    case 'CafcassReplied':
      return later.find(({ event: { type } }) =>
        ['ReferredToCafcass', 'CafcassReplied', 'MoreSentToCafcass'].includes(type),
      );
    case 'ReceiptAcknowledged':
      return entry.event.data.complete ? undefined : later.find(({ event }) => completesReceipt(event, entry.event));
    case 'TakenToAgency':
    case 'AgencyReplied':
    case 'AgencyDidNotReply':
      return later.find(({ event: { type } }) =>
        ['TakenToAgency', 'AgencyReplied', 'AgencyDidNotReply'].includes(type),
      );
    // A dispute resolved in full has no action left, so its ending rests on each action done; so does that one was done in time.
    case 'ActionDone': {
      const { actionId } = entry.event.data;
      const confirmed = later.find(
        ({ event }) => event.type === 'ActionConfirmedInTime' && event.data.actionId === actionId,
      );
      if (confirmed !== undefined) return confirmed;
      return isLastOf('DisputeReopened')
        ? later.find(({ event }) => event.type === 'DisputeResolved' && event.data.outcome === 'RES-FULL')
        : undefined;
    }
    case 'AnswerAccepted': {
      const agreed = takenBackWith(entry, entries).flatMap(({ event }) =>
        event.type === 'ActionAgreed' ? [event.data.action.actionId] : [],
      );
      return later.find(({ event }) => event.type === 'ActionDone' && agreed.includes(event.data.actionId));
    }
    default:
      return undefined;
  }
};

/** With it a round had reached every team, because another team had said so before. */
const completesReceipt = (event: DisputeEvent, before: DisputeEvent): boolean => {
  if (before.type !== 'ReceiptAcknowledged') return false;
  const { round } = before.data;
  if (event.type === 'ReceiptAcknowledged') return event.data.round === round && event.data.complete;
  return event.type === 'AnswerGiven' && event.data.round === round && event.data.receivedByAll === true;
};

/**
 * Those who must answer have gone by a later date. If the one before it is over, they would be late for somebody else’s mistake.
 * @throws Refusal `date-relied-on`
 */
const mustNotBeReliedOn = ({ event }: Entry, without: DisputeState, { today }: DisputeContext): void => {
  if (event.type !== 'ExtensionGranted' || without.status !== 'open') return;
  const { dueOn = null } = without.matter.rounds.at(-1)?.deadline ?? {};
  if (dueOn !== null && dayIsOver(dueOn, today))
    refuse(
      'date-relied-on',
      'The date before it has passed, and others have relied on this one. Ask for an earlier date.',
    );
};

/**
 * Those who must answer were told that the clock stands still. Without the pause they would be late from the first moment.
 * @throws Refusal `date-relied-on`
 */
const mustNotBeLateWithoutPause = (
  { event }: Entry,
  state: DisputeState,
  without: DisputeState,
  { now }: DisputeContext,
): void => {
  const isLateIn = (each: DisputeState): boolean =>
    each.status === 'open' && isLate(answerDate(currentRound(each.matter), each.matter), now);
  if (event.type === 'ClockPaused' && isLateIn(without) && !isLateIn(state))
    refuse(
      'date-relied-on',
      'The date that it put off has passed, and others have relied on the clock that stands still. Let the clock run again instead.',
    );
};

/** After these, those who must answer now were not asked any more. */
const STOPPED_ASKING: readonly DisputeEvent['type'][] = [
  'AnswerAccepted',
  'DisputeEscalated',
  'SentBack',
  'DisputeRedirected',
  'DisputeResolved',
  'StalemateRecorded',
  'DisputeEndedOtherwise',
  'DisputeFormalised',
  'DisputeWithdrawn',
  'DisputeVoided',
];

export const takeBackEntryAct = disputeAct({
  type: 'take-back-entry',
  decide: takeBackEntry,
  route: 'take-back-entry',
  sample: ({ entries }): TakeBackEntry[] =>
    entries.map((entry) => ({ type: 'take-back-entry' as const, entry, reason: WORDS })).reverse(),
  events: {
    EntryTakenBack: {
      version: 1,
      sentence: ({ who, data, person }) =>
        `${person(data.by) ?? who} took back ${(data.revisions?.length ?? 1) > 1 ? 'entries that are' : 'an entry that is'} marked as a mistake.`,
      inNoReadModel: 'each read model is told anew what the stream says without what was taken back',
    },
  },
});
