import { Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { PrepareAgenda } from './prepare.js';

@ChallengeRoute('meetings')
export class PrepareAgendaRoute {
  constructor(private readonly agenda: PrepareAgenda) {}

  @Post(':meeting/prepare')
  @Permits('challenge.set-agenda')
  @Writes({ operationId: 'prepareAgenda', summary: 'Put on the agenda what it proposes by itself' })
  prepare(@Param('meeting', ReferencePipe) id: string, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.agenda.prepare(id, sent);
  }
}
