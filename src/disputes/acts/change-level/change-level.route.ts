import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ChangeLevelDto } from './change-level.dto.js';

@DisputeRoute()
export class ChangeLevelRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('change-level', 'Change how pressing it is, by the levels of the protocol')
  @Permits('dispute.change-level')
  changeLevel(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { level, reason, meetingOn }: ChangeLevelDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'change-level', level, reason, meetingOn: meetingOn ?? null }, sent);
  }
}
