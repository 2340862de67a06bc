import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Executor } from '../../platform/executor.js';
import type { NoticePreferences } from '../events.js';
import { preferencesDecider, preferencesStream } from './preferences.js';

/** How a person wants to be told. A door asks it only of the person who is at it: nobody reads how another is told. */
export class ReadNoticePreferences extends Query<NoticePreferences> {
  constructor(readonly person: string) {
    super();
  }
}

@QueryHandler(ReadNoticePreferences)
export class ReadNoticePreferencesHandler implements IQueryHandler<ReadNoticePreferences> {
  constructor(@Inject(Executor) private readonly executor: Executor) {}

  async execute({ person }: ReadNoticePreferences): Promise<NoticePreferences> {
    return (await this.executor.load(preferencesStream(person), preferencesDecider)).state;
  }
}
