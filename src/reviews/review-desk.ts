import { Inject, Injectable } from '@nestjs/common';
import { requirePost } from '../access/access.js';
import type { Permission } from '../access/access-table.js';
import { actorFrom, type AskedBy, type Asker, seesAll } from '../access/asker.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { relationsToChild } from '../directory/relations.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Actor, RecordedEvent } from '../platform/event-store/event-store.js';
import { Executor } from '../platform/executor.js';
import { envelopeOf } from '../platform/http/envelope.js';
import { notFound } from '../platform/http/problem.js';
import type { SentWith } from '../access/sent.js';
import { WrittenDto } from '../platform/http/written.dto.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import type { ReviewAct } from './acts.js';
import { reviewDecider, type ReviewState, reviewStream } from './review.js';

export interface ReviewFound {
  readonly state: ReviewState;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
}

/** Where checks are read and acted on: who may follows the child, as it is allocated today. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly executor: Executor,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` where there is none, or none for this person to know of */
  async find(reference: string, asker: AskedBy): Promise<ReviewFound> {
    const { state, revision, events } = await this.executor.load(reviewStream(reference), reviewDecider);
    if (state === null) throw notFound();
    if (!seesAll(asker)) this.actorFor(state.child, asker, 'review.read');
    return { state, revision, events };
  }

  async act(reference: string, act: ReviewAct, sent: SentWith, asSent?: unknown): Promise<WrittenDto> {
    const child = act.type === 'begin' ? act.child : (await this.find(reference, sent.asker)).state.child;
    const envelope = envelopeOf(sent, this.actorFor(child, sent.asker, 'review.check'), this.clock.now(), asSent);
    const done = await this.executor.execute(reviewStream(reference), reviewDecider, act, null, envelope);
    return new WrittenDto(reference, done);
  }

  /** @throws Problem `not-found` for a child who is not for this person to know, `not-yours` */
  private actorFor(childId: string, asker: Asker, permission: Permission): Actor {
    const today = londonDate(this.clock.now());
    const child = this.directory.child(childId, today);
    if (child === undefined) throw notFound();
    const relationsFrom = relationsToChild(child, asker, this.directory, today);
    return actorFrom(asker, requirePost(asker, permission, relationsFrom, ['review.read']));
  }
}
