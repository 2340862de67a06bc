import { Get, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { londonDate } from '../../../calendar/dates.js';
import type { Directory } from '../../../directory/directory.js';
import type { SeeOther } from '../../../platform/http/see-other.js';
import { DIRECTORY } from '../../../platform/tokens.js';
import { Readings } from '../../../reading/readings.js';
import { type Carrying, Forms, queryOf } from '../../../web/forms/forms.js';
import { type OtherPage, Page, PageRoute } from '../../../web/frame/page.js';
import type { DisputeRaised } from '../../events.js';
import { choicesFrom } from '../../pages/choices.js';
import { whatFollows } from '../../pages/what-follows.js';
import { RaiseDto } from './raise.dto.js';
import { RAISE_PAGES } from './raise.form.js';
import { RaiseRoute } from './raise.route.js';

/** Raising, on three pages and one on which it is checked. */
@PageRoute('disputes/new')
export class RaisePage {
  constructor(
    private readonly forms: Forms,
    private readonly raising: RaiseRoute,
    private readonly readings: Readings,
    @Inject(DIRECTORY) private readonly directory: Directory,
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
  @Page('web/forms/form')
  send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
    return this.forms.send(this.carrying(request), sent, request);
  }

  private carrying(request: FastifyRequest): Carrying {
    return {
      pages: RAISE_PAGES,
      body: RaiseDto,
      meanwhile: { theme: 'OTHER', concern: 'Asked for on a later page' },
      around: async () => {
        const { protocols, now } = await this.readings.now();
        const today = londonDate(now);
        const { protocol } = protocols.inForceOn(today);
        const { directory } = this;
        return {
          choices: choicesFrom({ dispute: null, entries: [], directory, protocol, today }),
          back: '/my-work',
        };
      },
      carryOut: (body, sent) => this.raising.raise(body as RaiseDto, sent),
      follows: async (events) => {
        const raised = events.find(({ type }) => type.endsWith('DisputeRaised'))?.data as DisputeRaised | undefined;
        const { now } = this.readings.withoutRules();
        return whatFollows(events, raised?.subject.children ?? [], this.directory, londonDate(now));
      },
      leadsTo: ({ reference }) => `/disputes/${reference}${queryOf(request)}`,
    };
  }
}
