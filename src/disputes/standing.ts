import type { PostKind, ProtocolBook, Stage } from '../protocol/protocol.js';
import { stageOf } from '../protocol/ladder.js';
import { currentRound, type Matter, type Round } from './dispute.js';
import { seatsOf } from './seats.js';

/**
 * Where an open dispute stands, by the rules of its stage (domain brief 4.2):
 *
 * - `awaiting-answer`: those it is addressed to have not all answered
 * - `reported`: the stage only reports upwards, and nothing came back; it is for the IRO to say how it ends
 * - `awaiting-judgement`: answered, and a judge has not yet spoken
 * - `judges-differ`: all have spoken, not enough to settle it and not enough to send it up
 * - `not-accepted`: every judge who must be dissatisfied for it to go up is
 * - `accepted`: every judge who must be satisfied is; it may be closed
 */
export type Standing =
  'awaiting-answer' | 'reported' | 'awaiting-judgement' | 'judges-differ' | 'not-accepted' | 'accepted';

/** As much of a round as says where it stands. */
export interface RoundStanding {
  readonly addressee: { readonly posts: readonly PostKind[] };
  readonly answers: readonly { readonly role: PostKind }[];
  readonly verdicts: Round['verdicts'];
}

export const stageOfRound = (round: Round, protocols: ProtocolBook): Stage =>
  stageOf(protocols.version(round.protocolVersion).protocol, round.stage);

/** `any` one of the posts, or `all` of them, as the stage says. */
export const isAnswered = (round: RoundStanding, stage: Stage): boolean =>
  stage.answeredBy === 'any' ? round.answers.length > 0 : postsStillToAnswer(round).length === 0;

export const postsStillToAnswer = (round: RoundStanding): PostKind[] =>
  round.addressee.posts.filter((post) => !round.answers.some((answer) => answer.role === post));

/**
 * The round whose answer the judges look at: the one that runs, once it is answered; until then an earlier one whose answer came
 * late, after the dispute had gone up, so that the higher stage can be recalled.
 */
export const roundToJudge = (matter: Matter, protocols: ProtocolBook): Round | undefined => {
  const current = currentRound(matter);
  const answered = (round: Round): boolean => isAnswered(round, stageOfRound(round, protocols));
  const cameSince = (round: Round): boolean => round.answers.at(-1)?.duringRound === current.number;
  return matter.rounds.findLast((round) => answered(round) && cameSince(round));
};

export const standingOf = (matter: Matter, protocols: ProtocolBook): Standing => {
  const current = currentRound(matter);
  return standingOfRound(current, stageOfRound(current, protocols), () => isRecalled(matter, protocols));
};

/** @param isTakenBack whether an answer to an earlier round, which came late, was accepted: asked only while this one has none */
export const standingOfRound = (round: RoundStanding, stage: Stage, isTakenBack: () => boolean): Standing => {
  if (isAnswered(round, stage)) return judgedStanding(round, stage);
  if (isTakenBack()) return 'accepted';
  return stage.needs === 'report-only' ? 'reported' : 'awaiting-answer';
};

/** An answer that came after the dispute had gone up takes it back only by being accepted; till then the higher stage runs. */
const isRecalled = (matter: Matter, protocols: ProtocolBook): boolean => {
  const earlier = roundToJudge(matter, protocols);
  return earlier !== undefined && judgedStanding(earlier, stageOfRound(earlier, protocols)) === 'accepted';
};

const judgedStanding = (round: RoundStanding, stage: Stage): Standing => {
  const settlers = settlingJudges(stage);
  const escalators = escalatingJudges(stage);
  if (settlers.every((judge) => round.verdicts[judge] === 'satisfied')) return 'accepted';
  if (escalators.every((judge) => isDissatisfied(round, judge))) return 'not-accepted';
  return judgesStillToSpeak(round, stage).length > 0 ? 'awaiting-judgement' : 'judges-differ';
};

const isDissatisfied = (round: RoundStanding, judge: PostKind): boolean =>
  round.verdicts[judge] !== undefined && round.verdicts[judge] !== 'satisfied';

/** The stage is settled when each of these is satisfied; the IRO where the protocol names nobody. */
export const settlingJudges = (stage: Stage): PostKind[] => seatsOf(stage.judges, 'iro');

/** The dispute may go up when each of these is not. */
export const escalatingJudges = (stage: Stage): PostKind[] =>
  stage.escalationJudges.length > 0 ? seatsOf(stage.escalationJudges) : settlingJudges(stage);

export const judgesOf = (stage: Stage): PostKind[] => [
  ...new Set([...settlingJudges(stage), ...escalatingJudges(stage)]),
];

export const judgesStillToSpeak = (round: RoundStanding, stage: Stage): PostKind[] =>
  judgesOf(stage).filter((judge) => round.verdicts[judge] === undefined);
