import type { LocalDate } from '../../src/calendar/calendar.js';
import type { Addressee, AnswerGiven, DisputeRedirected, StageBegun } from '../../src/disputes/events.js';
import { isGivenByItsSender } from '../../src/disputes/given-by-its-sender.js';
import { addressedTo, followedBy, teamsAsked } from '../../src/disputes/teams-asked.js';
import { COUNTS_AS, type PostKind, type Stage } from '../../src/protocol/protocol.js';
import type { DisputeRow, StageStep } from './dispute-row.js';

/*
 * Stages and rounds: who is asked, since when, and how far a dispute has come.
 */

export const answerIn = (answer: AnswerGiven, person: string): DisputeRow['answered_by'][number] => ({
  role: answer.role,
  ...(answer.forTeams === undefined ? {} : { forTeams: answer.forTeams }),
  ...(isGivenByItsSender(answer) ? { person } : {}),
});

export const including = (posts: readonly PostKind[], post: PostKind): readonly PostKind[] =>
  posts.includes(post) ? posts : [...posts, post];

/** Never lower than before: what has been formal stays formal, wherever it is sent back to. */
export const countedAt = (
  before: Pick<DisputeRow, 'kind' | 'counts_as' | 'formal_on'>,
  { countsAs }: Pick<StageBegun, 'countsAs'>,
  day: LocalDate,
): Pick<DisputeRow, 'kind' | 'counts_as' | 'formal_on'> => {
  const isHigher = before.counts_as === null || COUNTS_AS.indexOf(countsAs) > COUNTS_AS.indexOf(before.counts_as);
  const isFormal = countsAs === 'formal';
  return {
    kind: isFormal ? 'formal' : before.kind,
    counts_as: isHigher ? countsAs : before.counts_as,
    formal_on: before.formal_on ?? (isFormal ? day : null),
  };
};

/** The highest stage that it has reached on the ladder of a stage that begins: on another ladder the same number is another stage. */
export const highestOn = (
  { ladder, number }: StageBegun,
  row: Pick<DisputeRow, 'ladder' | 'stage' | 'stage_history'>,
): number => {
  const before = row.stage_history.filter((each) => each.ladder === ladder).map(({ stage }) => stage);
  return Math.max(number, ...before, ...(ladder === row.ladder ? [row.stage] : []));
};

export const step = (stage: StageBegun, beganOn: LocalDate, because: StageStep['because']): StageStep => ({
  ladder: stage.ladder,
  stage: stage.number,
  name: stage.name,
  beganOn,
  because,
});

/** The posts that are asked from now on, and the person who answers in place of their holders, if one is named. */
export const addressedNow = (
  addressee: Addressee,
): Pick<DisputeRow, 'addressed_team' | 'addressed_also' | 'addressed_posts' | 'answers_alone'> => ({
  addressed_team: addressee.team,
  addressed_also: addressee.alsoTeams ?? [],
  addressed_posts: addressee.posts,
  answers_alone: addressee.person ?? null,
});

export const addresseeOf = (row: DisputeRow): Addressee => ({
  ...addressedTo([row.addressed_team, ...row.addressed_also]),
  posts: [...row.addressed_posts],
  ...(row.answers_alone === null ? {} : { person: row.answers_alone }),
});

/** The person who answers instead of the holders of the posts that are asked; null where those do. */
export const answeredInTheirPlace = (row: DisputeRow, person: string | null) => {
  const asked = { ...row, answers_alone: person };
  // A row of a register that nobody has taken on asks nobody.
  if (row.round === 0) return { answers_alone: person };
  return { answers_alone: person, asked_in_rounds: askedIn(row.round, addresseeOf(asked), row) };
};

export const askedIn = (
  round: number,
  addressee: Addressee,
  { asked_in_rounds: before }: DisputeRow,
): readonly Addressee[] => [...before.slice(0, round - 1), addressee, ...before.slice(round)];

/** As the child moved to another team, or one took over: of what is done already too, of which nobody is asked. */
export const passedOn = (asked: DisputeRow['offered_by'], redirected: DisputeRedirected): DisputeRow['offered_by'] =>
  Object.fromEntries(Object.entries(asked).map(([actionId, each]) => [actionId, followedBy(each, redirected)]));

/** What was said for the teams that are asked, and for no other; of several teams each is said for. */
export const saidFor = <Said extends DisputeRow['received_by'][number]>(
  said: readonly Said[],
  teams: readonly (string | null)[],
): readonly Said[] =>
  said.flatMap((each) => {
    if (each.forTeams === undefined) return [each];
    const forTeams = each.forTeams.filter((team) => teams.includes(team));
    return forTeams.length === 0 ? [] : [{ ...each, forTeams }];
  });

/** As a team takes over the part of another that was asked beside it: until the answer is whole, it is to answer for all of its part. */
export const joined = (
  row: DisputeRow,
  { to, joins }: DisputeRedirected,
): Partial<Pick<DisputeRow, 'answered_by' | 'received_by'>> => {
  if (joins === undefined || row.standing !== 'awaiting-answer') return {};
  const others = teamsAsked(to).filter((team) => team !== joins);
  return { answered_by: saidFor(row.answered_by, others), received_by: saidFor(row.received_by, others) };
};

/** Asked once more of the same people, unless a new stage says otherwise ({@link atStage}). */
export const newRound = (
  round: number,
  needs: Stage['needs'],
): Pick<
  DisputeRow,
  | 'round'
  | 'standing'
  | 'answered_by'
  | 'received_by'
  | 'accepted_by'
  | 'rejected_by'
  | 'late_answer'
  | 'answered_on'
  | 'agreement'
  | 'paused_on'
> => ({
  round,
  paused_on: null,
  standing: needs === 'report-only' ? 'reported' : 'awaiting-answer',
  answered_by: [],
  received_by: [],
  accepted_by: [],
  rejected_by: [],
  late_answer: null,
  answered_on: null,
  agreement: null,
});

/** Each stage has its own clock: until its date is set, none is due. */
export const atStage = (stage: StageBegun, addressee: Addressee, protocolVersion: number): Partial<DisputeRow> => ({
  current_stage: stage.number,
  ladder: stage.ladder,
  stage_name: stage.name,
  protocol_version: protocolVersion,
  ...addressedNow(addressee),
  standing: 'awaiting-answer',
  answered_by: [],
  received_by: [],
  accepted_by: [],
  rejected_by: [],
  late_answer: null,
  first_due_on: null,
  due_on: null,
  due_at: null,
  paused_on: null,
  extension_asked_for: null,
  send_back_asked: null,
});

export const NOTHING_ASKED = { extension_asked_for: null, send_back_asked: null } as const;
