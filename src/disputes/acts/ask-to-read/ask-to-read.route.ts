import { Body, Param } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { AskToReadDto } from './ask-to-read.dto.js';

@DisputeRoute()
export class AskToReadRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('ask-to-read', 'Ask to read a dispute of which you see where it stands')
  @Permits('dispute.ask-to-read')
  ask(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: AskToReadDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'ask-to-read', reason }, sent);
  }
}
