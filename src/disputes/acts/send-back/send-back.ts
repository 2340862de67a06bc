import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { addresseeOf } from '../../addressee-of.js';
import { refuse } from '../../../platform/decider.js';
import type { Stage } from '../../../protocol/protocol.js';
import { clocksStarted } from '../../time/clock.js';
import { countedAfterSendBack } from '../../time/counted-from.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeAnsweredAt } from '../../left-out.js';
import {
  answersForTheService,
  goesOn,
  isAnIndependentJudge,
  isTheIro,
  mustBeOpen,
  mustSay,
  notYours,
} from '../../rules.js';
import { stageBegun } from '../../stage-begun.js';
import { judgesStillToSpeak, roundToJudge, stageOfRound, standingOf } from '../../time/standing.js';

/** To the stage below, or to any lower formal one. */
export interface SendBack {
  type: 'send-back';
  /** The stage that was asked for, or the one below, unless told. */
  toStage: number | null;
  reason: string;
  meetingOn: LocalDate | null;
}

/**
 * Down the ladder again, because more is to be done first where it can be done. A new round begins there; whatever was late stays
 * late. Those who must answer cannot send it away from themselves: they ask (acts/ask-to-send-back), and the IRO, a judge who need
 * not answer, or a meeting decides. A decision of a meeting is carried out by those who answer for the IRO service.
 *
 * @throws Refusal `sending-back-not-yours`, `nothing-below`, `not-lower`, `accepted-already`, `late-answer-to-judge`, `nobody-on-the-list-answers`
 */
export const sendBack = (act: SendBack, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reason, 'what is to be done there first');
  mustDecideOnSendingBack(matter, context);
  mustNotBeAccepted(matter, context);
  mustHaveJudgedWhatCameLate(matter, context);
  const { version } = goesOn(matter, context).version;
  const from = currentRound(matter);
  const target = stageToGoBackTo(act.toStage ?? from.sendBackAsked?.toStage ?? null, matter, context);
  const addressee = addresseeOf(target, from.addressee, matter.subject.children, context);
  mustBeAnsweredAt(matter, addressee, context);
  return [
    {
      type: 'SentBack',
      data: {
        from: from.stage,
        to: stageBegun(target, matter.level, act.reason),
        addressee,
        protocolVersion: version,
        reason: act.reason,
      },
    },
    ...clocksStarted(
      'sent-back',
      from.number + 1,
      version,
      target,
      act.meetingOn,
      context,
      countedAfterSendBack(target, context.today),
    ),
  ];
};

/**
 * The IRO always; a judge of the stage who is not asked to answer it; and once a meeting has decided that more is to be done first,
 * those who answer for the IRO service.
 * @throws Refusal `sending-back-not-yours` (not-yours)
 */
export const mustDecideOnSendingBack = (matter: Matter, context: DisputeContext): void => {
  if (isTheIro(matter, context) || isAnIndependentJudge(matter, context)) return;
  if (currentRound(matter).moreActionFirst !== null && answersForTheService(matter, context)) return;
  notYours(
    'sending-back-not-yours',
    'The IRO, a judge who need not answer, or a meeting sends it back. Those who must answer can ask for it.',
  );
};

/** @throws Refusal `accepted-already` */
export const mustNotBeAccepted = (matter: Matter, context: DisputeContext): void => {
  if (standingOf(matter, context.protocols) === 'accepted') {
    refuse('accepted-already', 'The answer has been accepted, so nothing goes back. Resolve it.');
  }
};

/**
 * An answer of an earlier stage that came after the dispute had gone up is judged while that stage runs: nobody could judge it once another
 * answer is asked for below.
 * @throws Refusal `late-answer-to-judge`
 */
const mustHaveJudgedWhatCameLate = (matter: Matter, { protocols }: DisputeContext): void => {
  const round = roundToJudge(matter);
  if (round === undefined || round === currentRound(matter)) return;
  const stage = stageOfRound(round, protocols);
  if (judgesStillToSpeak(round, stage).length > 0)
    refuse(
      'late-answer-to-judge',
      `The answer of ${stage.name} has come, after this had gone up. Judge it first: if it is accepted nothing goes back, and if it is not this goes on.`,
    );
};

/** @param toStage null for the stage below. @throws Refusal `nothing-below`, `not-lower` */
export const stageToGoBackTo = (toStage: number | null, matter: Matter, context: DisputeContext): Stage => {
  const below = goesOn(matter, context).stages.filter(({ number }) => number < currentRound(matter).stage);
  const next = below.at(-1);
  if (next === undefined)
    return refuse('nothing-below', 'This is the lowest formal stage. Judge the answer, or chase it.');
  if (toStage === null) return next;
  return (
    below.find(({ number }) => number === toStage) ??
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
        `${who} sent the ${words.dispute} back${data.to?.name ? ` to ${words.stage} ${data.to.number}, ${data.to.name}` : ''}.`,
    },
  },
});
