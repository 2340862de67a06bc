import { Inject, Injectable } from '@nestjs/common';
import { postThatMay, type RelationsFrom } from '../access/access.js';
import type { Permission, Relation } from '../access/access-table.js';
import { type Asker, relationsByOwner } from '../access/asker.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { actorOfCommand, DISPUTE_READS, DisputeDesk } from '../disputes/dispute-desk.js';
import { ownersOf } from '../disputes/relations.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Envelope, Execution } from '../platform/executor.js';
import { envelopeOf } from '../platform/http/envelope.js';
import { malformed, notFound } from '../platform/http/problem.js';
import type { SentWith } from '../access/sent.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { READ_MODELS } from '../platform/store-tokens.js';
import type { MeetingAct } from './acts.js';
import type { About } from './events.js';
import { MeetingKeeper } from './meeting-keeper.js';
import { isInvited, type Meeting, type MeetingState } from './meeting/meeting.js';

/** All of it; only the items about one's own children; or the frame without anything that was written. */
export type MeetingExtent = 'full' | 'own' | 'outline';

const MEETING_READS = ['challenge.read', 'challenge.read-own', 'challenge.read-outline'] as const;

/** Where people's acts on meetings come in: who may is settled here, what may is the decider's. */
@Injectable()
export class MeetingDesk {
  constructor(
    private readonly keeper: MeetingKeeper,
    private readonly disputes: DisputeDesk,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` for one that is not for this person to know */
  extentFor(asker: Asker, meeting: Meeting): MeetingExtent {
    const relationsFrom = this.relationsTo(meeting, asker);
    if (postThatMay(asker, 'challenge.read', relationsFrom)) return 'full';
    if (postThatMay(asker, 'challenge.read-own', relationsFrom)) return 'own';
    if (postThatMay(asker, 'challenge.read-outline', relationsFrom)) return 'outline';
    throw notFound();
  }

  /** About a child whose IRO or chair the asker is, or covers for, or a dispute that they hold. */
  isOwn(about: About, asker: Asker): boolean {
    return this.relationsToItem(about, asker).length > 0;
  }

  private relationsToItem(about: About, asker: Asker): Relation[] {
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

  /** @throws Problem `not-found`, `not-yours`; and the refusals of the act, and of the disputes it would write to */
  async act(id: string, act: MeetingAct, permission: Permission, sent: SentWith): Promise<Execution<MeetingState>> {
    const envelope = await this.mayAct(id, permission, sent);
    if (act.type === 'add-items') await this.mustSeeTheDisputes(act.items, sent.asker);
    return this.keeper.act(id, act, envelope);
  }

  /**
   * Who does it, from which post, and when.
   * @throws Problem `not-found`, `not-yours`
   */
  async mayAct(id: string, permission: Permission, sent: SentWith): Promise<Envelope> {
    const { meeting, events } = await this.keeper.find(id);
    const actor = actorOfCommand(events, sent, permission, this.relationsTo(meeting, sent.asker), MEETING_READS);
    return envelopeOf(sent, actor, this.clock.now());
  }

  private relationsTo(meeting: Meeting, asker: Asker): RelationsFrom {
    const own = meeting.items.flatMap(({ about }) => this.relationsToItem(about, asker));
    return (post) => [...invited(meeting)(post), ...own];
  }

  /** Nobody puts a case on an agenda that they may not see. */
  private async mustSeeTheDisputes(items: readonly { about: About }[], asker: Asker): Promise<void> {
    for (const [index, { about }] of items.entries()) {
      if (about.kind === 'case' && !(await this.maySee(about.dispute, asker)))
        throw malformed(`/items/${index}/dispute`, 'is not the reference of a dispute');
    }
  }

  private async maySee(dispute: string, asker: Asker): Promise<boolean> {
    const found = await this.disputes.find(dispute, asker).catch(() => undefined);
    return found !== undefined && DISPUTE_READS.some((read) => postThatMay(asker, read, found.relationsFrom));
  }
}

/** What somebody is to a meeting: one of its posts, or nothing. */
const invited =
  (meeting: Meeting): RelationsFrom =>
  (post) =>
    isInvited(meeting, post.kind) ? ['sits'] : [];
