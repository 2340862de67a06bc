import { Body, Param } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { Subjects } from '../../subject.js';
import { MoveToChildDto } from './move-to-child.dto.js';

@DisputeRoute()
export class MoveToChildRoute {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly subjects: Subjects,
  ) {}

  @ActOn('move-to-child', 'Move it to the child whom it is about')
  @Permits('dispute.move-to-child')
  async move(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: MoveToChildDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const raisedOn = await this.authorised.dayOf(reference, sent);
    const to = this.subjects.asOn(raisedOn, body.children);
    return this.authorised.act(reference, { type: 'move-to-child', to, reason: body.reason }, sent, body);
  }
}
