import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { postThatMay, type RelationsFrom, requirePost } from '../access/access.js';
import type { Permission } from '../access/access-table.js';
import { actorFrom, type Asker } from '../access/asker.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Actor, RecordedEvent } from '../platform/event-store/event-store.js';
import { commandIdUsedBefore, Executor } from '../platform/executor.js';
import { envelopeOf } from '../platform/http/envelope.js';
import { notFound, Problem } from '../platform/http/problem.js';
import type { SentWith } from '../access/sent.js';
import { WrittenDto } from '../platform/http/written.dto.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { RowsApart } from '../work-over-rows.js';
import { ActOnDispute, disputeStream } from './act-on-dispute.js';
import type { DisputeAct } from './acts/all-acts.js';
import { disputeDecider } from './decide.js';
import type { DisputeState } from './dispute.js';
import { DISPUTE_READS } from './read/what-a-reader-sees.js';
import { type NamedDispute, noSuchDispute } from './references.js';
import { relationsToDispute } from './relations.js';
import { isHiddenFrom } from './restriction.js';

export interface DisputeAsSeen {
  readonly state: DisputeState;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
  /** What the asker is to it, from each of their posts. */
  readonly relationsFrom: RelationsFrom;
}

/** Where acts on disputes that are there come in: who may is settled here, what may is the decider's. */
@Injectable()
export class DisputeDesk {
  constructor(
    private readonly commands: CommandBus,
    private readonly executor: Executor,
    private readonly troubles: RowsApart,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param others disputes that the act names besides: the asker must be able to see each
   * @throws Problem `not-found`, `not-yours`, `not-valid` for another that is not known to the asker; and the refusals of the act
   */
  async act(
    reference: string,
    act: DisputeAct,
    sent: SentWith,
    others: readonly NamedDispute[] = [],
  ): Promise<WrittenDto> {
    const { state, events, relationsFrom } = await this.load(reference, sent.asker);
    // Whoever restricts a record and is not on its list is answered again when they send that again, and never after that.
    if (!isOwnRepeat(events, sent) && isHiddenFrom(state, sent.asker.person)) throw notFound();
    const actor = actorOfCommand(events, sent, permissionFor(act), relationsFrom, DISPUTE_READS);
    const isRepeat = events.some(({ metadata }) => metadata.commandId === sent.commandId);
    if (!isRepeat) await this.mustSee(others, sent.asker);
    const envelope = envelopeOf(sent, actor, this.clock.now());
    return new WrittenDto(reference, await this.commands.execute(new ActOnDispute(reference, act, envelope)));
  }

  /** @throws Problem `not-valid`, alike for what is not there and for what is not for the asker to know */
  async mustSee(others: readonly NamedDispute[], asker: Asker): Promise<void> {
    for (const other of others) if (!(await this.mayOpen(other.reference, asker))) throw noSuchDispute(other);
  }

  /** Whether there is such a dispute, and this person may open it: by the access table, and by its restriction. */
  async mayOpen(reference: string, asker: Asker): Promise<boolean> {
    const seen = await this.find(reference, asker).catch(unlessProblem);
    return seen !== undefined && DISPUTE_READS.some((read) => postThatMay(asker, read, seen.relationsFrom));
  }

  /** Those of some references that lead this person nowhere; one that cannot be worked out leads nobody anywhere, and hides no other. */
  async closedTo(asker: Asker, references: readonly string[]): Promise<readonly string[]> {
    const closed: string[] = [];
    for (const reference of references) {
      const opens = await this.troubles.apart(
        'disputes that another names',
        reference,
        () => this.mayOpen(reference, asker),
        false,
      );
      if (!opens) closed.push(reference);
    }
    return closed;
  }

  /**
   * @throws Problem `not-found` for one that is not there, or is restricted to others; whether the asker may see it by the access
   *   table is for the caller to settle
   */
  async find(reference: string, asker: Asker): Promise<DisputeAsSeen> {
    const found = await this.load(reference, asker);
    if (isHiddenFrom(found.state, asker.person)) throw notFound();
    return found;
  }

  private async load(reference: string, asker: Asker): Promise<DisputeAsSeen> {
    const { state, revision, events } = await this.executor.load(disputeStream(reference), disputeDecider);
    if (state.status === 'not-raised' || state.status === 'import-withdrawn') throw notFound();
    const today = londonDate(this.clock.now());
    return { state, revision, events, relationsFrom: relationsToDispute(state, asker, this.directory, today) };
  }
}

const isOwnRepeat = (events: readonly RecordedEvent[], { commandId, asker }: SentWith): boolean =>
  events.some(({ metadata }) => metadata.commandId === commandId && metadata.actor.person === asker.person);

const unlessProblem = (error: unknown): undefined => {
  if (!(error instanceof Problem)) throw error;
};

const permissionFor = (act: DisputeAct): Permission => `dispute.${act.type}` as Permission;

/**
 * Who does it, from which post. A command sent again is answered again, even where it has itself changed what the person is to the
 * thing: whoever redirects a dispute to another team is no longer its addressee. What somebody else did is never the answer.
 *
 * @throws Problem `not-found`, `not-yours`; Refusal `command-id-used-before`
 */
export const actorOfCommand = (
  events: readonly RecordedEvent[],
  { commandId, asker }: SentWith,
  permission: Permission,
  relationsFrom: RelationsFrom,
  visibleBy: readonly Permission[],
): Actor => {
  const earlier = events.find(({ metadata }) => metadata.commandId === commandId)?.metadata.actor;
  if (earlier?.person === asker.person) return earlier;
  const post = requirePost(asker, permission, relationsFrom, visibleBy);
  if (earlier) throw commandIdUsedBefore();
  return actorFrom(asker, post);
};
