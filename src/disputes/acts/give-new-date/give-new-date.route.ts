import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { GiveNewDateDto } from './give-new-date.dto.js';

@DisputeRoute()
export class GiveNewDateRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('give-new-date', 'Ask once more, by a new date, where nobody answered in time')
  @Permits('dispute.give-new-date')
  giveNewDate(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { dueOn, reason }: GiveNewDateDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'give-new-date', dueOn, reason }, sent);
  }
}
