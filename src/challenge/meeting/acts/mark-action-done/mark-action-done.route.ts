import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { MarkMeetingActionDoneDto } from './mark-action-done.dto.js';

@ChallengeRoute('meetings')
export class MarkMeetingActionDoneRoute {
  constructor(private readonly authorised: AuthorisedMeetings) {}

  @Post(':meeting/mark-action-done')
  @Permits('challenge.mark-action-done')
  @Writes({ operationId: 'markMeetingActionDone', summary: 'Mark done what somebody undertook over a theme' })
  markDone(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { actionId, evidence, doneOn }: MarkMeetingActionDoneDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(id, { type: 'mark-action-done', actionId, evidence, doneOn }, sent);
  }
}
