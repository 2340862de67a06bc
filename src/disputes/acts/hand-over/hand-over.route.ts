import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { DisputeDesk } from '../../dispute-desk.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { Subjects } from '../../subject.js';
import { HandOverDto } from './hand-over.dto.js';

@DisputeRoute()
export class HandOverRoute {
  constructor(
    private readonly desk: DisputeDesk,
    private readonly subjects: Subjects,
  ) {}

  @ActOn('hand-over', 'Hand it over to another IRO')
  @Permits('dispute.hand-over')
  async handOver(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { toIro, reason }: HandOverDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const iro = this.subjects.iroNamed(toIro, '/toIro');
    return this.desk.act(reference, { type: 'hand-over', toIro: iro, reason }, sent);
  }
}
