import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { assertNever } from '../../platform/decider.js';
import type { PostKind, ProtocolBook, Stage } from '../../protocol/protocol.js';
import { currentRound, type DisputeState } from '../dispute.js';
import type { Standing } from '../events.js';
import { seatsOf } from '../seats.js';
import { addressedTo } from '../teams-asked.js';
import { answerDate } from './dates.js';
import { standsStill } from './late.js';
import {
  judgesStillToSpeak,
  postsStillToAnswer,
  type RoundStanding,
  settlingJudges,
  stageOfRound,
  stageToClose,
  standingOf,
  stillToAnswer,
} from './standing.js';

/** The posts that must act next, and by when. `iro` stands also for the chair who acts as one. */
export interface WaitingFor extends Awaited {
  /** Team that must answer; null where it is for the judges, or for a post of the whole council. */
  readonly team: string | null;
  /** The other teams of siblings whose answer is still to come. */
  readonly alsoTeams: readonly string[];
  /** Person id of the one who is named to answer in place of those who may not read it; left out where nobody is. */
  readonly person?: string;
  /** Null where none is set, and while the clock stands still: nobody knows then what the date will be. */
  readonly dueOn: LocalDate | null;
  readonly dueAt: Instant | null;
}

const NO_DATE = { dueOn: null, dueAt: null } as const;

export interface Awaited {
  /** The act that is awaited: an answer, a judgement, a word on where it goes from here, or the closing. */
  readonly what: 'answer' | 'judgement' | 'decision' | 'closing';
  readonly roles: readonly PostKind[];
}

/** Every open dispute waits for somebody; one that is not raised, only imported, or ended waits for nobody (null). */
export const waitingFor = (state: DisputeState, protocols: ProtocolBook): WaitingFor | null => {
  if (state.status !== 'open') return null;
  const round = currentRound(state.matter);
  const standing = standingOf(state.matter, protocols);
  const stage = standing === 'accepted' ? stageToClose(state.matter, protocols) : stageOfRound(round, protocols);
  const { what, roles } = awaitedOf(standing, round, stage);
  // No source gives a judge a date, so none is made up.
  if (what !== 'answer') return { what, roles, team: null, alsoTeams: [], ...NO_DATE };
  const { dueOn, dueAt } = standsStill(answerDate(round, state.matter)) ? NO_DATE : (round.deadline ?? NO_DATE);
  const { team, alsoTeams = [] } = addressedTo(
    stillToAnswer(round, stageOfRound(round, protocols)).map((each) => each.team),
  );
  const { person } = round.addressee;
  return { what, roles, team, alsoTeams, dueOn, dueAt, ...(person === undefined ? {} : { person }) };
};

/**
 * The act that a round waits for in its standing, and the posts that owe it.
 *
 * @param stage its stage; where an answer is accepted, the stage of that answer
 */
export const awaitedOf = (standing: Standing, round: RoundStanding, stage: Stage): Awaited => {
  switch (standing) {
    case 'awaiting-answer':
      return awaited('answer', postsStillToAnswer(round, stage));
    case 'awaiting-judgement':
      return awaited('judgement', judgesStillToSpeak(round, stage));
    // Each may still think again; where the protocol makes nothing of it, the IRO decides where it goes.
    case 'judges-differ':
      return awaited('decision', ['iro']);
    case 'not-accepted':
      return awaited('decision', ['iro', ...seatsOf(stage.escalatedBy)]);
    case 'reported':
      return awaited('decision', ['iro', ...settlingJudges(stage)]);
    case 'accepted':
      return awaited('closing', ['iro', ...settlingJudges(stage)]);
    default:
      return assertNever(standing);
  }
};

const awaited = (what: Awaited['what'], roles: readonly PostKind[]): Awaited => ({ what, roles: [...new Set(roles)] });
