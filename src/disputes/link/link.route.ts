import { Body, Inject, Param } from '@nestjs/common';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import { DisputeDesk } from '../dispute-desk.js';
import { ActOn, DisputeRoute } from '../dispute-route.js';
import { linkIn } from '../references.js';
import { LinkDisputeDto } from './link.dto.js';

@DisputeRoute()
export class LinkRoute {
  constructor(
    private readonly desk: DisputeDesk,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @ActOn('link', 'Link it to another dispute, a complaint or a review')
  async link(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: LinkDisputeDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.desk.act(reference, { type: 'link', link: await linkIn(body, '', this.store) }, sent);
  }
}
