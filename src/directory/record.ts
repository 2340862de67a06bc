import { Inject, Injectable } from '@nestjs/common';
import { postThatMay, notYours } from '../access/access.js';
import type { Permission } from '../access/access-table.js';
import { actorFrom, type Asker } from '../access/asker.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Decider, DomainEvent } from '../platform/decider.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { Executor } from '../platform/executor.js';
import { envelopeOf } from '../platform/http/envelope.js';
import { notFound, Problem } from '../platform/http/problem.js';
import type { SentWith } from '../access/sent.js';
import { WrittenDto } from '../platform/http/written.dto.js';
import { CLOCK } from '../platform/tokens.js';
import { EVENT_STORE } from '../platform/store-tokens.js';
import { WHAT_FOLLOWS, type WhatFollows } from './what-follows.js';

export interface Recording<State, Act, Event extends DomainEvent, Context = null> {
  readonly id: string;
  readonly stream: string;
  readonly decider: Decider<State, Act, Event, Context | null>;
  readonly act: Act;
  /** The facts that the decision may look at; left out where it needs none. */
  readonly context?: Context;
  readonly permission: Permission;
  /** The request as it was sent, if the act also carries an id made for it: a repeat is recognised by this. */
  readonly asSent?: unknown;
}

/**
 * Records who is who and what was said about figures: things with no children in them, where a post alone decides who may. A change is
 * answered once this instance goes by it, so that it counts at the next request.
 */
@Injectable()
export class Recorder {
  constructor(
    private readonly executor: Executor,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(WHAT_FOLLOWS) private readonly follows: WhatFollows,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `id-taken` where another command has begun something under this id */
  async begin<State, Act, Event extends DomainEvent, Context = null>(
    recording: Recording<State, Act, Event, Context>,
    sent: SentWith,
  ): Promise<WrittenDto> {
    const events = await this.store.read(recording.stream);
    if (events.length > 0 && !events.some(({ metadata }) => metadata.commandId === sent.commandId))
      throw new Problem(
        409,
        'id-taken',
        'There is one with this id or number already. Read it, and change what is wrong.',
      );
    return this.record(recording, sent);
  }

  /** @throws Problem `not-found` where there is nothing under this id */
  async change<State, Act, Event extends DomainEvent, Context = null>(
    recording: Recording<State, Act, Event, Context>,
    sent: SentWith,
  ): Promise<WrittenDto> {
    if ((await this.store.read(recording.stream)).length === 0) throw notFound();
    return this.record(recording, sent);
  }

  async record<State, Act, Event extends DomainEvent, Context = null>(
    { id, stream, decider, act, context, permission, asSent }: Recording<State, Act, Event, Context>,
    sent: SentWith,
  ): Promise<WrittenDto> {
    const actor = actorFrom(sent.asker, this.postOf(sent.asker, permission));
    const envelope = envelopeOf(sent, actor, this.clock.now(), asSent);
    const execution = await this.executor.execute(stream, decider, act, context ?? null, envelope);
    await this.follows.after(stream, execution.position);
    return new WrittenDto(id, execution);
  }

  private postOf(asker: Asker, permission: Permission) {
    const post = postThatMay(asker, permission);
    if (!post) throw notYours(permission);
    return post;
  }
}
