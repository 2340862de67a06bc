import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { PlaceItemDto } from './place-item.dto.js';

@ChallengeRoute('meetings')
export class PlaceAgendaItemRoute {
  constructor(private readonly authorised: AuthorisedMeetings) {}

  @Post(':meeting/place-item')
  @Permits('challenge.set-agenda')
  @Writes({ operationId: 'placeAgendaItem', summary: 'Take an item up at another place of the agenda' })
  place(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { itemId, place }: PlaceItemDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(id, { type: 'place-item', itemId, place }, sent);
  }
}
