import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { TakesFiles } from '../../../platform/http/files-sent.js';
import type { SeeOther } from '../../../platform/http/see-other.js';
import { type Carrying, Forms, queryOf } from '../../../web/forms/forms.js';
import { type OtherPage, Page, PageRoute } from '../../../web/frame/page.js';
import { RaisingForms } from '../../pages/raising-forms.js';
import { RaiseDto } from './raise.dto.js';
import { RAISE_PAGES } from './raise.form.js';
import { RaiseRoute } from './raise.route.js';

/** Raising, on three pages and one on which it is checked. */
@PageRoute('disputes/new')
export class RaisePage {
  constructor(
    private readonly forms: Forms,
    private readonly raising: RaiseRoute,
    private readonly raisingForms: RaisingForms,
  ) {}

  @Get()
  @Permits('dispute.raise')
  @OpensNothing('A form in which nothing stands but what its reader has written.')
  @Page('web/forms/form')
  show(@Req() request: FastifyRequest): Promise<OtherPage> {
    return this.forms.show(this.carrying(request), request);
  }

  @Post()
  @Permits('dispute.raise')
  @TakesFiles()
  @Page('web/forms/form')
  send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
    return this.forms.send(this.carrying(request), sent, request);
  }

  private carrying(request: FastifyRequest): Carrying {
    return {
      pages: RAISE_PAGES,
      body: RaiseDto,
      ...this.raisingForms.meanwhile(),
      around: async () => ({ choices: await this.raisingForms.choices(), back: '/my-work' }),
      carryOut: (body, sent) => this.raising.raise(body as RaiseDto, sent),
      follows: (events) => this.raisingForms.follows(events),
      said: (written, sent) => this.raisingForms.said(written, sent),
      leadsTo: ({ reference }) => `/disputes/${reference}${queryOf(request)}`,
    };
  }
}
