import type { Recorded } from '../../platform/decider.js';
import type { AnswerGiven, DisputeEvent, Verdict } from '../events.js';
import { answerCameAt } from '../time/answer-came-at.js';
import { currentRound, type DisputeState, type Matter } from '../dispute.js';
import { onMatter } from './on-matter.js';
import { onRound, replacingRound, standingAt } from './rounds.js';

/*
 * Answers, the verdicts of those who judge them, and the view of the IRO.
 */

export const withAnswer = (
  matter: Matter,
  answer: AnswerGiven,
  { actor, occurredAt }: Recorded<DisputeEvent>['metadata'],
) => {
  const round = matter.rounds[answer.round - 1];
  if (!round) return matter;
  const cameAt = answerCameAt(answer, occurredAt);
  const onRecord = {
    ...answer,
    person: actor.person,
    answeredAt: cameAt,
    duringRound: currentRound(matter).number,
    askedOf: round.addressee,
  };
  const answered = replacingRound(matter, round.number, {
    ...round,
    answers: [...round.answers, onRecord],
    answeredAt: round.answeredAt ?? (answer.complete ? cameAt : null),
    extensionAsked: null,
    sendBackAsked: null,
  });
  return standingAt(answered, answer.standing, occurredAt);
};

export const withVerdict = (
  state: DisputeState,
  { data, metadata }: Recorded<Extract<DisputeEvent, { type: 'AnswerAccepted' | 'AnswerRejected' }>>,
  verdict: Verdict,
): DisputeState =>
  onMatter(
    onRound(state, data.round, (round) => ({ ...round, verdicts: { ...round.verdicts, [data.role]: verdict } })),
    (matter) => {
      const judged = { ...standingAt(matter, data.standing, metadata.occurredAt), lastJudged: data.round };
      return data.role === 'iro' ? withIroView(judged, verdict, data.reason) : judged;
    },
  );

export const withIroView = (matter: Matter, view: Verdict, words: string): Matter => ({
  ...matter,
  iroView: view,
  iroViewOnRecord: { view, words },
});
