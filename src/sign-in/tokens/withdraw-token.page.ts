import type { TokenListed } from '../../access/tokens/tokens.query.js';
import { ListTokens } from '../../access/tokens/tokens.query.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { notFound } from '../../platform/http/problem.js';
import { type AskedForForm, formPageOf, notNow } from '../../web/forms/form-page.js';
import { AuthorisedTokens } from './authorised-tokens.js';
import { WithdrawTokenDto } from './token.dto.js';
import { withdrawTokenForm } from './token-forms.js';

export const withdrawTokenPage = formPageOf({
  path: 'tokens/:reference/withdraw',
  permits: 'account.tie',
  opens: OpensNothing('A token of staff or of a program.'),
  begins: async (asked) =>
    (await tokenAsked(asked)).standing === 'valid' ? {} : notNow('/tokens', 'This token opens nothing already.'),
  carrying: (asked) => ({
    pages: [withdrawTokenForm],
    body: WithdrawTokenDto,
    around: async () => {
      const { token, holder } = await tokenAsked(asked);
      return { choices: {}, back: '/tokens', caption: `${token}, ${holder}`, isCaptionInTheirWords: true };
    },
    carryOut: (body, sent) => asked.get(AuthorisedTokens).withdraw(asked.id, (body as WithdrawTokenDto).reason, sent),
    follows: async () => [],
    leadsTo: () => '/tokens',
  }),
});

const tokenAsked = async ({ ask, asker, id }: AskedForForm): Promise<TokenListed> => {
  const found = (await ask(new ListTokens(asker))).find(({ token }) => token === id);
  if (found === undefined) throw notFound();
  return found;
};
