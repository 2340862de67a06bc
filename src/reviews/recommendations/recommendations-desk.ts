import { Inject, Injectable } from '@nestjs/common';
import { requirePost, type RelationsFrom } from '../../access/access.js';
import type { Permission, Relation } from '../../access/access-table.js';
import { actorFrom, type AskedBy, type Asker, seesAll } from '../../access/asker.js';
import type { SentWith } from '../../access/sent.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { covers, relationsToChild } from '../../directory/relations.js';
import { Deciding } from '../../disputes/deciding.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { Actor, RecordedEvent } from '../../platform/event-store/event-store.js';
import { Executor } from '../../platform/executor.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { notFound } from '../../platform/http/problem.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { RecommendationsAct } from './acts.js';
import { recommendationsDecider, type RecommendationsState, recommendationsStream } from './recommendations.js';

export interface RecommendationsFound {
  readonly state: RecommendationsState;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
}

const PERMISSIONS: { readonly [Type in RecommendationsAct['type']]?: Permission } = {
  send: 'recommendations.send',
  agree: 'recommendations.answer',
  disagree: 'recommendations.answer',
  'note-raised': 'recommendations.decide',
  'let-stand': 'recommendations.decide',
};

/** Where the recommendations of reviews are read and acted on. */
@Injectable()
export class RecommendationsDesk {
  constructor(
    private readonly executor: Executor,
    private readonly deciding: Deciding,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` where there are none, or none for this person to know of */
  async find(reference: string, asker: AskedBy): Promise<RecommendationsFound> {
    const { state, revision, events } = await this.executor.load(
      recommendationsStream(reference),
      recommendationsDecider,
    );
    if (state === null) throw notFound();
    if (!seesAll(asker)) this.actorFor(state, asker, 'recommendations.read');
    return { state, revision, events };
  }

  async act(reference: string, act: RecommendationsAct, sent: SentWith, asSent?: unknown): Promise<WrittenDto> {
    const about = act.type === 'send' ? { ...act, answeredBy: [] } : (await this.find(reference, sent.asker)).state;
    const actor = this.actorFor(about, sent.asker, PERMISSIONS[act.type]!);
    const envelope = envelopeOf(sent, actor, this.clock.now(), asSent);
    const context = await this.deciding.contextOf(envelope);
    const stream = recommendationsStream(reference);
    return new WrittenDto(
      reference,
      await this.executor.execute(stream, recommendationsDecider, act, context, envelope),
    );
  }

  /** @throws Problem `not-found`, `not-yours` */
  private actorFor(
    about: Pick<RecommendationsState, 'child' | 'team' | 'answeredBy'>,
    asker: Asker,
    permission: Permission,
  ): Actor {
    return actorFrom(asker, requirePost(asker, permission, this.relationsTo(about, asker), ['recommendations.read']));
  }

  /** What the asker is to the child today, and whether the post is one that was asked. */
  private relationsTo(
    { child: childId, team, answeredBy }: Pick<RecommendationsState, 'child' | 'team' | 'answeredBy'>,
    asker: Asker,
  ): RelationsFrom {
    const today = londonDate(this.clock.now());
    const child = this.directory.child(childId, today);
    if (child === undefined) throw notFound();
    const toChild = relationsToChild(child, asker, this.directory, today);
    return (post): readonly Relation[] => {
      const isAsked = answeredBy.includes(post.kind) && (team === null || covers(post, team, this.directory, today));
      return [...toChild(post), ...(isAsked ? (['addressee'] as const) : [])];
    };
  }
}
