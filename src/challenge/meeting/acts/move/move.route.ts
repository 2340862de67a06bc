import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { MeetingKeeper } from '../../meeting-keeper.js';
import { MoveMeetingDto } from './move.dto.js';

@ChallengeRoute('meetings')
export class MoveMeetingRoute {
  constructor(
    private readonly authorised: AuthorisedMeetings,
    private readonly keeper: MeetingKeeper,
  ) {}

  @Post(':meeting/move')
  @Permits('challenge.arrange')
  @Writes({ operationId: 'moveMeeting', summary: 'Hold it on another day; the cases on its agenda take the new day' })
  async move(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { heldOn, startsAt, reason }: MoveMeetingDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const { meeting } = await this.keeper.find(id);
    return this.authorised.act(
      id,
      { type: 'move', to: { heldOn, startsAt: startsAt ?? meeting.startsAt }, reason },
      sent,
    );
  }
}
