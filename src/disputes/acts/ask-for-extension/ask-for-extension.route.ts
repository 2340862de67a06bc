import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { AskForExtensionDto } from './ask-for-extension.dto.js';

@DisputeRoute()
export class AskForExtensionRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('ask-for-extension', 'Ask for a later date')
  @Permits('dispute.ask-for-extension')
  askForExtension(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: AskForExtensionDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'ask-for-extension', askedFor: body.askedFor, reason: body.reason },
      sent,
    );
  }
}
