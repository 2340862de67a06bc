import { Body, Param } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { AnswerRequestToReadDto } from './answer-request-to-read.dto.js';

@DisputeRoute()
export class AnswerRequestToReadRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('answer-request-to-read', 'Let somebody who asked read it until a day, or say why not')
  @Permits('dispute.answer-request-to-read')
  answer(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { person, answer, lastDay = null, reason = null }: AnswerRequestToReadDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'answer-request-to-read', person, answer, lastDay, reason }, sent);
  }
}
