import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { childViewIn } from '../raise/raise.js';
import { RecordChildViewDto } from './record-child-view.dto.js';

@DisputeRoute()
export class RecordChildViewRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('record-child-view', 'Record the child’s view, and whether an advocate was offered')
  @Permits('dispute.record-child-view')
  recordChildView(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RecordChildViewDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'record-child-view', ...childViewIn(body)! }, sent);
  }
}
