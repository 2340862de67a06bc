import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { DisputeDesk } from '../dispute-desk.js';
import { ActOn, DisputeRoute } from '../dispute-route.js';
import { RecordLegalAdviceDto } from './record-legal-advice.dto.js';

@DisputeRoute()
export class RecordLegalAdviceRoute {
  constructor(private readonly desk: DisputeDesk) {}

  @ActOn('record-legal-advice', 'Record privileged legal advice')
  record(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RecordLegalAdviceDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.desk.act(reference, { type: 'record-legal-advice', takenOn: body.takenOn, advice: body.advice }, sent);
  }
}
