import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { CorrectPopulationDto } from './correct-population.dto.js';

@DisputeRoute()
export class CorrectPopulationRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('correct-population', 'Correct what the children are: looked after, or something else')
  @Permits('dispute.correct-population')
  correctPopulation(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: CorrectPopulationDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'correct-population', to: body.to, reason: body.reason }, sent);
  }
}
