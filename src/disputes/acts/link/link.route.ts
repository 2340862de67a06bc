import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { LinkDisputeDto } from './link.dto.js';

@DisputeRoute()
export class LinkRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('link', 'Link it to another dispute, a complaint or a review')
  @Permits('dispute.link')
  link(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { kind, to }: LinkDisputeDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'link', link: { kind, to } }, sent);
  }
}
