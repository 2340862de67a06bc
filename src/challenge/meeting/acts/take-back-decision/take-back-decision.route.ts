import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { TakeBackDecisionDto } from './take-back-decision.dto.js';

@ChallengeRoute('meetings')
export class TakeBackDecisionRoute {
  constructor(private readonly authorised: AuthorisedMeetings) {}

  @Post(':meeting/take-back-decision')
  @Permits('challenge.decide')
  @Writes({ operationId: 'takeBackDecision', summary: 'Take back a decision that was written down by mistake' })
  takeBack(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { itemId, reason }: TakeBackDecisionDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(id, { type: 'take-back-decision', itemId, reason }, sent);
  }
}
