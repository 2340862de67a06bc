import { Body, Inject, Param } from '@nestjs/common';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import { DisputeDesk } from '../dispute-desk.js';
import { ActOn, DisputeRoute } from '../dispute-route.js';
import { existing } from '../references.js';
import { VoidDto } from './void.dto.js';

@DisputeRoute()
export class VoidRoute {
  constructor(
    private readonly desk: DisputeDesk,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @ActOn('void', 'Void it as raised in error or a duplicate')
  async voidDispute(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { because, duplicateOf, reason }: VoidDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const other = duplicateOf ? await existing(duplicateOf, '/duplicateOf', this.store) : null;
    return this.desk.act(reference, { type: 'void', because, duplicateOf: other, reason }, sent);
  }
}
