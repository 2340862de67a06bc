import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { RefuseExtensionDto } from './refuse-extension.dto.js';

@DisputeRoute()
export class RefuseExtensionRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('refuse-extension', 'Refuse the extension that was asked for')
  @Permits('dispute.refuse-extension')
  refuseExtension(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RefuseExtensionDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'refuse-extension', reason: body.reason }, sent);
  }
}
