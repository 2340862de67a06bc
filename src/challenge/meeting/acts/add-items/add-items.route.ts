import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { malformed } from '../../../../platform/http/problem.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import type { About } from '../../../events.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { AddAgendaItemsDto, type NewAgendaItemDto } from './add-items.dto.js';

@ChallengeRoute('meetings')
export class AddAgendaItemsRoute {
  constructor(private readonly authorised: AuthorisedMeetings) {}

  @Post(':meeting/add-items')
  @Permits('challenge.set-agenda')
  @Writes({ operationId: 'addAgendaItems', summary: 'Put cases and themes on the agenda' })
  add(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { items }: AddAgendaItemsDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const added = items.map((item, index) => ({
      about: aboutIn(item, index),
      because: [],
      note: item.note ?? null,
      carriedFrom: null,
    }));
    return this.authorised.act(id, { type: 'add-items', items: added }, sent);
  }
}

const aboutIn = ({ dispute, theme, title }: NewAgendaItemDto, index: number): About => {
  if (dispute && !theme && !title) return { kind: 'case', dispute };
  if (!dispute && theme && title) return { kind: 'theme', theme, title };
  throw malformed(`/items/${index}`, 'must have either the reference of a dispute, or a theme and its title');
};
