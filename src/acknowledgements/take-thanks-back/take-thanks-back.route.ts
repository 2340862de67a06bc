import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { AuthorisedAcknowledgements } from '../authorised-acknowledgements.js';
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { TakeThanksBackDto } from './take-thanks-back.dto.js';

@AcknowledgementRoute()
export class TakeThanksBackRoute {
  constructor(private readonly authorised: AuthorisedAcknowledgements) {}

  @Post(':reference/take-thanks-back')
  @Permits('acknowledgement.take-thanks-back')
  @Writes({ operationId: 'takeThanksBack', summary: 'Take one’s own thanks back' })
  takeThanksBack(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: TakeThanksBackDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'take-thanks-back', reason }, sent);
  }
}
