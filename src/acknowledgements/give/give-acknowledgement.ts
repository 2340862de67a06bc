import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { eventsOf } from '../../access/named/repeats.js';
import type { SentWith } from '../../access/sent.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore, RecordedEvent } from '../../platform/event-store/event-store.js';
import { freeReference } from '../../platform/free-reference.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { CLOCK } from '../../platform/tokens.js';
import { ActOnAcknowledgement, acknowledgementStream } from '../act-on-acknowledgement.js';
import type { PracticeAcknowledged } from '../events.js';
import type { GiveDto } from './give.dto.js';
import { WhatIsSaid } from './what-is-said.js';
import { WhoIsThanked } from './who-is-thanked.js';

export const ACKNOWLEDGEMENT_PREFIX = 'PA';

/** Gives an acknowledgement under a reference of its own, and leaves the rest to the decider. */
@Injectable()
export class GiveAcknowledgement {
  constructor(
    private readonly commands: CommandBus,
    private readonly said: WhatIsSaid,
    private readonly thanked: WhoIsThanked,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async give(body: GiveDto, sent: SentWith): Promise<WrittenDto> {
    const reference = await freeReference(ACKNOWLEDGEMENT_PREFIX, sent.commandId, acknowledgementStream, this.store);
    const given = saidBefore(await this.store.read(acknowledgementStream(reference)), sent);
    const { acknowledged, actor } = given ?? this.said.in(body, sent.asker, 'acknowledgement.give');
    const act = { type: 'give' as const, reference, acknowledged };
    const envelope = envelopeOf(sent, actor, this.clock.now(), body);
    const execution = await this.commands.execute(new ActOnAcknowledgement(reference, act, envelope));
    return new WrittenDto(reference, execution, this.thanked.notReached(acknowledged));
  }
}

/** The content and the post of an acknowledgement that this command gave already: a repeat is answered, wherever the child is by now. */
const saidBefore = (events: readonly RecordedEvent[], sent: SentWith): ReturnType<WhatIsSaid['in']> | undefined => {
  const [earlier] = eventsOf(events, sent.asker, sent.commandId);
  if (earlier?.type !== 'PracticeAcknowledged') return undefined;
  const { acknowledged } = earlier.data as unknown as PracticeAcknowledged;
  return { acknowledged, actor: earlier.metadata.actor };
};
