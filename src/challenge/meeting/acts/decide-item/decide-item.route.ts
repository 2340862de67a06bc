import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { DecideItemDto } from './decide-item.dto.js';
import type { DecideItem } from './decide-item.js';

@ChallengeRoute('meetings')
export class DecideAgendaItemRoute {
  constructor(private readonly authorised: AuthorisedMeetings) {}

  @Post(':meeting/decide-item')
  @Permits('challenge.decide')
  @Writes({ operationId: 'decideAgendaItem', summary: 'Record discussion, decision and actions on one item' })
  decide(
    @Param('meeting', ReferencePipe) id: string,
    @Body() body: DecideItemDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const act: DecideItem = {
      type: 'decide-item',
      itemId: body.itemId,
      discussion: body.discussion,
      decision: body.decision,
      actions: (body.actions ?? []).map(({ what, who, by }) => ({ what, who, by })),
      iroView: null,
      goesOnTo: body.goesOnTo ?? null,
      nextLookOn: body.nextLookOn ?? null,
    };
    return this.authorised.act(id, act, sent);
  }
}
