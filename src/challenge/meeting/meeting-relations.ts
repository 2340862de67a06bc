import { Inject, Injectable } from '@nestjs/common';
import { mayKnow, noRelation, postThatMay, type RelationsFrom } from '../../access/access.js';
import type { Relation } from '../../access/access-table.js';
import { type AskedBy, type Asker, relationsByOwner, seesAll } from '../../access/asker.js';
import { look } from '../../access/named/look.js';
import { StandIns } from '../../access/named/stand-ins.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { ownersOf } from '../../disputes/relations.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { Executor } from '../../platform/executor.js';
import { notFound } from '../../platform/http/problem.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { About } from '../events.js';
import { challengeMeetingDecider } from './decide.js';
import { isInvited, type Meeting, type MeetingState, meetingStream } from './meeting.js';
import type { MeetingOnRecord } from './meeting-keeper.js';

/** All of it; only the items about one's own children; or the frame without anything that was written. */
export type MeetingExtent = 'full' | 'own' | 'outline';

/** Any of these lets a person know that a meeting exists; the first that holds says how much of it they see. */
export const MEETING_READS = ['challenge.read', 'challenge.read-own', 'challenge.read-outline'] as const;

interface MeetingLookedFor {
  readonly state: MeetingState;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
}

/** What somebody is to one meeting. For a list of them the same is said in SQL: see {@link visibleMeetings}. */
@Injectable()
export class MeetingRelations {
  constructor(
    private readonly executor: Executor,
    private readonly standIns: StandIns,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` for one that is not there, or is not for this person to know */
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

  /** From each of their posts: one of those that sit in it; and the IRO or chair of a child on its agenda. */
  to(meeting: MeetingState, asker: Asker): RelationsFrom {
    if (meeting.status === 'not-arranged') return noRelation;
    const own = meeting.items.flatMap(({ about }) => this.toItem(about, asker));
    return (post) => [...(isInvited(meeting, post.kind) ? (['sits'] as const) : []), ...own];
  }

  /** @throws Problem `not-found` for one that is not for this person to know */
  extentFor(asker: AskedBy, meeting: Meeting): MeetingExtent {
    if (seesAll(asker)) return 'full';
    const relationsFrom = this.to(meeting, asker);
    if (postThatMay(asker, 'challenge.read', relationsFrom)) return 'full';
    if (postThatMay(asker, 'challenge.read-own', relationsFrom)) return 'own';
    if (postThatMay(asker, 'challenge.read-outline', relationsFrom)) return 'outline';
    throw notFound();
  }

  /** About a child whose IRO or chair the asker is, or covers for, or a dispute that they hold. */
  isOwn(about: About, asker: AskedBy): boolean {
    return !seesAll(asker) && this.toItem(about, asker).length > 0;
  }

  private toItem(about: About, asker: Asker): Relation[] {
    if (about.kind === 'theme') return [];
    const row = this.readModels.get<{ held_by: string | null; children: string }>(
      'SELECT held_by, children FROM dispute_register WHERE reference = ?',
      [about.dispute],
    );
    if (row === undefined) return [];
    const children = JSON.parse(row.children) as string[];
    const today = londonDate(this.clock.now());
    return relationsByOwner(asker, ownersOf(row.held_by, children, this.directory, today));
  }
}
