import { Body, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Writes } from '../../platform/http/docs.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { GiveAcknowledgement } from './give-acknowledgement.js';
import { GiveDto } from './give.dto.js';

@AcknowledgementRoute()
export class GiveRoute {
  constructor(private readonly giving: GiveAcknowledgement) {}

  @Post()
  @Permits('acknowledgement.give')
  @Writes({ operationId: 'giveAcknowledgement', summary: 'Acknowledge what somebody did well' }, { status: 201 })
  give(@Body() body: GiveDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.giving.give(body, sent);
  }
}
