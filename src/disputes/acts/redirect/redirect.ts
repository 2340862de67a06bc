import { disputeAct, WORDS, ANOTHER } from '../dispute-act.js';
import type { Told } from '../sentence.js';
import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import { refuse } from '../../../platform/decider.js';
import { clocksStarted, deadlineOf } from '../../time/clock.js';
import { countedAnew } from '../../time/counted-from.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter, type Round } from '../../dispute.js';
import type { Addressee, DisputeEvent, DisputeRedirected } from '../../events.js';
import { mustBeAnsweredAt } from '../../left-out.js';
import {
  currentStage,
  isByTheProgram,
  isNamedIn,
  isTheIro,
  mustAwaitAnswer,
  mustBeOpen,
  mustBeRaised,
  mustSay,
  notYours,
  protocolOf,
  seatIn,
} from '../../rules.js';
import { answerDate } from '../../time/dates.js';
import { hasTime } from '../../time/late.js';
import { isAnswered, stageOfRound, stillToAnswer } from '../../time/standing.js';
import { addressedTo, eachTeamOf, isOfSeveralTeams, passedOnTo, teamsAsked } from '../../teams-asked.js';

export interface Redirect {
  type: 'redirect';
  toTeam: string;
  /** If several teams must answer, the one in whose place it comes; the sender's own unless told. */
  fromTeam?: string;
  reason: string;
}

/**
 * To the team that it belongs to. It stays counted under the team of the day it was raised. The protocol says whether the clock
 * restarts, which it does once for each team; a date that has passed is not wiped out by passing the dispute on.
 *
 * Siblings of several teams are asked of each: one of these alone is changed, and the clock of the others runs on.
 *
 * A person who is named to answer in place of others goes on answering where a restricted one follows its child: the same person has the
 * same time. If people pass it on, the team that they choose answers.
 *
 * @throws Refusal `redirecting-not-yours`, `same-team`, `which-team`, `nobody-on-the-list-answers`
 */
export const redirect = (act: Redirect, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  // In one that has ended, what is left to do follows the child.
  const matter = isByTheProgram(context) ? mustBeRaised(state).matter : mustBeOpen(state);
  mustSay(act.reason, 'why it belongs to the other team');
  // A dispute follows its child whatever it waits for: the person who is asked next is of the child’s team.
  const round = isByTheProgram(context) ? currentRound(matter) : mustAwaitAnswer(matter, context);
  mustBeAllowedToRedirect(matter, round, context);
  const from = round.addressee;
  const teams = teamsAsked(from);
  const fromTeam = teamPassedOn(act, matter, round, context);
  mustBeAnotherTeam(act.toTeam, teams, round, context);
  const stage = currentStage(matter, context);
  const { person, team: _team, alsoTeams: _alsoTeams, ...posts } = from;
  // By following its child it stays with whoever the IRO named; people who pass it on choose the team.
  const named = isByTheProgram(context) && person !== undefined ? { person } : {};
  const restarts = !('person' in named) && mayRestart(act.toTeam, round, matter, context);
  const clock = restarts ? stage.onRedirect : 'runs-on';
  const to = { ...addressedTo(teams.map((team) => (team === fromTeam ? act.toTeam : team))), ...posts, ...named };
  mustBeAnsweredAt(matter, to, context);
  const joins = teams.includes(act.toTeam) ? { joins: act.toTeam } : {};
  const redirected: DisputeEvent = {
    type: 'DisputeRedirected',
    data: { from, to, reason: act.reason, clock, ...joins },
  };
  if (clock === 'runs-on') return [redirected];
  const meetingOn = stage.clock.unit === 'meeting' ? deadlineOf(round).dueOn : null;
  return [
    redirected,
    ...clocksStarted(
      'redirected',
      round.number + 1,
      round.protocolVersion,
      stage,
      meetingOn,
      context,
      countedAnew(round, stage, context.today),
    ),
  ];
};

/** Of several teams the one that is named, or the sender's own, as long as its answer is still to come. */
const teamPassedOn = ({ fromTeam }: Redirect, matter: Matter, round: Round, context: DisputeContext): string | null => {
  if (!isOfSeveralTeams(round.addressee)) return round.addressee.team;
  const still = isAnswered(round) ? eachTeamOf(round.addressee) : stillToAnswer(round, currentStage(matter, context));
  const open = still.flatMap(({ team }) => team ?? []);
  const own = context.ownTeams?.(open, matter.subject.children) ?? open;
  const [only, another] = fromTeam === undefined ? own : open.filter((team) => team === fromTeam);
  if (only !== undefined && another === undefined) return only;
  return refuse(
    'which-team',
    'Several teams must answer this. Name in fromTeam the one, of those that have not answered, in whose place another comes.',
  );
};

/**
 * One that is asked beside the other takes over its part. Where it has given its own answer, people answer for their part themselves; a child
 * who goes there, or a team that ends, leaves nobody else, so that team answers once more.
 */
const mustBeAnotherTeam = (
  toTeam: string,
  teams: readonly (string | null)[],
  round: Round,
  context: DisputeContext,
): void => {
  const stage = stageOfRound(round, context.protocols);
  const hasAnswered = !isAnswered(round) && !stillToAnswer(round, stage).some(({ team }) => team === toTeam);
  const takesOver = !hasAnswered || isByTheProgram(context);
  if (teams.includes(toTeam) && (teams.length === 1 || !takesOver))
    refuse('same-team', 'It is addressed to that team already.');
};

/** Once for each team at a stage, and not once it is late: passing it to and fro gains no time, and wipes out no date that has passed. */
const mayRestart = (toTeam: string, round: Round, matter: Matter, context: DisputeContext): boolean =>
  hasTime(answerDate(round, matter), context.now) &&
  !isOfSeveralTeams(round.addressee) &&
  !matter.asked.some(
    ({ team, posts }) => team === toTeam && posts.every((post) => round.addressee.posts.includes(post)),
  );

/** Those addressed may say that it is not theirs; the IRO and the IRO's manager may put it right. */
const mustBeAllowedToRedirect = (matter: Matter, round: Round, context: DisputeContext): void => {
  const named = isNamedIn([...round.addressee.posts, 'iro-manager', 'business-support'], seatIn(matter, context));
  if (!isByTheProgram(context) && !named && !isTheIro(matter, context)) {
    notYours(
      'redirecting-not-yours',
      `This is redirected by ${anyOfPosts([...round.addressee.posts, 'iro', 'iro-manager'], protocolOf(matter, context))}. You can add a note.`,
    );
  }
};

/** The team to which it was passed on, where the reader may know it. */
const teamIn = ({ from, to, joins }: Told<DisputeRedirected>['data']): string | null =>
  from && to ? passedOnTo({ from: from as Addressee, to: to as Addressee, ...(joins ? { joins } : {}) }) : null;

export const redirectAct = disputeAct({
  type: 'redirect',
  decide: redirect,
  route: 'redirect',
  sample: (): Redirect => ({ type: 'redirect', toTeam: ANOTHER, reason: WORDS }),
  events: {
    DisputeRedirected: {
      version: 1,
      sentence: ({ who, words, data, team }) =>
        `${who} passed the ${words.dispute} on to ${team(teamIn(data)) ?? 'another team'}.`,
    },
  },
});
