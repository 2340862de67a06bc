import { Get, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import { ChildrenInForms } from '../../directory/children/children-in-forms.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { SeeOther } from '../../platform/http/see-other.js';
import { CLOCK } from '../../platform/tokens.js';
import { WordsNow } from '../../protocol/words-now.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';
import type { Carrying } from '../../web/forms/carrying.js';
import { Forms, queryOf } from '../../web/forms/forms.js';
import { type OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import { GiveDto } from './give.dto.js';
import { giveForm } from './give.form.js';
import { GiveRoute } from './give.route.js';
import { givingChoices } from './giving-choices.js';
import { WhoIsThanked } from './who-is-thanked.js';

@PageRoute('acknowledgements/new')
export class GivePage {
  constructor(
    private readonly forms: Forms,
    private readonly giving: GiveRoute,
    private readonly thanked: WhoIsThanked,
    private readonly children: ChildrenInForms,
    private readonly words: WordsNow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('acknowledgement.give')
  @OpensNothing(
    'A form in which nothing stands but what its reader has written, or the number of a child whose page they had open.',
  )
  @Page('web/forms/form')
  show(@Asking() asker: Asker, @Req() request: FastifyRequest): Promise<OtherPage> {
    const children = this.children.carriedTo(request, asker);
    return this.forms.show(this.carrying(asker, request), request, { children });
  }

  @Post()
  @Permits('acknowledgement.give')
  @Page('web/forms/form')
  send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
    return this.forms.send(this.carrying(sent.asker, request), sent, request);
  }

  private carrying(asker: Asker, request: FastifyRequest): Carrying {
    return {
      pages: [giveForm],
      body: GiveDto,
      meant: this.children.meant(asker),
      around: async () => ({
        choices: await this.choices(),
        back: this.children.backFrom(request, asker, '/my-work'),
        entries: this.children.inWords(asker),
      }),
      carryOut: (body, sent) => this.giving.give(body as GiveDto, sent),
      follows: (events) => this.thanked.willBe(null, events, asker),
      said: async ({ reference }, _, done) => [done, ...(await this.thanked.are(reference, asker))].join(' '),
      leadsTo: ({ reference }) => `/acknowledgements/${reference}${queryOf(request)}`,
    };
  }

  private async choices(): Promise<ChoicesBy> {
    const { themes } = await this.words.now();
    return givingChoices({ people: this.thanked.inOffice(), themes, givenOn: londonDate(this.clock.now()) });
  }
}
