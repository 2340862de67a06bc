import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { JudgeDto } from './judge.dto.js';

@DisputeRoute()
export class JudgeRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('judge', 'Judge the answer of the stage')
  @Permits('dispute.judge')
  judge(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: JudgeDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const stand = body.actionsThatStand ?? [];
    return this.authorised.act(
      reference,
      {
        ...{ type: 'judge', verdict: body.verdict, reason: body.reason },
        ...(stand.length === 0 ? {} : { actionsThatStand: stand }),
        ...(body.goesUp === 'now' ? { goesUp: 'now' } : {}),
      },
      sent,
    );
  }
}
