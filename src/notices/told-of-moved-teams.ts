import type { Instant } from '../calendar/calendar.js';
import { addDays, londonDate, startOfDay } from '../calendar/dates.js';
import { withTeamInService } from '../directory/as-before.js';
import type { TeamMoved, TeamRegistered } from '../directory/events.js';
import { teamStream } from '../directory/team.js';
import { disputeDecider } from '../disputes/decide.js';
import type { DisputeState } from '../disputes/dispute.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { recommendationsDecider, recommendationsStream } from '../reviews/recommendations/recommendations.js';
import { isMarkedUrgent } from './addressed.js';
import { askedByTheChange, askedInADispute, asTold, type DirectoryChange } from './asked-in-a-dispute.js';
import { folded } from './folded.js';
import type { NoticeKind } from './kinds.js';
import type { Addressed } from './recipients.js';
import { tellsOf } from './table/table.js';
import { askedByRecommendations } from './told-of-recommendations.js';
import type { WorkerParts } from './told-of-workers.js';
import type { Wanted } from './who-is-told.js';

/** A team that has belonged to more than one service. */
export interface TeamOnceMoved {
  readonly team: string;
  /** Services to which it was said to belong, one after the other. */
  readonly services: number;
}

export const teamsOnceMoved = (readModels: ReadModels): TeamOnceMoved[] =>
  readModels.all<{ team: string; services: number }>(
    `SELECT team, json_array_length(services) AS services FROM teams WHERE json_array_length(services) > 1 ORDER BY team`,
  );

/** Days for which it is looked whether people have been told of it, where the program was not running on the first of them. */
const LATELY = 7;

/** A team begins to belong to another service, or to none. */
export interface TeamInService {
  readonly by: RecordedEvent;
  readonly service: string | null;
  readonly before: string | null;
  /** The moment from which it is so: the beginning of a day that was to come, or else the moment at which it was recorded. */
  readonly from: Instant;
}

/**
 * The moves of a team that have begun of late. One that another takes the place of before its first day never begins.
 *
 * @param began the moment before which nobody is told anything
 */
export const movesBegun = (history: readonly RecordedEvent[], began: Instant, now: Instant): TeamInService[] => {
  const since = laterOf(began, startOfDay(addDays(londonDate(now), -LATELY)));
  const belongs = history.filter(({ type }) => type === 'TeamRegistered' || type === 'TeamMovedToService');
  return belongs.flatMap((by, index) => {
    if (by.type !== 'TeamMovedToService') return [];
    const { service, from: day } = dataOf(by);
    const from = day === null ? by.recordedAt : laterOf(by.recordedAt, startOfDay(day));
    if (from < since || from > now) return [];
    const holdsBy = (each: RecordedEvent): boolean => (dataOf(each).from ?? '') <= londonDate(from);
    if (belongs.slice(index + 1).some((each) => each.recordedAt <= from && holdsBy(each))) return [];
    const before = belongs.slice(0, index).findLast(holdsBy);
    return before === undefined ? [] : [{ by, service, before: dataOf(before).service, from }];
  });
};

/** A team belongs from the beginning to the service with which it is registered. */
const dataOf = ({ type, data }: RecordedEvent): Pick<TeamMoved, 'service' | 'from'> =>
  type === 'TeamRegistered'
    ? { service: (data as unknown as TeamRegistered).service, from: null }
    : (data as unknown as TeamMoved);

const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/**
 * A team takes with it what is asked for it of the posts of its service: those of the next one hear of each record, and those of the one
 * until then of each in which something was asked of them. Any record may ask something for a team, so each that is open is looked at.
 */
export const toldOfMovedTeam = async (
  team: string,
  { by, service, before, from }: TeamInService,
  { store, readModels, directory, protocols }: WorkerParts,
): Promise<Addressed[]> => {
  if (service === before) return [];
  const change: DirectoryChange = {
    before: withTeamInService(directory, team, before),
    after: withTeamInService(directory, team, service),
    on: londonDate(from),
  };
  const asItStood = async (stream: string): Promise<RecordedEvent[]> =>
    (await store.read(stream)).filter(
      ({ recordedAt, position }) => recordedAt < from || (by.recordedAt === from && position < by.position),
    );
  const rules = await protocols.current();
  const row = { news: noticesTo('answers-for-the-team'), ends: noticesTo('answered-for-the-team') };
  const told: Addressed[] = [];
  for (const reference of openDisputes(readModels)) {
    const history = await asItStood(`dispute-${reference}`);
    const state: DisputeState = folded(disputeDecider, history);
    const urgent = isMarkedUrgent(history) ? { isUrgent: true as const } : {};
    const wanted = askedInADispute(state, rules);
    const { lost } = askedByTheChange(wanted, change, state);
    const { gained } = askedByTheChange(wanted.map(withoutTheLast), change, state);
    const asked = asTold({ gained, lost }, row);
    told.push(...asked.map((each) => ({ ...each, ...urgent })));
  }
  for (const reference of openRecommendations(readModels, team)) {
    const state = folded(recommendationsDecider, await asItStood(recommendationsStream(reference)));
    const wanted = state === null ? [] : askedByRecommendations(state);
    told.push(...asTold(askedByTheChange(wanted, change, null), row));
  }
  return told;
};

/** The IRO hears of an action that falls to them for want of anybody else as of all that falls to somebody (`fallen.ts`). */
const withoutTheLast = (wanted: Wanted): Wanted =>
  'owner' in wanted.to ? { ...wanted, to: { ...wanted.to, atLast: [] } } : wanted;

/** As the row of the table has it. */
const noticesTo = (whom: 'answers-for-the-team' | 'answered-for-the-team'): NoticeKind[] =>
  tellsOf('team', 'TeamMovedToService')
    .filter(({ to }) => to === whom)
    .map(({ notice }) => notice);

const openDisputes = (readModels: ReadModels): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT reference FROM dispute_register AS register WHERE register.taken_on AND register.kind <> 'conversation'
         AND (register.status = 'open' OR register.actions_outstanding > 0) ORDER BY reference`,
    )
    .map(({ reference }) => reference);

const openRecommendations = (readModels: ReadModels, team: string): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT reference FROM recommendations WHERE team = :team AND standing = 'awaiting-answer' ORDER BY reference`,
      { team },
    )
    .map(({ reference }) => reference);

/** The event by which one of some teams came last to the service to which it belongs; undefined where none was moved. */
export const lastMoved = async (
  teams: readonly string[],
  now: Instant,
  store: Pick<EventStore, 'read'>,
): Promise<RecordedEvent | undefined> => {
  const moves: RecordedEvent[] = [];
  for (const team of new Set(teams)) {
    const history = await store.read(teamStream(team));
    moves.push(...history.filter((each) => each.type === 'TeamMovedToService'));
  }
  const begun = moves.filter((each) => (dataOf(each).from ?? '') <= londonDate(now));
  return begun.sort((one, other) => (one.position < other.position ? -1 : 1)).at(-1);
};
