import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { mayKnow, type RelationsFrom, requirePost } from '../access/access.js';
import { type Permission, rowFor } from '../access/access-table.js';
import { actorFrom, type Asker, ownerOf } from '../access/asker.js';
import { look } from '../access/named/look.js';
import { eventsOf, isAnsweredAgain } from '../access/named/repeats.js';
import { StandIns } from '../access/named/stand-ins.js';
import type { Instant, LocalDate } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Actor, RecordedEvent } from '../platform/event-store/event-store.js';
import { refuse } from '../platform/decider.js';
import { commandIdUsedBefore, Executor, fold } from '../platform/executor.js';
import { envelopeOf } from '../platform/http/envelope.js';
import { notFound } from '../platform/http/problem.js';
import type { SentWith } from '../access/sent.js';
import { WrittenDto } from '../platform/http/written.dto.js';
import { SENIOR_POSTS } from '../protocol/protocol.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { isLeftToAllocate } from '../work/left-to-allocate.js';
import { Office } from '../work/office.js';
import { ActOnDispute, disputeStream } from './act-on-dispute.js';
import type { DisputeAct } from './acts/all-acts.js';
import { continuedAs } from './continued-as.js';
import { disputeDecider } from './decide.js';
import { type DisputeState, isConversation } from './dispute.js';
import type { ConcernDiscussed } from './events.js';
import { DISPUTE_READS } from './read/what-a-reader-sees.js';
import { Owners } from './owners.js';
import { relationsToDispute } from './relations.js';
import { isHiddenByItsList, isHiddenFrom } from './restriction.js';
import { asOfDeath, isSetAsideFrom } from './set-aside.js';

export interface DisputeAsSeen {
  readonly state: DisputeState;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
  /** The asker's relations to it, from each of their posts. */
  readonly relationsFrom: RelationsFrom;
  /** The formal dispute that continues it; null where none does. */
  readonly continued: DisputeState | null;
}

/** One that its reader has opened. */
export interface DisputeAsRead extends DisputeAsSeen {
  /** It is hidden from the reader, who has taken emergency access: that is for reading, and they do nothing with it. */
  readonly isForReadingOnly: boolean;
  /** Those of some acts that the reader may do in it all the same. */
  openOf(acts: readonly string[]): string[];
}

