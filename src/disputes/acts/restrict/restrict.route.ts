import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { DisputeDesk } from '../../dispute-desk.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { Subjects } from '../../subject.js';
import { RestrictDto } from './restrict.dto.js';

@DisputeRoute()
export class RestrictRoute {
  constructor(
    private readonly desk: DisputeDesk,
    private readonly subjects: Subjects,
  ) {}

  @ActOn('restrict', 'Restrict it to the people on a list')
  @Permits('dispute.restrict')
  restrict(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { readers, reason }: RestrictDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const known = readers.map((reader, index) => this.subjects.personNamed(reader, `/readers/${index}`));
    return this.desk.act(reference, { type: 'restrict', readers: known, reason }, sent);
  }
}
