import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { TakeBackMeetingActionDoneDto } from './take-back-action-done.dto.js';

@ChallengeRoute('meetings')
export class TakeBackMeetingActionDoneRoute {
  constructor(private readonly authorised: AuthorisedMeetings) {}

  @Post(':meeting/take-back-action-done')
  @Permits('challenge.mark-action-done')
  @Writes({ operationId: 'takeBackMeetingActionDone', summary: 'Take back that an action over a theme was done' })
  takeBack(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { actionId, reason }: TakeBackMeetingActionDoneDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(id, { type: 'take-back-action-done', actionId, reason }, sent);
  }
}
