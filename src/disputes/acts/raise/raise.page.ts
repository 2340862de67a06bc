import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { ChildrenInForms } from '../../../directory/children/children-in-forms.js';
import { TakesFiles } from '../../../platform/http/files-sent.js';
import type { SeeOther } from '../../../platform/http/see-other.js';
import type { Carrying } from '../../../web/forms/carrying.js';
import { Forms, queryOf } from '../../../web/forms/forms.js';
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
    private readonly children: ChildrenInForms,
  ) {}

  @Get()
  @Permits('dispute.raise')
  @OpensNothing(
    'A form in which nothing stands but what its reader has written, or the number of a child whose page they had open.',
  )
  @Page('web/forms/form')
  show(@Asking() asker: Asker, @Req() request: FastifyRequest): Promise<OtherPage> {
    const children = this.children.carriedTo(request, asker);
    return this.forms.show(this.carrying(asker, request), request, { children });
  }

  @Post()
  @Permits('dispute.raise')
  @TakesFiles()
  @Page('web/forms/form')
  send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
    return this.forms.send(this.carrying(sent.asker, request), sent, request);
  }

  private carrying(asker: Asker, request: FastifyRequest): Carrying {
    return {
      pages: RAISE_PAGES,
      body: RaiseDto,
      ...this.raisingForms.inCommon(asker),
      meant: this.children.meant(asker),
      around: async (typed = {}) => ({
        choices: await this.raisingForms.choices(typed),
        back: this.children.backFrom(request, asker, '/my-work'),
        entries: this.children.inWords(asker),
      }),
      carryOut: (body, sent) => this.raising.raise(body as RaiseDto, sent),
      follows: (events) => this.raisingForms.follows(events),
      leadsTo: ({ reference }) => `/disputes/${reference}${queryOf(request)}`,
    };
  }
}
