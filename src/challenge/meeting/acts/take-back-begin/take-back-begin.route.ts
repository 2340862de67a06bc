import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { TakeBackBeginDto } from './take-back-begin.dto.js';

@ChallengeRoute('meetings')
export class TakeBackBeginRoute {
  constructor(private readonly authorised: AuthorisedMeetings) {}

  @Post(':meeting/take-back-begin')
  @Permits('challenge.record')
  @Writes({ operationId: 'takeBackBegin', summary: 'Take back that it has begun' })
  takeBack(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { reason }: TakeBackBeginDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(id, { type: 'take-back-begin', reason }, sent);
  }
}
