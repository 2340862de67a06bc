import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Recorder } from '../../directory/record.js';
import { Executor } from '../../platform/executor.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { ChooseNoticesDto, NoticePreferencesDto } from './preferences.dto.js';
import { preferencesDecider, preferencesStream } from './preferences.js';

/** How the person who asks wants to be told. Nobody chooses for another. */
@ApiTags('Notices')
@Controller('api/v1/notice-preferences')
export class NoticePreferencesRoute {
  constructor(
    private readonly recorder: Recorder,
    @Inject(Executor) private readonly executor: Executor,
  ) {}

  @Get()
  @Permits('notice.read')
  @Reads({ operationId: 'readNoticePreferences', summary: 'How you are told' }, NoticePreferencesDto)
  async read(@Asking() { person }: Asker): Promise<NoticePreferencesDto> {
    return (await this.executor.load(preferencesStream(person), preferencesDecider)).state;
  }

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
