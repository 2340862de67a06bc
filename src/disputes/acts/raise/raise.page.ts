import { Get, Post, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { ChildrenInForms } from '../../../directory/children/children-in-forms.js';
import { TakesFiles } from '../../../platform/http/files-sent.js';
import { problemFrom } from '../../../platform/http/problem.js';
import type { SeeOther } from '../../../platform/http/see-other.js';
import type { Versioned } from '../../../platform/http/written.dto.js';
import { readReference } from '../../../platform/ids.js';
import type { Carrying } from '../../../web/forms/carrying.js';
import { Forms, queryOf } from '../../../web/forms/forms.js';
import type { Typed } from '../../../web/forms/typed.js';
import { type OtherPage, Page, PageRoute } from '../../../web/frame/page.js';
import type { DisputeDto } from '../../read/dispute.dto.js';
import { ReadDispute } from '../../read/read.query.js';
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
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Permits('dispute.raise')
  @OpensNothing(
    'A form in which nothing stands but what its reader has written, or the numbers of children whose page, or conversation, they had open.',
  )
  @Page('web/forms/form')
  async show(@Asking() asker: Asker, @Req() request: FastifyRequest): Promise<OtherPage> {
    const begun = (await this.conversationIn(request, asker)) ?? { children: this.children.carriedTo(request, asker) };
    return this.forms.show(this.carrying(asker, request), request, begun);
  }

  /** The conversation whose page led here, with its children; null where none did, or none that the asker may read. */
  private async conversationIn({ query }: FastifyRequest, asker: Asker): Promise<Typed | null> {
    const { conversation } = (query ?? {}) as { readonly conversation?: unknown };
    const reference = typeof conversation === 'string' ? readReference(conversation) : undefined;
    if (reference === undefined) return null;
    try {
      const { body } = await this.queries.execute<ReadDispute, Versioned<DisputeDto>>(
        new ReadDispute(reference, asker),
      );
      if (body.status !== 'discussed') return null;
      return { children: (body.children ?? []).map(({ id }) => id).join(', '), conversation: reference };
    } catch (error) {
      if (problemFrom(error)?.status === 404) return null;
      throw error;
    }
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
      follows: (events) => this.raisingForms.follows(events, asker),
      leadsTo: ({ reference }) => `/disputes/${reference}${queryOf(request)}`,
    };
  }
}
