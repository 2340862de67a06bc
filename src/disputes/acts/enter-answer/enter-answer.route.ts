import { Body, Param } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { wantedActions } from '../wanted-action.dto.js';
import { EnterAnswerDto } from './enter-answer.dto.js';

@DisputeRoute()
export class EnterAnswerRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('enter-answer', 'Enter the answer of a post outside of the council')
  @Permits('dispute.enter-answer')
  enterAnswer(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: EnterAnswerDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      {
        type: 'enter-answer',
        post: body.post ?? null,
        saidBy: body.saidBy,
        saidOn: body.saidOn,
        agreement: body.agreement,
        reasons: body.reasons,
        actions: wantedActions(body.actions),
        evidence: body.evidence ?? null,
        ...(body.forTeams ? { forTeams: body.forTeams } : {}),
      },
      sent,
    );
  }
}
