import type { Instant, LocalDate } from '../calendar/calendar.js';
import { assertNever } from '../platform/decider.js';
import type { PostKind, ProtocolBook } from '../protocol/protocol.js';
import { currentRound, type DisputeState, type Matter } from './dispute.js';
import { seatsOf } from './seats.js';
import {
  judgesOf,
  judgesStillToSpeak,
  postsStillToAnswer,
  roundToJudge,
  settlingJudges,
  standingOf,
  stageOfRound,
} from './standing.js';

/** Who must act next, and by when. `iro` stands also for the chair who acts as one. */
export interface WaitingFor {
  /** What for: an answer, a judgement, a word on where it goes from here, or the closing. */
  readonly what: 'answer' | 'judgement' | 'decision' | 'closing';
  readonly roles: readonly PostKind[];
  /** Team that must answer; null where it is for the judges, or for a post of the whole council. */
  readonly team: string | null;
  readonly dueOn: LocalDate | null;
  readonly dueAt: Instant | null;
}

/** Every open dispute waits for somebody; one that is not raised, only imported, or ended waits for nobody (null). */
export const waitingFor = (state: DisputeState, protocols: ProtocolBook): WaitingFor | null => {
  if (state.status !== 'open') return null;
  const { matter } = state;
  const standing = standingOf(matter, protocols);
  switch (standing) {
    case 'awaiting-answer':
      return answerFrom(matter);
    case 'awaiting-judgement':
    case 'judges-differ':
      return judgementFrom(matter, protocols);
    case 'not-accepted':
      return forJudges('decision', ['iro', ...seatsOf(stageNow(matter, protocols).escalatedBy)]);
    case 'reported':
      return forJudges('decision', ['iro', ...settlingJudges(stageNow(matter, protocols))]);
    case 'accepted':
      return forJudges('closing', ['iro', ...settlingJudges(stageNow(matter, protocols))]);
    default:
      return assertNever(standing);
  }
};

const stageNow = (matter: Matter, protocols: ProtocolBook) => stageOfRound(currentRound(matter), protocols);

const answerFrom = (matter: Matter): WaitingFor => {
  const round = currentRound(matter);
  return {
    what: 'answer',
    roles: postsStillToAnswer(round),
    team: round.addressee.team,
    dueOn: round.deadline?.dueOn ?? null,
    dueAt: round.deadline?.dueAt ?? null,
  };
};

/** Those who have not spoken; where all have and they differ, all of them again. */
const judgementFrom = (matter: Matter, protocols: ProtocolBook): WaitingFor => {
  const round = roundToJudge(matter, protocols)!;
  const stage = stageOfRound(round, protocols);
  const silent = judgesStillToSpeak(round, stage);
  return forJudges('judgement', silent.length > 0 ? silent : ['iro', ...judgesOf(stage)]);
};

/** No source gives a judge a date, so none is made up. */
const forJudges = (what: WaitingFor['what'], roles: readonly PostKind[]): WaitingFor => ({
  what,
  roles: [...new Set(roles)],
  team: null,
  dueOn: null,
  dueAt: null,
});
