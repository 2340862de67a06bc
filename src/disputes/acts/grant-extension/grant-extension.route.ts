import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { GrantExtensionDto } from './grant-extension.dto.js';

@DisputeRoute()
export class GrantExtensionRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('grant-extension', 'Grant the extension that was asked for')
  @Permits('dispute.grant-extension')
  grantExtension(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: GrantExtensionDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'grant-extension', reason: body.reason ?? null }, sent);
  }
}
