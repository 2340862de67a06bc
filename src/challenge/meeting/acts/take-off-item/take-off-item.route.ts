import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { TakeOffItemDto } from './take-off-item.dto.js';

@ChallengeRoute('meetings')
export class TakeOffAgendaItemRoute {
  constructor(private readonly authorised: AuthorisedMeetings) {}

  @Post(':meeting/take-off-item')
  @Permits('challenge.take-off-agenda')
  @Writes({ operationId: 'takeOffAgendaItem', summary: 'Take an item off the agenda' })
  takeOff(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { itemId, reason }: TakeOffItemDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(id, { type: 'take-off-item', itemId, reason }, sent);
  }
}
