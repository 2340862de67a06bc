import { Inject, Injectable } from '@nestjs/common';
import { mayKnow, noRelation, postThatMay, type RelationsFrom, requirePost } from '../access/access.js';
import type { Permission } from '../access/access-table.js';
import { actorFrom, type AskedBy, type Asker, seesAll } from '../access/asker.js';
import { look } from '../access/named/look.js';
import { actorBefore, isAnsweredAgain } from '../access/named/repeats.js';
import { StandIns } from '../access/named/stand-ins.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { relationsToChild } from '../directory/relations.js';
import { isKeptByDeath } from '../disputes/after-death.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Actor, RecordedEvent } from '../platform/event-store/event-store.js';
import { Executor, fold } from '../platform/executor.js';
import { envelopeOf } from '../platform/http/envelope.js';
import { notFound } from '../platform/http/problem.js';
import type { SentWith } from '../access/sent.js';
import { WrittenDto } from '../platform/http/written.dto.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { READ_MODELS } from '../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import type { ReviewAct } from './acts.js';
import { reviewDecider, type ReviewState, reviewStream } from './review.js';
import { notRaisedAmong } from './without-hidden.js';

interface ReviewLookedFor {
  /** Null for one that does not exist. */
  readonly state: ReviewState | null;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
}

export interface ReviewFound extends ReviewLookedFor {
  readonly state: ReviewState;
}

/** Any of these lets a person know of a check; the first that holds says how much of it they see. */
export const REVIEW_READS = ['review.read', 'review.read-outline'] as const satisfies readonly Permission[];

/** The acts that have a row of their own in the access table. */
const PERMISSIONS: { readonly [Type in ReviewAct['type']]?: Permission } = {
  'decide-not-to-raise': 'review.decide-not-to-raise',
  'move-to-child': 'review.move-to-child',
  withdraw: 'review.withdraw',
};

/** The entrance of readings of checks and acts on them: the right to a check follows the child, as it is allocated today. */
@Injectable()
export class AuthorisedReviews {
  constructor(
    private readonly executor: Executor,
    private readonly standIns: StandIns,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` where there is none, or none for this person to know of */
  async find(reference: string, asker: AskedBy, permission?: Permission): Promise<ReviewFound> {
    const { found, isKnown } = await this.look(reference, asker);
    if (!isKnown || found.state === null) throw notFound();
    if (permission !== undefined && !seesAll(asker)) this.actorFor(found.state.child, asker, permission);
    return { ...found, state: found.state };
  }

  /**
   * The same, for a command: one that this person has carried out on it already is answered again, also where it moved the check to
   * another child, of whom they know nothing.
   * @throws Problem `not-found`
   */
  async findFor(reference: string, sent: SentWith): Promise<ReviewFound> {
    const looked = await this.look(reference, sent.asker);
    const { found, isKnown } = looked;
    if (found.state === null || !(isKnown || (await this.answersAgain(looked, sent)))) throw notFound();
    return { ...found, state: found.state };
  }

  /** Whether a command that its sender has carried out on it already is answered again: see {@link isAnsweredAgain}. */
  answersAgain(
    { found: { events }, isKnown }: { readonly found: Pick<ReviewLookedFor, 'events'>; readonly isKnown: boolean },
    { asker, commandId }: { readonly asker: Asker; readonly commandId: string | undefined },
  ): Promise<boolean> {
    const mightKnow = (before: readonly RecordedEvent[]): boolean => this.mayKnowOf(fold(reviewDecider, before), asker);
    return isAnsweredAgain({ events, isKnown, mightKnow }, { asker, commandId });
  }

  private mayKnowOf(state: ReviewState | null, asker: Asker): boolean {
    return (
      mayKnow(asker, this.relationsTo(state?.child, asker), REVIEW_READS) &&
      state !== null &&
      !isKeptByDeath([state.child], asker, this.directory, londonDate(this.clock.now()))
    );
  }

  /** A check, and whether the asker may know of it. */
  look(reference: string, asker: AskedBy): Promise<{ found: ReviewLookedFor; isKnown: boolean }> {
    return look<ReviewLookedFor>(reference, {
      load: (each) => this.executor.load(reviewStream(each), reviewDecider),
      isThere: ({ state }) => state !== null,
      mayKnow: ({ state }) => (seesAll(asker) ? state !== null : this.mayKnowOf(state, asker)),
      standIn: (isToBeThere) => this.standIns.for('check', reference, isToBeThere),
    });
  }

  async act(reference: string, act: ReviewAct, sent: SentWith, asSent?: unknown): Promise<WrittenDto> {
    const found =
      act.type === 'begin'
        ? await this.executor.load(reviewStream(reference), reviewDecider)
        : await this.findFor(reference, sent);
    const child = act.type === 'begin' ? act.child : found.state!.child;
    const permission = PERMISSIONS[act.type] ?? 'review.check';
    const actor = actorBefore(found.events, sent) ?? this.actorFor(child, sent.asker, permission);
    const envelope = envelopeOf(sent, actor, this.clock.now(), asSent ?? act);
    const known = act.type === 'begin' ? act : { ...act, hidden: this.hiddenIn(found.state, sent.asker) };
    const done = await this.executor.execute(reviewStream(reference), reviewDecider, known, null, envelope);
    return new WrittenDto(reference, done);
  }

  /** References of the disputes raised from it of which the asker may not know. */
  hiddenIn(state: ReviewState | null, asker: Asker): string[] {
    const raised = (state?.standards ?? []).flatMap(({ dispute }) => dispute ?? []);
    return [...notRaisedAmong(raised, asker, londonDate(this.clock.now()), this.readModels)];
  }

  /** @throws Problem `not-found` for a child who is not for this person to know, `not-yours` */
  private actorFor(childId: string, asker: Asker, permission: Permission): Actor {
    return actorFrom(asker, requirePost(asker, permission, this.relationsTo(childId, asker), REVIEW_READS));
  }

  /** The rows of the access table by which this person may act on a check, or see who opened it. @throws Problem `not-found` */
  async mayDo(reference: string, asker: Asker): Promise<readonly Permission[]> {
    const { state } = await this.find(reference, asker);
    const relationsFrom = this.relationsTo(state.child, asker);
    const rows = [
      'review.check',
      'review.decide-not-to-raise',
      'review.move-to-child',
      'review.withdraw',
      'review.read-views',
    ] as const;
    return rows.filter((permission) => postThatMay(asker, permission, relationsFrom) !== undefined);
  }

  /** Whether the asker reads what was written in the checks of a child, besides what is checked and whether it is met. */
  readsWords(childId: string, asker: AskedBy): boolean {
    return seesAll(asker) || mayKnow(asker, this.relationsTo(childId, asker), ['review.read']);
  }

  /** The relation of the asker to the child, as it is allocated today; none to one that does not exist. */
  relationsTo(childId: string | undefined, asker: Asker): RelationsFrom {
    const today = londonDate(this.clock.now());
    const child = childId === undefined ? undefined : this.directory.child(childId, today);
    return child === undefined ? noRelation : relationsToChild(child, asker, this.directory, today);
  }
}
