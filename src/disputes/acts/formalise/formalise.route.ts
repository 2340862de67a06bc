import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ContinueFormally } from './continue-formally.js';
import { FormaliseDto } from './formalise.dto.js';

@DisputeRoute()
export class FormaliseRoute {
  constructor(private readonly formally: ContinueFormally) {}

  @ActOn('formalise', 'Continue an informal dispute as a formal one')
  @Permits('dispute.formalise')
  formalise(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: FormaliseDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.formally.continue(reference, body, sent);
  }
}