/** The entrance of acts on existing disputes: this class settles whether a person may act, the decider whether the act is allowed. */
@Injectable()
export class AuthorisedDisputes {
  constructor(
    private readonly commands: CommandBus,
    private readonly executor: Executor,
    private readonly standIns: StandIns,
    private readonly owners: Owners,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param asSent the body, where the act holds what was looked up for it
   * @throws Problem `not-found`, `not-yours`; and the refusals of the act
   */
  async act(reference: string, act: DisputeAct, sent: SentWith, asSent?: unknown): Promise<WrittenDto> {
    const looked = await this.look(reference, sent.asker);
    const { found, isKnown } = looked;
    const { state, events } = found;
    const isSentAgain = eventsOf(events, sent.asker, sent.commandId).length > 0;
    if (act.type === 'ask-to-read' && isKnown && !isSentAgain && mayAskToRead(sent.asker))
      refuse('may-read-already', 'You may read this already. Open it.');
    // Emergency access is for those from whom it is hidden, and so is giving away what nobody in office holds.
    const isForTheHidden =
      (act.type === 'take-emergency-access' && isHiddenByItsList(state, sent.asker)) ||
      (act.type === 'ask-to-read' && (await this.look(reference, sent.asker, undefined, STANDING)).isKnown) ||
      (!isKnown && this.isToAllocate(act.type, state, sent.asker));
    if (!isKnown && !isForTheHidden && !(await this.answersAgain(looked, sent))) throw notFound();
    const permission = permissionFor(act);
    const visibleBy = isForTheHidden ? [permission] : DISPUTE_READS;
    const relationsFrom = this.withWhatHasFallen(found, sent.asker);
    const actor = actorOfCommand(events, sent, permission, relationsFrom, visibleBy);
    if (act.type === 'answer-request-to-read' && !isSentAgain && this.readsByNow(act.person, found))
      refuse('may-read-by-now', 'This person may read it by now without being let, so there is nothing to decide.');
    const known =
      act.type === 'answer' && !isSentAgain
        ? { ...act, actions: this.owners.of(act.actions, '/actions', ownerOf(sent.asker)) }
        : act;
    // Nobody knows the revision of what is hidden from them: a condition that fails would say that it is there.
    const { ifRevision: _ofTheHidden, ...unconditional } = sent;
    const envelope = envelopeOf(isForTheHidden ? unconditional : sent, actor, this.clock.now(), asSent ?? act);
    return new WrittenDto(reference, await this.commands.execute(new ActOnDispute(reference, known, envelope)));
  }

  /**
   * The day on which it was raised, or on which they spoke.
   * @throws Problem `not-found`
   */
  async dayOf(reference: string, sent: SentWith): Promise<LocalDate> {
    const looked = await this.look(reference, sent.asker);
    const { state, events } = looked.found;
    if (!looked.isKnown && !(await this.answersAgain(looked, sent))) throw notFound();
    if ('matter' in state) return state.matter.raisedOn;
    if (state.status === 'imported') return state.facts.raisedOn;
    return (events[0]!.data as unknown as ConcernDiscussed).spokeOn;
  }

  /** Whether there is such a dispute, and this person may open it: by the access table, and by its restriction. */
  async mayOpen(reference: string, asker: Asker): Promise<boolean> {
    return (await this.look(reference, asker, this.clock.now())).isKnown;
  }

  /** @throws Problem `not-found` for one that does not exist, or is not for the asker to know: by the access table, or its restriction */
  async find(reference: string, asker: Asker): Promise<DisputeAsRead> {
    const { found, isKnown } = await this.look(reference, asker, this.clock.now());
    if (!isKnown) throw notFound();
    const relationsFrom = this.withWhatHasFallen(found, asker);
    const isForReadingOnly = this.isKeptFrom(found, asker);
    const openOf = (acts: readonly string[]): string[] =>
      acts.filter((act) => !isForReadingOnly || this.isToAllocate(act, found.state, asker));
    const state = asOfDeath(found.state, this.directory, this.clock.now());
    return { ...found, relationsFrom, state, isForReadingOnly, openOf };
  }

  /** To do something that stands beside it. @throws Problem `not-found` as {@link find}, and under emergency access */
  async findToAct(reference: string, asker: Asker): Promise<DisputeAsSeen> {
    const found = await this.find(reference, asker);
    if (found.isForReadingOnly) throw notFound();
    return found;
  }

  /**
   * Of what reaches into a dispute from elsewhere, as a meeting does: whether a list of readers, a death or a wrong child keeps it from
   * somebody, whatever else they may do there.
   */
  async isKept(reference: string, asker: Asker): Promise<boolean> {
    return this.isKeptFrom(await this.load(reference, asker), asker);
  }

  /**
   * One of which its reader may know where it stands: every dispute that figures count, so not a conversation, nor one that is void.
   * @throws Problem `not-found` for one that does not exist, or is not for the asker to know: by the access table, or its restriction
   */
  async findStanding(reference: string, asker: Asker): Promise<DisputeAsSeen> {
    const now = this.clock.now();
    const { found, isKnown } = await this.look(reference, asker, undefined, STANDING);
    if (!isKnown) throw notFound();
    return { ...found, state: asOfDeath(found.state, this.directory, now) };
  }

  /**
   * The asker's relations to it, and whether it has fallen to them as to a leader. Asked only of records that they may know, or may ask for
   * unseen: for a hidden record it takes more looks than for one that does not exist, and the difference would tell.
   */
  withWhatHasFallen({ state, relationsFrom }: DisputeAsSeen, asker: Asker): RelationsFrom {
    const today = londonDate(this.clock.now());
    return (post) =>
      SENIOR_POSTS.some((each) => each === post.kind) && isLeftToAllocate(state, asker, this.directory, today)
        ? [...relationsFrom(post), 'fallen']
        : relationsFrom(post);
  }

  /** Whether somebody may read it by their post or by its list, whatever a request of theirs was answered. */
  private readsByNow(person: string, found: DisputeAsSeen): boolean {
    const today = londonDate(this.clock.now());
    const asker = new Office(this.directory, today).asker(person);
    const relationsFrom = relationsToDispute(found.state, asker, this.directory, today);
    const unlet: RelationsFrom = (post) => relationsFrom(post).filter((relation) => relation !== 'let-read');
    return mayKnow(asker, unlet, ['dispute.read']) && !this.isKeptFrom(found, asker);
  }

  /** It is handed over, or a row of a register gets readers, by whom it has fallen to although they may not read it. */
  private isToAllocate(act: string, state: DisputeState, asker: Asker): boolean {
    const gives = state.status === 'imported' ? 'restrict' : 'hand-over';
    return act === gives && isLeftToAllocate(state, asker, this.directory, londonDate(this.clock.now()));
  }

  /**
   * By its list of readers, or by a death that is not on record in it. Both of two records about one matter are hidden: an informal
   * dispute that ended because a formal one continues it would say that there is one.
   */
  private isKeptFrom({ state, continued }: DisputeAsSeen, asker: Asker, reading?: Instant): boolean {
    return [state, continued].some(
      (each) =>
        each !== null &&
        (isHiddenFrom(each, asker, reading) || isSetAsideFrom(each, asker, this.directory, this.clock.now())),
    );
  }

  /**
   * A dispute, and whether the asker may know of it.
   * @param reading at this moment, where it is to be read
   * @param sight by which rows of the access table, and of which disputes
   */
  look(
    reference: string,
    asker: Asker,
    reading?: Instant,
    sight: Sight = THE_DISPUTE,
  ): Promise<{ found: DisputeAsSeen; isKnown: boolean }> {
    return look<DisputeAsSeen>(reference, {
      load: (each) => this.load(each, asker),
      isThere: ({ state }) => isThere(state),
      mayKnow: (each) => this.mayKnowOf(each, asker, reading, sight),
      standIn: (isToBeThere) => this.standIns.for('dispute', reference, isToBeThere),
    });
  }

  /** Whether a command that its sender has carried out on it already is answered again: see {@link isAnsweredAgain}. */
  answersAgain(
    { found: { events }, isKnown }: { readonly found: Pick<DisputeAsSeen, 'events'>; readonly isKnown: boolean },
    { asker, commandId }: { readonly asker: Asker; readonly commandId: string | undefined },
  ): Promise<boolean> {
    const today = londonDate(this.clock.now());
    const mightKnow = async (before: readonly RecordedEvent[]): Promise<boolean> => {
      const seen = await this.asSeen(before, asker);
      return this.mayKnowOf(seen, asker) || isLeftToAllocate(seen.state, asker, this.directory, today);
    };
    return isAnsweredAgain({ events, isKnown, mightKnow }, { asker, commandId });
  }

  private mayKnowOf(
    seen: DisputeAsSeen,
    asker: Asker,
    reading?: Instant,
    { reads, isInSight }: Sight = THE_DISPUTE,
  ): boolean {
    return mayKnow(asker, seen.relationsFrom, reads) && isInSight(seen.state) && !this.isKeptFrom(seen, asker, reading);
  }

  private async load(reference: string, asker: Asker): Promise<DisputeAsSeen> {
    const { events } = await this.executor.load(disputeStream(reference), disputeDecider);
    return this.asSeen(events, asker);
  }

  /** As some of its events left it, with who is what to it today. */
  private async asSeen(events: readonly RecordedEvent[], asker: Asker): Promise<DisputeAsSeen> {
    const state = fold(disputeDecider, events);
    const relationsFrom = relationsToDispute(state, asker, this.directory, londonDate(this.clock.now()));
    const revision = events.at(-1)?.revision ?? -1;
    return { state, revision, events, relationsFrom, continued: await this.continued(state, events) };
  }

  private async continued(state: DisputeState, events: readonly RecordedEvent[]): Promise<DisputeState | null> {
    const formal = continuedAs(state, events);
    return formal === null ? null : (await this.executor.load(disputeStream(formal), disputeDecider)).state;
  }
}

function isThere({ status }: DisputeState): boolean {
  return status !== 'not-raised' && status !== 'import-withdrawn';
}

/** Whether figures count it: it was raised, and nobody has voided it. */
function isCounted(state: DisputeState): boolean {
  return isThere(state) && !isConversation(state) && !(state.status === 'ended' && state.ending === 'voided');
}

/** Rows of the access table that let somebody know of a dispute, and the disputes of which they do. */
interface Sight {
  readonly reads: readonly Permission[];
  readonly isInSight: (state: DisputeState) => boolean;
}

const THE_DISPUTE: Sight = { reads: DISPUTE_READS, isInSight: isThere };
const STANDING: Sight = { reads: ['dispute.read-standing'], isInSight: isCounted };

const mayAskToRead = ({ posts }: Asker): boolean =>
  posts.some(({ kind }) => rowFor('dispute.ask-to-read', kind) !== undefined);

const permissionFor = (act: DisputeAct): Permission => `dispute.${act.type}` as Permission;

/**
 * The person who acts, and the post from which. A command sent again is answered again, even where it has itself changed what the person is
 * to the thing: a person who redirects a dispute to another team is no longer its addressee. Another person's command is never the answer.
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
