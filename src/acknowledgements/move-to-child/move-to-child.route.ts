import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Subjects } from '../../disputes/subject.js';
import { Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { AuthorisedAcknowledgements } from '../authorised-acknowledgements.js';
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { MoveToChildDto } from './move-to-child.dto.js';

@AcknowledgementRoute()
export class MoveAcknowledgementRoute {
  constructor(
    private readonly authorised: AuthorisedAcknowledgements,
    private readonly subjects: Subjects,
  ) {}

  @Post(':reference/move-to-child')
  @Permits('acknowledgement.move-to-child')
  @Writes({ operationId: 'moveAcknowledgementToChild', summary: 'Move it to the child whom it is about' })
  async move(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: MoveToChildDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const givenOn = await this.authorised.givenOn(reference, sent);
    const { children, team } = this.subjects.asOn(givenOn, body.children);
    const act = { type: 'move-to-child' as const, to: { children, team }, reason: body.reason };
    return this.authorised.act(reference, act, sent, body);
  }
}
