import { Body, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Permits } from '../../access/permission.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { freeReference } from '../../platform/free-reference.js';
import { Writes } from '../../platform/http/docs.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { CLOCK } from '../../platform/tokens.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { ActOnAcknowledgement, acknowledgementStream } from '../act-on-acknowledgement.js';
import { GiveDto } from './give.dto.js';
import { WhatIsSaid } from './what-is-said.js';

const PREFIX = 'PA';

@AcknowledgementRoute()
export class GiveRoute {
  constructor(
    private readonly commands: CommandBus,
    private readonly said: WhatIsSaid,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Permits('acknowledgement.give')
  @Writes({ operationId: 'giveAcknowledgement', summary: 'Acknowledge what somebody did well' }, { status: 201 })
  async give(@Body() body: GiveDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const { acknowledged, actor } = this.said.in(body, sent.asker, 'acknowledgement.give');
    const reference = await freeReference(PREFIX, sent.commandId, acknowledgementStream, this.store);
    const act = { type: 'give' as const, reference, acknowledged };
    const envelope = envelopeOf(sent, actor, this.clock.now(), body);
    return new WrittenDto(reference, await this.commands.execute(new ActOnAcknowledgement(reference, act, envelope)));
  }
}
