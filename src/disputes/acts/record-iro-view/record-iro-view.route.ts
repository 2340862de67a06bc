import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { RecordIroViewDto } from './record-iro-view.dto.js';

@DisputeRoute()
export class RecordIroViewRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('record-iro-view', 'Record the IRO’s own view of the answer')
  @Permits('dispute.record-iro-view')
  recordIroView(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RecordIroViewDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'record-iro-view', view: body.view, reason: body.reason }, sent);
  }
}
