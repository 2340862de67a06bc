import { Permits } from '../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { ActOn, DisputeRoute } from '../dispute-route.js';
import { AuthorisedLegalAdvice } from './authorised-legal-advice.js';
import { RecordLegalAdviceDto } from './record-legal-advice.dto.js';

@DisputeRoute()
export class RecordLegalAdviceRoute {
  constructor(private readonly authorised: AuthorisedLegalAdvice) {}

  @ActOn('record-legal-advice', 'Record privileged legal advice')
  @Permits('dispute.record-legal-advice')
  record(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RecordLegalAdviceDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.record(
      reference,
      { type: 'record-legal-advice', takenOn: body.takenOn, advice: body.advice },
      sent,
    );
  }
}
