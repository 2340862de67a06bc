import { Permits } from '../../../access/permission.js';
import { Body, Inject, Param } from '@nestjs/common';
import type { Position } from '../../../platform/event-store/event-store.js';
import { WHAT_FOLLOWS, type WhatFollows } from '../../../directory/what-follows.js';
import { disputeStream } from '../../act-on-dispute.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { VoidDto } from './void.dto.js';

@DisputeRoute()
export class VoidRoute {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    @Inject(WHAT_FOLLOWS) private readonly follows: WhatFollows,
  ) {}

  @ActOn('void', 'Void it as raised in error, a duplicate, or about another child')
  @Permits('dispute.void')
  async voidDispute(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { because, duplicateOf, reason }: VoidDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const act = { type: 'void' as const, because, duplicateOf: duplicateOf ?? null, reason };
    const written = await this.authorised.act(reference, act, sent);
    await this.follows.after(disputeStream(reference), (written.position ?? undefined) as Position | undefined);
    return written;
  }
}
