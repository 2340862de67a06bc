import { Body, Param } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { TakeBackEntryDto } from './take-back-entry.dto.js';

@DisputeRoute()
export class TakeBackEntryRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('take-back-entry', 'Take back an entry of its history that was a mistake')
  @Permits('dispute.take-back-entry')
  takeBackEntry(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { entry, reason }: TakeBackEntryDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'take-back-entry', entry, reason }, sent);
  }
}
