import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { VoidDto } from './void.dto.js';

@DisputeRoute()
export class VoidRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('void', 'Void it as raised in error, a duplicate, or about another child')
  @Permits('dispute.void')
  voidDispute(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { because, duplicateOf, reason }: VoidDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'void', because, duplicateOf: duplicateOf ?? null, reason }, sent);
  }
}
