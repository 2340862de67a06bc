import { Get, Post, Req } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { SeeOther } from '../../platform/http/see-other.js';
import type { Carrying } from '../../web/forms/carrying.js';
import { Forms } from '../../web/forms/forms.js';
import { type OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import type { NoticePreferences } from '../events.js';
import { ChooseNoticesDto } from './preferences.dto.js';
import { preferencesForm } from './preferences.form.js';
import { ReadNoticePreferences } from './preferences.query.js';
import { NoticePreferencesRoute } from './preferences.route.js';

@PageRoute('notices/how')
export class NoticePreferencesPage {
  constructor(
    private readonly forms: Forms,
    private readonly queries: QueryBus,
    private readonly modules: ModuleRef,
  ) {}

  @Get()
  @Permits('notice.choose')
  @OpensNothing('How one person is told.')
  @Page('web/forms/form')
  async show(@Asking() { person }: Asker, @Req() request: FastifyRequest): Promise<OtherPage> {
    const chosen = await this.queries.execute<ReadNoticePreferences, NoticePreferences>(
      new ReadNoticePreferences(person),
    );
    return this.forms.show(this.carrying(), request, { ...chosen });
  }

  @Post()
  @Permits('notice.choose')
  @Page('web/forms/form')
  send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
    return this.forms.send(this.carrying(), sent, request);
  }

  private carrying(): Carrying {
    return {
      pages: [preferencesForm],
      body: ChooseNoticesDto,
      around: async () => ({ choices: {}, back: '/notices' }),
      carryOut: (body, sent) =>
        this.modules.get(NoticePreferencesRoute, { strict: false }).choose(body as ChooseNoticesDto, sent),
      follows: async () => [],
      leadsTo: () => '/notices',
    };
  }
}
