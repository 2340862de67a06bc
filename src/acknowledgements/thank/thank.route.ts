import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { AuthorisedAcknowledgements } from '../authorised-acknowledgements.js';
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { ThankDto } from './thank.dto.js';

@AcknowledgementRoute()
export class ThankAcknowledgementRoute {
  constructor(private readonly authorised: AuthorisedAcknowledgements) {}

  @Post(':reference/thank')
  @Permits('acknowledgement.thank')
  @Writes({ operationId: 'thankAcknowledgement', summary: 'A word of thanks back' })
  thank(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { text }: ThankDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'thank', text }, sent);
  }
}
