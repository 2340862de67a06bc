import { Body, Param } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { RecordComplaintDto } from './record-complaint.dto.js';

@DisputeRoute()
export class RecordComplaintRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('record-complaint', 'Record how a linked complaint stands')
  @Permits('dispute.record-complaint')
  recordComplaint(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { complaint, state, on }: RecordComplaintDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'record-complaint', complaint, state, on }, sent);
  }
}
