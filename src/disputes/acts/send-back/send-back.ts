import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { addresseeOf } from '../../addressee-of.js';
import { refuse } from '../../../platform/decider.js';
import type { Stage } from '../../../protocol/protocol.js';
import { clocksStarted } from '../../time/clock.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeAnsweredAt } from '../../left-out.js';
import { currentStage, isNamedIn, isTheIro, mustBeOpen, mustSay, notYours, seatIn } from '../../rules.js';
import { standingOf } from '../../time/standing.js';

/** To the stage below, or to any lower formal one. */
export interface SendBack {
  type: 'send-back';
  /** The stage below unless told. */
  toStage: number | null;
  reason: string;
  meetingOn: LocalDate | null;
}

/**
 * Down the ladder again: a higher stage, or a challenge meeting, wants more done first where it can be done. A new round begins
 * there; whatever was late stays late.
 *
 * @throws Refusal `sending-back-not-yours`, `nothing-below`, `not-lower`, `accepted-already`, `nobody-on-the-list-answers`
 */
export const sendBack = (act: SendBack, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reason, 'what is to be done there first');
  mustBeAllowedToSendBack(matter, context);
  if (standingOf(matter, context.protocols) === 'accepted') {
    refuse('accepted-already', 'The answer has been accepted, so nothing goes back. Resolve it.');
  }
  const { version } = context.protocols.inForceOn(context.today);
  const target = stageToGoBackTo(act, matter, context);
  const from = currentRound(matter);
  const addressee = addresseeOf(target, from.addressee.team, matter.subject.children, context);
  mustBeAnsweredAt(matter, addressee, context);
  return [
    {
      type: 'SentBack',
      data: {
        from: from.stage,
        to: { number: target.number, code: target.code, name: target.name, reason: act.reason },
        addressee,
        protocolVersion: version,
        reason: act.reason,
      },
    },
    ...clocksStarted('sent-back', from.number + 1, version, target, act.meetingOn, context),
  ];
};

/** Those it is addressed to now, those who may send it up from here, and always the IRO. */
const mustBeAllowedToSendBack = (matter: Matter, context: DisputeContext): void => {
  const named = [...currentRound(matter).addressee.posts, ...currentStage(matter, context).escalatedBy];
  if (!isTheIro(matter, context) && !isNamedIn(named, seatIn(matter, context))) {
    notYours('sending-back-not-yours', 'Only those it has come to, or the IRO, send it back. You can add a note.');
  }
};

const stageToGoBackTo = (act: SendBack, matter: Matter, context: DisputeContext): Stage => {
  const { protocol } = context.protocols.inForceOn(context.today);
  const below = protocol.stages.filter(({ number }) => number < currentRound(matter).stage);
  const next = below.at(-1);
  if (next === undefined)
    return refuse('nothing-below', 'This is the lowest formal stage. Judge the answer, or chase it.');
  if (act.toStage === null) return next;
  return (
    below.find(({ number }) => number === act.toStage) ??
    refuse('not-lower', `It goes back to a lower formal stage. Choose one from 1 to ${next.number}.`)
  );
};

export const sendBackAct = disputeAct({
  type: 'send-back',
  decide: sendBack,
  route: 'send-back',
  sample: (): SendBack => ({ type: 'send-back', toStage: null, reason: WORDS, meetingOn: null }),
  events: {
    SentBack: {
      version: 1,
      sentence: ({ who, words, data }) =>
        `${who} sent the ${words.dispute} back${data.to?.name ? ` to ${data.to.name}` : ''}.`,
    },
  },
});
