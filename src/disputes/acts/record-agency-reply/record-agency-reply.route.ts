import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { RecordAgencyReplyDto } from './record-agency-reply.dto.js';

@DisputeRoute()
export class RecordAgencyReplyRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('record-agency-reply', 'Record what the agency said, or that it did not reply')
  @Permits('dispute.record-agency-reply')
  record(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RecordAgencyReplyDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'record-agency-reply', repliedOn: body.repliedOn ?? null, summary: body.summary },
      sent,
    );
  }
}
