import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { KeepsDrafts, Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { TokenMade } from '../../access/tokens/make-token.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { SeeOther } from '../../platform/http/see-other.js';
import type { Carrying } from '../../web/forms/carrying.js';
import { Forms } from '../../web/forms/forms.js';
import { OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import { presentMade } from './present-tokens.js';
import { AuthorisedTokens } from './authorised-tokens.js';
import { MakeTokenDto } from './token.dto.js';
import { makeTokenForm } from './token-forms.js';

const MADE = 'sign-in/tokens/made';
const WHY = 'A token of staff or of a program.';

/** A token is made, and its text stands on the page that answers, and nowhere else ever. */
@PageRoute('tokens/new')
export class MakeTokenPage {
  constructor(
    private readonly forms: Forms,
    private readonly authorised: AuthorisedTokens,
  ) {}

  @Get()
  @Permits('account.tie')
  @OpensNothing(WHY)
  @Page('web/forms/form')
  show(@Req() request: FastifyRequest): Promise<OtherPage> {
    return this.forms.show(
      this.carrying(() => undefined),
      request,
    );
  }

  @Post()
  @Permits('account.tie')
  @KeepsDrafts()
  @Page('web/forms/form')
  async send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
    let made: TokenMade | undefined;
    const carrying = this.carrying((token) => (made = token));
    const answer = await this.forms.send(carrying, sent, request);
    return made === undefined ? answer : new OtherPage(MADE, presentMade(made));
  }

  private carrying(onMade: (made: TokenMade) => void): Carrying {
    return {
      pages: [makeTokenForm],
      body: MakeTokenDto,
      around: async () => ({ choices: {}, back: '/tokens' }),
      carryOut: async (body, sent) => {
        const { made, written } = await this.authorised.make(body as MakeTokenDto, sent);
        onMade(made);
        return written;
      },
      follows: async () => [],
      leadsTo: () => '/tokens',
    };
  }
}
