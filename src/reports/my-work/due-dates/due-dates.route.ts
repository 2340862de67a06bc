import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { Recorder } from '../../../directory/record.js';
import { Writes } from '../../../platform/http/docs.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { type DueDatesAct, dueDatesDecider, dueDatesStream } from './due-dates.js';

/** The person who asks has an address made, replaced or ended. Nobody does it for another. */
@ApiTags('Work')
@Controller('api/v1/due-dates')
export class DueDatesRoute {
  constructor(private readonly recorder: Recorder) {}

  @Post('address')
  @Permits('work.follow')
  @Writes({
    operationId: 'makeDueDatesAddress',
    summary: 'A secret address at which a calendar finds your due dates; the one before opens nothing any more',
  })
  make(@Sent() sent: SentWith): Promise<WrittenDto> {
    return this.record({ type: 'make-address' }, sent);
  }

  @Post('end-address')
  @Permits('work.follow')
  @Writes({ operationId: 'endDueDatesAddress', summary: 'The address of your due dates opens nothing any more' })
  end(@Sent() sent: SentWith): Promise<WrittenDto> {
    return this.record({ type: 'end-address' }, sent);
  }

  private record(act: DueDatesAct, sent: SentWith): Promise<WrittenDto> {
    const id = sent.asker.person;
    const to = { id, stream: dueDatesStream(id), decider: dueDatesDecider, permission: 'work.follow' as const };
    return this.recorder.record({ ...to, act }, sent);
  }
}
