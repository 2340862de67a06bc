import { Inject, Injectable } from '@nestjs/common';
import { mayKnow, noRelation, postThatMay, type RelationsFrom } from '../../access/access.js';
import { type Relation, rowFor } from '../../access/access-table.js';
import { type AskedBy, type Asker, relationsByOwner, seesAll } from '../../access/asker.js';
import { look } from '../../access/named/look.js';
import { StandIns } from '../../access/named/stand-ins.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory, Post } from '../../directory/directory.js';
import { covers } from '../../directory/relations.js';
import { keptFromAmong, visibleAmong } from '../../disputes/list/visible-disputes.js';
import { ownersOf } from '../../disputes/relations.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { Executor } from '../../platform/executor.js';
import { notFound } from '../../platform/http/problem.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { PostKind } from '../../protocol/protocol.js';
import type { About } from '../events.js';
import { answersForEveryTeam, peopleIn } from '../seats.js';
import { challengeMeetingDecider } from './decide.js';
import { casesOf, type Meeting, type MeetingItem, type MeetingState, meetingStream } from './meeting.js';
import type { MeetingOnRecord } from './meeting-keeper.js';

/**
 * All of it; what somebody who sits in it, or attended it, may read; only the items about one's own children; or the frame without
 * anything that was written.
 */
export type MeetingExtent = 'full' | 'seated' | 'own' | 'outline';

/** How much of an item is shown: all, with how the case stands; what the meeting wrote about it; or nothing, not even that it is there. */
export type ItemExtent = 'all' | 'minutes' | 'nothing';

/** Somebody who sits in a meeting, under a post that they hold on its day. */
export interface Seated {
  readonly post: PostKind;
  readonly person: string;
}

/** Any of these lets a person know that a meeting exists; the first that holds says how much of it they see. */
export const MEETING_READS = ['challenge.read', 'challenge.read-own', 'challenge.read-outline'] as const;

interface MeetingLookedFor {
  readonly state: MeetingState;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
}

