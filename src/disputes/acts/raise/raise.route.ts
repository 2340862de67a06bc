import { Body, Post } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Writes } from '../../../platform/http/docs.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { DisputeRoute } from '../../dispute-route.js';
import { RaiseDto } from './raise.dto.js';
import { RaiseDispute } from './raise.js';

@DisputeRoute()
export class RaiseRoute {
  constructor(private readonly disputes: RaiseDispute) {}

  @Post()
  @Permits('dispute.raise')
  @Writes({ operationId: 'raiseDispute', summary: 'Raise an informal or a formal dispute' }, { status: 201 })
  raise(@Body() body: RaiseDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.disputes.raise(body, sent);
  }
}
