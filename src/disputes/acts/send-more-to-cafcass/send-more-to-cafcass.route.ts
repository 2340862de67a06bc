import { Body, Param } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { SendMoreToCafcassDto } from './send-more-to-cafcass.dto.js';

@DisputeRoute()
export class SendMoreToCafcassRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('send-more-to-cafcass', 'Record that what Cafcass asked for was sent')
  @Permits('dispute.send-more-to-cafcass')
  sendMoreToCafcass(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { sentOn }: SendMoreToCafcassDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'send-more-to-cafcass', sentOn }, sent);
  }
}
