import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { SeeOther } from '../../platform/http/see-other.js';
import { type Carrying, Forms, queryOf } from '../../web/forms/forms.js';
import { type OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import { GiveDto } from './give.dto.js';
import { giveForm } from './give.form.js';
import { GiveRoute } from './give.route.js';
import { THEME_CHOICES } from './theme-choices.js';

@PageRoute('acknowledgements/new')
export class GivePage {
  constructor(
    private readonly forms: Forms,
    private readonly giving: GiveRoute,
  ) {}

  @Get()
  @Permits('acknowledgement.give')
  @OpensNothing('A form in which nothing stands but what its reader has written.')
  @Page('web/forms/form')
  show(@Req() request: FastifyRequest): Promise<OtherPage> {
    return this.forms.show(this.carrying(request), request);
  }

  @Post()
  @Permits('acknowledgement.give')
  @Page('web/forms/form')
  send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
    return this.forms.send(this.carrying(request), sent, request);
  }

  private carrying(request: FastifyRequest): Carrying {
    return {
      pages: [giveForm],
      body: GiveDto,
      around: async () => ({ choices: THEME_CHOICES, back: '/my-work' }),
      carryOut: (body, sent) => this.giving.give(body as GiveDto, sent),
      follows: async () => [],
      leadsTo: ({ reference }) => `/acknowledgements/${reference}${queryOf(request)}`,
    };
  }
}
