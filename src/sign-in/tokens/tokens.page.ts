import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { ListTokens, type TokenListed } from '../../access/tokens/tokens.query.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { notFound } from '../../platform/http/problem.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { presentTokens, type TokensAsRead } from './present-tokens.js';

/** Every token there has been: whose it is, in which role, and until when. A person who may see who gets which role may see them. */
@PageRoute('tokens')
export class TokensPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('role.read')
  @OpensNothing('Tokens of staff and programs, and whom they sign in.')
  @Page('sign-in/tokens/tokens', presentTokens)
  list(@Asking() asker: Asker): Promise<TokensAsRead> {
    return this.read(asker);
  }

  /** The page to which a notice about it leads. */
  @Get(':reference')
  @Permits('role.read')
  @OpensNothing('A token of staff or of a program, and whom it signs in.')
  @Page('sign-in/tokens/tokens', presentTokens)
  async one(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<TokensAsRead> {
    const { tokens, mayMake } = await this.read(asker);
    const found = tokens.filter(({ token }) => token === reference);
    if (found.length === 0) throw notFound();
    return { tokens: found, mayMake, one: reference };
  }

  private async read(asker: Asker): Promise<TokensAsRead> {
    const tokens = await this.queries.execute<ListTokens, readonly TokenListed[]>(new ListTokens(asker));
    return { tokens, mayMake: postThatMay(asker, 'account.tie') !== undefined };
  }
}
