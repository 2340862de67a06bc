import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { PauseClockDto } from './pause-clock.dto.js';

@DisputeRoute()
export class PauseClockRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('pause-clock', 'Pause the clock of the stage it is at')
  @Permits('dispute.pause-clock')
  pause(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: PauseClockDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'pause-clock', reason: body.reason, firstDay: body.firstDay ?? null, lastDay: body.lastDay ?? null },
      sent,
    );
  }
}
