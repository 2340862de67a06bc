import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { AuthorisedAcknowledgements } from '../authorised-acknowledgements.js';
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { WhatIsSaid } from '../give/what-is-said.js';
import { WhoIsThanked } from '../give/who-is-thanked.js';
import { CorrectDto } from './correct.dto.js';

@AcknowledgementRoute()
export class CorrectAcknowledgementRoute {
  constructor(
    private readonly authorised: AuthorisedAcknowledgements,
    private readonly said: WhatIsSaid,
    private readonly thanked: WhoIsThanked,
  ) {}

  @Post(':reference/correct')
  @Permits('acknowledgement.correct')
  @Writes({ operationId: 'correctAcknowledgement', summary: 'Replace it by a corrected version' })
  async correct(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason, ...body }: CorrectDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const asItIs = await this.authorised.toCorrect(reference, sent);
    const acknowledged = this.said.corrected(body, asItIs, sent.asker);
    const written = await this.authorised.act(reference, { type: 'correct', acknowledged, reason }, sent);
    return written.withAdvice(
      this.thanked.notReached({ children: asItIs.children, ...acknowledged, people: acknowledged.people ?? [] }),
    );
  }
}