/** The relation of somebody to one meeting. For a list of them the same is said in SQL: see {@link visibleMeetings}. */
@Injectable()
export class MeetingRelations {
  constructor(
    private readonly executor: Executor,
    private readonly standIns: StandIns,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` for one that does not exist, or is not for this person to know */
  async find(id: string, asker: AskedBy): Promise<MeetingOnRecord> {
    const { found, isKnown } = await this.look(id, asker);
    const { state, revision, events } = found;
    if (!isKnown || state.status === 'not-arranged') throw notFound();
    return { meeting: state, revision, events };
  }

  /** A meeting, and whether the asker may know of it. */
  look(id: string, asker: AskedBy): Promise<{ found: MeetingLookedFor; isKnown: boolean }> {
    return look<MeetingLookedFor>(id, {
      load: (each) => this.executor.load(meetingStream(each), challengeMeetingDecider),
      isThere: ({ state }) => state.status !== 'not-arranged',
      mayKnow: ({ state }) =>
        state.status !== 'not-arranged' && (seesAll(asker) || mayKnow(asker, this.to(state, asker), MEETING_READS)),
      standIn: (isToBeThere) => this.standIns.for('meeting', id, isToBeThere),
    });
  }

  /**
   * From each of their posts: a seat in it, or having attended it; the IRO or chair of a child on its agenda; and having undertaken
   * something over a theme; and of a restricted case, being on its list and sitting there.
   * @param itemId where only that item is concerned: the IRO of another child on the agenda is nothing to it
   */
  to(meeting: MeetingState, asker: Asker, itemId?: string): RelationsFrom {
    if (meeting.status === 'not-arranged') return noRelation;
    const items = meeting.items.filter((item) => itemId === undefined || item.itemId === itemId);
    const own = [
      ...items.flatMap(({ about }) => this.toItem(about, asker)),
      ...(items.some((item) => isToActOn(item, meeting, asker)) ? (['named'] as const) : []),
    ];
    const inPerson = peopleIn(meeting).includes(asker.person) || hasAttended(meeting, asker);
    const isListed = items.some(({ about }) => this.isListedIn(about, asker));
    const sitting: Relation[] = isListed ? ['sits', 'listed'] : ['sits'];
    return (post) => [...(inPerson || this.hasSeat(post, meeting) ? sitting : []), ...own];
  }

  /** @throws Problem `not-found` for one that is not for this person to know */
  extentFor(asker: AskedBy, meeting: Meeting): MeetingExtent {
    if (seesAll(asker)) return 'full';
    const relationsFrom = this.to(meeting, asker);
    if (asker.posts.some(({ kind }) => rowFor('challenge.read', kind)?.includes('any'))) return 'full';
    if (postThatMay(asker, 'challenge.read', relationsFrom)) return 'seated';
    if (postThatMay(asker, 'challenge.read-own', relationsFrom)) return 'own';
    if (postThatMay(asker, 'challenge.read-outline', relationsFrom)) return 'outline';
    throw notFound();
  }

  /** How much of each item somebody is shown who may read the meeting that far. */
  itemsFor(asker: AskedBy, meeting: Meeting, extent: MeetingExtent): (item: MeetingItem) => ItemExtent {
    if (seesAll(asker) || extent === 'full' || extent === 'outline') return () => 'all';
    if (extent === 'own')
      return (item) => (this.isOwn(item.about, asker) || isToActOn(item, meeting, asker) ? 'all' : 'nothing');
    const open = visibleAmong(casesOf(meeting), asker, this.directory, this.today(), this.readModels);
    // Of what is kept from them there is a line, without its reference.
    const kept = keptFromAmong(casesOf(meeting), asker, this.today(), this.readModels);
    const attended = hasAttended(meeting, asker);
    return ({ about, status }) => {
      if (about.kind === 'theme' || open.has(about.dispute) || kept.has(about.dispute)) return 'all';
      return attended && status === 'decided' ? 'minutes' : 'nothing';
    };
  }

  /**
   * Everybody who sits in a meeting on its day, each once, under the post by which they do; a person who sits in it as a person, under one that
   * they hold.
   */
  seated(meeting: Meeting): Seated[] {
    const byPost = meeting.posts.flatMap((kind) =>
      this.directory
        .postsHeld(kind, meeting.heldOn)
        .flatMap((held) =>
          held.person === null || !this.hasSeat(held, meeting) ? [] : [{ post: kind, person: held.person }],
        ),
    );
    const asPeople = peopleIn(meeting).flatMap((person) => {
      const [post] = this.directory.postsHeldBy(person, meeting.heldOn);
      return post === undefined ? [] : [{ post: post.kind, person }];
    });
    const all = [...byPost, ...asPeople];
    return all.filter(({ person }, index) => all.findIndex((each) => each.person === person) === index);
  }

  /** About a child whose IRO or chair the asker is, or covers for, or a dispute that they hold. */
  private isOwn(about: About, asker: Asker): boolean {
    return this.toItem(about, asker).length > 0;
  }

  /** A post sits in it for the cases of the teams for which it answers; one that answers for every team sits in it for the themes too. */
  private hasSeat(post: Post, meeting: Meeting): boolean {
    if (!meeting.posts.includes(post.kind)) return false;
    if (answersForEveryTeam(post.kind)) return true;
    return casesOf(meeting).some((dispute) => {
      const row = this.caseOf(dispute);
      const teams =
        row === undefined ? [] : [row.team, row.addressed_team, ...(JSON.parse(row.addressed_also) as string[])];
      return teams.some((team) => team !== null && covers(post, team, this.directory, this.today()));
    });
  }

  private toItem(about: About, asker: Asker): Relation[] {
    if (about.kind === 'theme') return [];
    const row = this.caseOf(about.dispute);
    if (row === undefined) return [];
    const children = JSON.parse(row.children) as string[];
    return relationsByOwner(asker, ownersOf(row.held_by, children, this.directory, this.today()));
  }

  private isListedIn(about: About, { person }: Asker): boolean {
    const readers = about.kind === 'case' ? (this.caseOf(about.dispute)?.restricted_to ?? null) : null;
    return readers !== null && (JSON.parse(readers) as string[]).includes(person);
  }

  private caseOf(dispute: string): CaseRow | undefined {
    return this.readModels.get<CaseRow>(
      'SELECT held_by, children, team, addressed_team, addressed_also, restricted_to FROM dispute_register WHERE reference = ?',
      [dispute],
    );
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}

interface CaseRow {
  readonly held_by: string | null;
  readonly children: string;
  readonly team: string;
  readonly addressed_team: string | null;
  readonly addressed_also: string;
  readonly restricted_to: string | null;
}

/** Named for an action over a theme. */
const isToActOn = ({ itemId, about }: MeetingItem, { actions }: Meeting, { person }: Asker): boolean =>
  about.kind === 'theme' && actions.some((action) => action.itemId === itemId && action.person === person);

const hasAttended = ({ attendance }: Meeting, { person }: Asker): boolean =>
  attendance?.present.some((each) => each.person === person) ?? false;
