import type { PostKind, ProtocolBook, Stage } from '../../protocol/protocol.js';
import { atLevel, stageOf } from '../../protocol/ladder.js';
import type { DisputeContext } from '../context.js';
import { currentRound, type DisputeState, type Matter, type Round } from '../dispute.js';
import { evolve } from '../fold/evolve.js';
import type { Addressee, AnswerGiven, DisputeEvent, Standing } from '../events.js';
import { seatsOf } from '../seats.js';
import { isOfSeveralTeams, isSaidFor, type SaidForTeams, teamsAsked } from '../teams-asked.js';
import { receivedWith, type RoundReceived } from './receipt.js';

/** As much of a round as says who must act next in it, as its history has it or the row of a read model. */
export interface RoundStanding {
  readonly addressee: Pick<Addressee, 'team' | 'alsoTeams'> & { readonly posts: readonly PostKind[] };
  readonly answers: readonly (Pick<AnswerGiven, 'role' | 'takenUp'> & SaidForTeams)[];
  readonly verdicts: Round['verdicts'];
}

export const stageOfRound = (round: Round, protocols: ProtocolBook): Stage => {
  const { protocol } = protocols.version(round.protocolVersion);
  return atLevel(stageOf(protocol, round.stage, round.ladder), protocol, round.level);
};

/** It has its whole answer. */
export const isAnswered = (round: Round): boolean => round.answeredAt !== null;

/** A team whose answer is still to come, and from which of its posts. */
export interface StillToAnswer {
  readonly team: string | null;
  readonly posts: readonly PostKind[];
}

/** Every team asked must answer: `any` one of its posts, or `all` of them, as the stage says, unless another answered for it. */
export const stillToAnswer = ({ addressee, answers }: Omit<RoundStanding, 'verdicts'>, stage: Stage): StillToAnswer[] =>
  teamsAsked(addressee).flatMap((team) => {
    const came = answers.filter((answer) => isSaidFor(answer, team));
    const posts = addressee.posts.filter((post) => !came.some(({ role }) => role === post));
    const isWhole = came.length > 0 && (stage.answeredBy === 'any' || posts.length === 0);
    return isWhole ? [] : [{ team, posts }];
  });

/**
 * One more post answers: what its answer says of the teams, and whether it makes the answer of the round whole.
 * @param teams for which it answers; not said where one team was asked
 */
export const answering = (
  role: PostKind,
  teams: readonly string[],
  round: Omit<RoundStanding, 'verdicts'> & RoundReceived,
  stage: Stage,
): Pick<AnswerGiven, 'role' | 'forTeams' | 'wholeForTeams' | 'receivedByAll' | 'complete'> => {
  const { addressee, answers } = round;
  const given = isOfSeveralTeams(addressee) ? { role, forTeams: [...teams] } : { role };
  const left = stillToAnswer({ addressee, answers: [...answers, given] }, stage);
  const whole = given.forTeams?.filter((each) => !left.some(({ team }) => team === each));
  return {
    ...given,
    ...(whole === undefined ? {} : { wholeForTeams: whole }),
    ...receivedWith(given, round),
    complete: left.length === 0,
  };
};

export const postsStillToAnswer = (round: RoundStanding, stage: Stage): PostKind[] => [
  ...new Set(stillToAnswer(round, stage).flatMap(({ posts }) => posts)),
];

/**
 * The round whose answer the judges look at: the one that runs, once it is answered; until then an earlier one whose answer came
 * late, after the dispute had gone up, so that the higher stage can be recalled.
 */
export const roundToJudge = (matter: Matter): Round | undefined => {
  const current = currentRound(matter);
  const cameSince = (round: Round): boolean => round.answers.at(-1)?.duringRound === current.number;
  return matter.rounds.findLast((round) => isAnswered(round) && cameSince(round));
};

export const standingOf = (matter: Matter, protocols: ProtocolBook): Standing => {
  const current = currentRound(matter);
  const stage = stageOfRound(current, protocols);
  if (isAnswered(current)) return judgedStanding(current, stage);
  if (isRecalled(matter, protocols)) return 'accepted';
  return stage.needs === 'report-only' ? 'reported' : 'awaiting-answer';
};

