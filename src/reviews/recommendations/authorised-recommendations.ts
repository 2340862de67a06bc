import { Inject, Injectable } from '@nestjs/common';
import { mayKnow, noRelation, postThatMay, requirePost, type RelationsFrom } from '../../access/access.js';
import type { Permission, Relation } from '../../access/access-table.js';
import { actorFrom, type AskedBy, type Asker, seesAll } from '../../access/asker.js';
import { look } from '../../access/named/look.js';
import { actorBefore } from '../../access/named/repeats.js';
import { StandIns } from '../../access/named/stand-ins.js';
import type { SentWith } from '../../access/sent.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { isReached, relationsToChild } from '../../directory/relations.js';
import { isKeptByDeath } from '../../disputes/after-death.js';
import { DecisionContexts } from '../../disputes/decision-contexts.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { Actor, RecordedEvent } from '../../platform/event-store/event-store.js';
import { Executor } from '../../platform/executor.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { notFound } from '../../platform/http/problem.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { RecommendationsAct } from './acts.js';
import { recommendationsDecider, type RecommendationsState, recommendationsStream } from './recommendations.js';
import { notRaisedAmong } from '../without-hidden.js';

interface RecommendationsLookedFor {
  /** Null where there are none. */
  readonly state: RecommendationsState | null;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
}

export interface RecommendationsFound extends RecommendationsLookedFor {
  readonly state: RecommendationsState;
}

/** Any of these lets a person know of recommendations; the first that holds says how much of them they see. */
export const RECOMMENDATIONS_READS = [
  'recommendations.read',
  'recommendations.read-outline',
] as const satisfies readonly Permission[];

const PERMISSIONS: { readonly [Type in RecommendationsAct['type']]?: Permission } = {
  send: 'recommendations.send',
  agree: 'recommendations.answer',
  disagree: 'recommendations.answer',
  'note-raised': 'recommendations.decide',
  'let-stand': 'recommendations.let-stand',
  'take-back-answer': 'recommendations.answer',
  withdraw: 'recommendations.withdraw',
};

/** The class by which the recommendations of reviews are read and acted on. */
@Injectable()
export class AuthorisedRecommendations {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: DecisionContexts,
    private readonly standIns: StandIns,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` where there are none, or none for this person to know of */
  async find(reference: string, asker: AskedBy): Promise<RecommendationsFound> {
    const { found, isKnown } = await this.look(reference, asker);
    if (!isKnown || found.state === null) throw notFound();
    return { ...found, state: found.state };
  }

  /** Recommendations, and whether the asker may know of them. */
  look(reference: string, asker: AskedBy): Promise<{ found: RecommendationsLookedFor; isKnown: boolean }> {
    return look<RecommendationsLookedFor>(reference, {
      load: (each) => this.executor.load(recommendationsStream(each), recommendationsDecider),
      isThere: ({ state }) => state !== null,
      mayKnow: ({ state }) =>
        seesAll(asker)
          ? state !== null
          : mayKnow(asker, this.relationsTo(state, asker), RECOMMENDATIONS_READS) &&
            state !== null &&
            !isKeptByDeath([state.child], asker, this.directory, londonDate(this.clock.now())),
      standIn: (isToBeThere) => this.standIns.for('recommendations', reference, isToBeThere),
    });
  }

  async act(reference: string, act: RecommendationsAct, sent: SentWith, asSent?: unknown): Promise<WrittenDto> {
    const found =
      act.type === 'send'
        ? await this.executor.load(recommendationsStream(reference), recommendationsDecider)
        : await this.find(reference, sent.asker);
    const about = act.type === 'send' ? { ...act, answeredBy: [] } : found.state!;
    const actor = actorBefore(found.events, sent) ?? this.actorFor(about, sent.asker, PERMISSIONS[act.type]!);
    const envelope = envelopeOf(sent, actor, this.clock.now(), asSent ?? act);
    const known = act.type === 'send' ? act : { ...act, isHidden: this.isHiddenIn(found.state, sent.asker) };
    const context = await this.contexts.contextOf(envelope);
    const stream = recommendationsStream(reference);
    return new WrittenDto(
      reference,
      await this.executor.execute(stream, recommendationsDecider, known, context, envelope),
    );
  }

  /** The rows of the access table by which this person may act on them. @throws Problem `not-found` */
  async mayDo(reference: string, asker: Asker): Promise<readonly Permission[]> {
    const { state } = await this.find(reference, asker);
    const relationsFrom = this.relationsTo(state, asker);
    const rows = [
      'recommendations.answer',
      'recommendations.decide',
      'recommendations.let-stand',
      'recommendations.withdraw',
    ] as const;
    return rows.filter((permission) => postThatMay(asker, permission, relationsFrom) !== undefined);
  }

  /** Whether the dispute raised over them is one of which the asker may not know. */
  isHiddenIn(state: RecommendationsState | null, asker: Asker): boolean {
    const raised = state?.dispute == null ? [] : [state.dispute];
    return notRaisedAmong(raised, asker, londonDate(this.clock.now()), this.readModels).size > 0;
  }

  /** @throws Problem `not-found`, `not-yours` */
  private actorFor(
    about: Pick<RecommendationsState, 'child' | 'team' | 'answeredBy'>,
    asker: Asker,
    permission: Permission,
  ): Actor {
    return actorFrom(asker, requirePost(asker, permission, this.relationsTo(about, asker), RECOMMENDATIONS_READS));
  }

  /** Whether the asker reads what was written in them, besides that there are some, and their dates. */
  readsWords(state: RecommendationsState, asker: AskedBy): boolean {
    return seesAll(asker) || mayKnow(asker, this.relationsTo(state, asker), ['recommendations.read']);
  }

  /** The relation of the asker to the child today, and whether the post is one that was asked. */
  relationsTo(about: Pick<RecommendationsState, 'child' | 'team' | 'answeredBy'> | null, asker: Asker): RelationsFrom {
    if (about === null) return noRelation;
    const { child: childId, team, answeredBy } = about;
    const today = londonDate(this.clock.now());
    const child = this.directory.child(childId, today);
    if (child === undefined) return noRelation;
    const toChild = relationsToChild(child, asker, this.directory, today);
    return (post): readonly Relation[] => {
      const isTheirs =
        post.kind === 'social-worker'
          ? child.socialWorker === asker.person
          : isReached(post, team, this.directory, today);
      const isAsked = answeredBy.includes(post.kind) && isTheirs;
      return [...toChild(post), ...(isAsked ? (['addressee'] as const) : [])];
    };
  }
}
