import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Recorder } from '../../directory/record.js';
import { Writes } from '../../platform/http/docs.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { ChooseNoticesDto } from './preferences.dto.js';
import { preferencesDecider, preferencesStream } from './preferences.js';

/** The person who asks chooses how to be told. Nobody chooses for another. */
@ApiTags('Notices')
@Controller('api/v1/notice-preferences')
export class NoticePreferencesRoute {
  constructor(private readonly recorder: Recorder) {}

  @Post()
  @Permits('notice.choose')
  @Writes({ operationId: 'chooseNotices', summary: 'Choose how you are told' })
  choose(@Body() { theirsToDo, forInformation }: ChooseNoticesDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const id = sent.asker.person;
    const act = { type: 'choose' as const, theirsToDo, forInformation };
    const to = { id, stream: preferencesStream(id), decider: preferencesDecider, permission: 'notice.choose' as const };
    return this.recorder.record({ ...to, act }, sent);
  }
}
