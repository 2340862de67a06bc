import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ResumeClockDto } from './resume-clock.dto.js';

@DisputeRoute()
export class ResumeClockRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('resume-clock', 'Let the paused clock run on')
  @Permits('dispute.resume-clock')
  resume(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: ResumeClockDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'resume-clock', reason: body.reason, lastDay: body.lastDay ?? null },
      sent,
    );
  }
}
