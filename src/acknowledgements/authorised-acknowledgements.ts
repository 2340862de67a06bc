import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { mayKnow, postThatMay, type RelationsFrom, requirePost } from '../access/access.js';
import type { Permission } from '../access/access-table.js';
import { actorFrom, type AskedBy, type Asker, seesAll } from '../access/asker.js';
import { look } from '../access/named/look.js';
import { StandIns } from '../access/named/stand-ins.js';
import type { LocalDate } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory, Post } from '../directory/directory.js';
import { isKeptByDeath } from '../disputes/after-death.js';
import { actorOfCommand } from '../disputes/authorised-disputes.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Recorded } from '../platform/decider.js';
import type { Actor, EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import { envelopeOf } from '../platform/http/envelope.js';
import { notFound } from '../platform/http/problem.js';
import type { SentWith } from '../access/sent.js';
import { WrittenDto } from '../platform/http/written.dto.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { EVENT_STORE } from '../platform/store-tokens.js';
import { ActOnAcknowledgement, acknowledgementStream } from './act-on-acknowledgement.js';
import type { AcknowledgementAct } from './acts.js';
import type { Acknowledged, AcknowledgementEvent, PracticeAcknowledged } from './events.js';
import { isThankedIn, isTheirsToChange } from './rules.js';
import { type AcknowledgementState, evolve, notGiven } from './state.js';
import { stillGives } from './still-gives.js';
import { childrenOfAcknowledgement, relationsToAcknowledgement } from './relations.js';

export const ACKNOWLEDGEMENT_READS = [
  'acknowledgement.read',
  'acknowledgement.read-outline',
  'acknowledgement.read-figures',
] as const;

const ACTS_ON_GIVEN = ['thank', 'take-thanks-back', 'correct', 'withdraw', 'move-to-child'];

export interface AcknowledgementRead {
  readonly events: readonly RecordedEvent[];
  readonly permission: (typeof ACKNOWLEDGEMENT_READS)[number];
}

interface AcknowledgementAsSeen {
  readonly events: readonly RecordedEvent[];
  readonly relationsFrom: RelationsFrom;
}

/** The entrance of acts on existing acknowledgements: this class settles whether a person may act, the decider whether the act is allowed. */
@Injectable()
export class AuthorisedAcknowledgements {
  constructor(
    private readonly commands: CommandBus,
    private readonly standIns: StandIns,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param asSent the body, where the act holds what was looked up for it
   * @throws Problem `not-found`, `not-yours`; and the refusals of the act
   */
  async act(reference: string, act: AcknowledgementAct, sent: SentWith, asSent?: unknown): Promise<WrittenDto> {
    const permission = act.type === 'hand-over' ? 'caseload.hand-over' : (`acknowledgement.${act.type}` as Permission);
    const actor = await this.mayAct(reference, permission, sent);
    const envelope = envelopeOf(sent, actor, this.clock.now(), asSent);
    return new WrittenDto(reference, await this.commands.execute(new ActOnAcknowledgement(reference, act, envelope)));
  }

  /**
   * The acts that are offered to this person on one that stands: by the access table, where it is taken back by whose it is, and a word
   * of thanks until one of theirs stands under it, which they may take back from then on.
   * @throws Problem `not-found`
   */
  async allowedActs(reference: string, asker: Asker): Promise<readonly string[]> {
    const { events, relationsFrom } = await this.find(reference, asker);
    const state = stateOf(events);
    const { status } = state;
    if (status !== 'given' && status !== 'imported') return [];
    const known = { stillGives: stillGives(this.directory, londonDate(this.clock.now())) };
    const isTheirs = (act: string, post: Post): boolean => {
      if (status !== 'given') return true;
      if (act === 'thank') return !state.thankedBy.includes(asker.person);
      if (act === 'take-thanks-back') return state.thankedBy.includes(asker.person);
      if (act === 'correct') return !isThankedIn(state.acknowledged, asker);
      return act !== 'withdraw' || isTheirsToChange(state, { ...known, actor: actorFrom(asker, post) });
    };
    // A row of a register is history: it is moved to the right child, and otherwise corrected with the register.
    return (status === 'given' ? ACTS_ON_GIVEN : ['move-to-child']).filter((act) => {
      const post = postThatMay(asker, `acknowledgement.${act}` as Permission, relationsFrom);
      return post !== undefined && isTheirs(act, post);
    });
  }

  /**
   * The person who acts, and the post from which.
   * @throws Problem `not-found`, `not-yours`
   */
  async mayAct(reference: string, permission: Permission, sent: SentWith): Promise<Actor> {
    const { events, relationsFrom } = await this.find(reference, sent.asker);
    return actorOfCommand(events, sent, permission, relationsFrom, ACKNOWLEDGEMENT_READS);
  }

  /**
   * The version that counts now, for somebody who may correct it.
   * @throws Problem `not-found`, `not-yours`
   */
  async toCorrect(reference: string, sent: SentWith): Promise<Pick<Acknowledged, 'children' | 'people'>> {
    await this.mayAct(reference, 'acknowledgement.correct', sent);
    const state = stateOf((await this.find(reference, sent.asker)).events);
    return state.status === 'given' ? state.acknowledged : { children: [], people: [] };
  }

  /**
   * The day on which it was given.
   * @throws Problem `not-found`, `not-yours`
   */
  async givenOn(reference: string, sent: SentWith): Promise<LocalDate> {
    await this.mayAct(reference, 'acknowledgement.move-to-child', sent);
    const [first] = (await this.find(reference, sent.asker)).events as unknown as readonly AcknowledgementEvent[];
    return first!.type === 'AcknowledgementImported'
      ? first!.data.facts.givenOn
      : (first!.data as PracticeAcknowledged).givenOn;
  }

  /** @throws Problem `not-found`, `not-yours` where who opened it is not for the asker to know */
  async mayReadViews(reference: string, asker: Asker): Promise<void> {
    const { relationsFrom } = await this.find(reference, asker);
    requirePost(asker, 'acknowledgement.read-views', relationsFrom, ACKNOWLEDGEMENT_READS);
  }

  /**
   * One that the asker may see, and the row of the access table that says how much of it.
   * @throws Problem `not-found` where there is none, or none for the asker to know of
   */
  async read(reference: string, asker: AskedBy): Promise<AcknowledgementRead> {
    if (seesAll(asker)) {
      const events = await this.store.read(acknowledgementStream(reference));
      if (!isThere(events)) throw notFound();
      return { events, permission: 'acknowledgement.read' };
    }
    const { events, relationsFrom } = await this.find(reference, asker);
    const permission = ACKNOWLEDGEMENT_READS.find((each) => postThatMay(asker, each, relationsFrom));
    if (!permission) throw notFound();
    return { events, permission };
  }

  /** An acknowledgement, and whether the asker may know of it. */
  look(reference: string, asker: Asker): Promise<{ found: AcknowledgementAsSeen; isKnown: boolean }> {
    return look<AcknowledgementAsSeen>(reference, {
      load: (each) => this.load(each, asker),
      isThere: ({ events }) => isThere(events),
      mayKnow: ({ events, relationsFrom }) =>
        mayKnow(asker, relationsFrom, ACKNOWLEDGEMENT_READS) &&
        isThere(events) &&
        !isKeptByDeath(childrenOfAcknowledgement(events), asker, this.directory, londonDate(this.clock.now())),
      standIn: (isToBeThere) => this.standIns.for('acknowledgement', reference, isToBeThere),
    });
  }

  /** @throws Problem `not-found` for one that does not exist, or is not for the asker to know */
  private async find(reference: string, asker: Asker): Promise<AcknowledgementAsSeen> {
    const { found, isKnown } = await this.look(reference, asker);
    if (!isKnown) throw notFound();
    return found;
  }

  private async load(reference: string, asker: Asker): Promise<AcknowledgementAsSeen> {
    const events = await this.store.read(acknowledgementStream(reference));
    const today = londonDate(this.clock.now());
    return { events, relationsFrom: relationsToAcknowledgement(events, asker, this.directory, today) };
  }
}

const stateOf = (events: readonly RecordedEvent[]): AcknowledgementState => happenedIn(events).reduce(evolve, notGiven);

const happenedIn = (events: readonly RecordedEvent[]): readonly Recorded<AcknowledgementEvent>[] =>
  events as unknown as readonly Recorded<AcknowledgementEvent>[];

const isThere = (events: readonly RecordedEvent[]): boolean =>
  events.length > 0 && events.at(-1)!.type !== 'ImportedAcknowledgementWithdrawn';
