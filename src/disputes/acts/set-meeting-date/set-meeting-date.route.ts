import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { SetMeetingDateDto } from './set-meeting-date.dto.js';

@DisputeRoute()
export class SetMeetingDateRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('set-meeting-date', 'Set the date of the meeting that times the stage')
  @Permits('dispute.set-meeting-date')
  setMeetingDate(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: SetMeetingDateDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'set-meeting-date', meetingOn: body.meetingOn }, sent);
  }
}
