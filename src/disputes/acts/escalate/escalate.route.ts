import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { EscalateDto } from './escalate.dto.js';

@DisputeRoute()
export class EscalateRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('escalate', 'Send it up the ladder')
  @Permits('dispute.escalate')
  escalate(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: EscalateDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      {
        type: 'escalate',
        toStage: body.toStage ?? null,
        reason: body.reason,
        meetingOn: body.meetingOn ?? null,
        answerWithin: body.answerWithin ?? null,
        answeredBy: body.answeredBy ?? null,
      },
      sent,
    );
  }
}
