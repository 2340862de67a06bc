import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { RedirectDto } from './redirect.dto.js';

@DisputeRoute()
export class RedirectRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('redirect', 'Send it to the team it belongs to')
  @Permits('dispute.redirect')
  redirect(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { toTeam, fromTeam, reason }: RedirectDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'redirect', toTeam, ...(fromTeam ? { fromTeam } : {}), reason },
      sent,
    );
  }
}
