import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { RestrictDto } from './restrict.dto.js';

@DisputeRoute()
export class RestrictRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('restrict', 'Restrict it to the people on a list')
  @Permits('dispute.restrict')
  restrict(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { readers, answeredBy, reason }: RestrictDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'restrict', readers, answeredBy: answeredBy ?? null, reason }, sent);
  }
}
