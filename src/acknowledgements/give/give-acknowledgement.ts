import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { SentWith } from '../../access/sent.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { freeReference } from '../../platform/free-reference.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { CLOCK } from '../../platform/tokens.js';
import { ActOnAcknowledgement, acknowledgementStream } from '../act-on-acknowledgement.js';
import type { GiveDto } from './give.dto.js';
import { WhatIsSaid } from './what-is-said.js';

export const ACKNOWLEDGEMENT_PREFIX = 'PA';

/** Gives an acknowledgement under a reference of its own, and leaves the rest to the decider. */
@Injectable()
export class GiveAcknowledgement {
  constructor(
    private readonly commands: CommandBus,
    private readonly said: WhatIsSaid,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async give(body: GiveDto, sent: SentWith): Promise<WrittenDto> {
    const { acknowledged, actor } = this.said.in(body, sent.asker, 'acknowledgement.give');
    const reference = await freeReference(ACKNOWLEDGEMENT_PREFIX, sent.commandId, acknowledgementStream, this.store);
    const act = { type: 'give' as const, reference, acknowledged };
    const envelope = envelopeOf(sent, actor, this.clock.now(), body);
    return new WrittenDto(reference, await this.commands.execute(new ActOnAcknowledgement(reference, act, envelope)));
  }
}