/** The stage whose judges close it: the one that runs, or an earlier one whose late answer is accepted in its place. */
export const stageToClose = (matter: Matter, protocols: ProtocolBook): Stage => {
  const current = currentRound(matter);
  const judged = !isAnswered(current) && isRecalled(matter, protocols) ? roundToJudge(matter) : undefined;
  return stageOfRound(judged ?? current, protocols);
};

/** An answer or a verdict, which itself says where it leaves the dispute. */
export const withStanding = <Event extends Extract<DisputeEvent, { data: { standing: Standing } }>>(
  event: Event,
  state: DisputeState,
  context: DisputeContext,
): Event => {
  const after = afterThese([event], state, context);
  if (after.status !== 'open') return event;
  return { ...event, data: { ...event.data, standing: standingOf(after.matter, context.protocols) } };
};

/** The dispute as some events leave it that are not stored yet. */
export const afterThese = (
  events: readonly DisputeEvent[],
  state: DisputeState,
  { actor, now }: Pick<DisputeContext, 'actor' | 'now'>,
): DisputeState =>
  events.reduce<DisputeState>(
    (before, event) => evolve(before, { ...event, metadata: { ...OF_NO_COMMAND, actor, occurredAt: now } }),
    state,
  );

const OF_NO_COMMAND = {
  commandId: '',
  commandDigest: '',
  $correlationId: '',
  $causationId: '',
  schemaVersion: 1,
} as const;

/** An answer that came after the dispute had gone up takes it back only by being accepted; till then the higher stage runs. */
const isRecalled = (matter: Matter, protocols: ProtocolBook): boolean => {
  const earlier = roundToJudge(matter);
  return earlier !== undefined && judgedStanding(earlier, stageOfRound(earlier, protocols)) === 'accepted';
};

const judgedStanding = (round: RoundStanding, stage: Stage): Standing => {
  const settlers = settlingJudges(stage);
  const escalators = escalatingJudges(stage);
  if (settlers.every((judge) => round.verdicts[judge] === 'satisfied')) return 'accepted';
  if (isTakenUp(round) || escalators.every((judge) => isDissatisfied(round, judge))) return 'not-accepted';
  return judgesStillToSpeak(round, stage).length > 0 ? 'awaiting-judgement' : 'judges-differ';
};

/** The meeting for which its stage waited takes it up, which is the answer of the stage and asks for no verdict. */
export const isTakenUp = ({ answers }: Pick<RoundStanding, 'answers'>): boolean =>
  answers.some(({ takenUp }) => takenUp === true);

const isDissatisfied = (round: RoundStanding, judge: PostKind): boolean =>
  round.verdicts[judge] !== undefined && round.verdicts[judge] !== 'satisfied';

/**
 * The stage is settled when each of these is satisfied; the IRO where the protocol names nobody, or nobody but those who must answer:
 * an answer and its judgement are acts of separate posts, and no stage may wait for a judge who cannot speak.
 */
export const settlingJudges = (stage: Stage): PostKind[] => {
  const independent = independentOf(stage, seatsOf(stage.judges, 'iro'));
  return independent.length > 0 ? independent : [independentOf(stage, ['iro'])[0] ?? 'iro-manager'];
};

const independentOf = (stage: Stage, seats: readonly PostKind[]): PostKind[] => {
  const asked = seatsOf(stage.addressees);
  return seats.filter((seat) => !asked.includes(seat));
};

/** The dispute may go up when each of these is not. */
export const escalatingJudges = (stage: Stage): PostKind[] => {
  const independent = independentOf(stage, seatsOf(stage.escalationJudges));
  return independent.length > 0 ? independent : settlingJudges(stage);
};

export const judgesOf = (stage: Stage): PostKind[] => [
  ...new Set([...settlingJudges(stage), ...escalatingJudges(stage)]),
];

export const judgesStillToSpeak = (round: RoundStanding, stage: Stage): PostKind[] =>
  isTakenUp(round) ? [] : judgesOf(stage).filter((judge) => round.verdicts[judge] === undefined);
