import type { Type } from '@nestjs/common';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import { ChangesSince } from '../../directory/changes-since.js';
import type { Directory } from '../../directory/directory.js';
import type { PeoplePageDto, PersonDto } from '../../directory/people/people.dto.js';
import { ListPeople } from '../../directory/people/people.query.js';
import type { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { AuthorisedRoles } from '../../roles/authorised-roles.js';
import type { Choice } from '../../web/forms/form.js';
import { type AskedForForm, formPageOf, notNow } from '../../web/forms/form-page.js';
import { accountStream } from './account.js';
import { tieAccountForm, untieAccountForm } from './account-forms.js';
import { type AccountDto, TieAccountDto, UntieAccountDto } from './accounts.dto.js';
import { ListAccounts } from './accounts.query.js';
import { AccountsRoute } from './accounts.route.js';
import { calledThere } from './present-accounts.js';

const ACCOUNTS = 'Accounts of staff, and whom they sign in.';

const accountOf = async ({ ask, id }: AskedForForm): Promise<AccountDto> => {
  const { items } = await ask(new ListAccounts(id));
  if (items[0] === undefined) throw notFound();
  return items[0];
};

const tiePage = formPageOf({
  path: 'accounts/:reference/tie',
  permits: 'account.tie',
  opens: OpensNothing(ACCOUNTS),
  begins: async (asked) => {
    const { mayBe } = await accountOf(asked);
    return mayBe.length === 1 ? { person: mayBe[0]!.id } : {};
  },
  carrying: (asked) => ({
    pages: [tieAccountForm],
    body: TieAccountDto,
    around: async () => {
      const account = await accountOf(asked);
      const choices = { people: await peopleToChoose(account, asked) };
      return {
        ...{ choices, back: `/accounts/${asked.id}` },
        ...{ caption: calledThere(account), isCaptionInTheirWords: true },
        ...(await asked.get(ChangesSince).of(accountStream(asked.id))),
      };
    },
    carryOut: async (body, sent) => {
      const { written } = await asked.get(AuthorisedRoles).tie(asked.id, (body as TieAccountDto).person, sent);
      return written;
    },
    follows: async () => [],
    leadsTo: ({ reference }) => (reference === asked.id ? `/accounts/${asked.id}` : `/roles/proposals/${reference}`),
    said: ({ reference }, _sent, done) =>
      reference === asked.id ? done : 'Proposed. The account signs them in once a second person agrees.',
  }),
});

const untiePage = formPageOf({
  path: 'accounts/:reference/untie',
  permits: 'account.tie',
  opens: OpensNothing(ACCOUNTS),
  begins: async (asked) =>
    (await accountOf(asked)).person === null
      ? notNow(`/accounts/${asked.id}`, 'This account signs nobody in already.')
      : {},
  carrying: (asked) => ({
    pages: [untieAccountForm],
    body: UntieAccountDto,
    around: async () => ({
      ...{ choices: {}, back: `/accounts/${asked.id}` },
      ...{ caption: calledThere(await accountOf(asked)), isCaptionInTheirWords: true },
      ...(await asked.get(ChangesSince).of(accountStream(asked.id))),
    }),
    carryOut: (body, sent) => asked.get(AccountsRoute).untie(asked.id, body as UntieAccountDto, sent),
    follows: async () => [],
    leadsTo: () => `/accounts/${asked.id}`,
  }),
});

/** Those whose address is that of the account, then everybody by name. */
const peopleToChoose = async ({ mayBe }: AccountDto, { ask, get }: AskedForForm): Promise<Choice[]> => {
  const directory = get<Directory>(DIRECTORY);
  const today = londonDate(get<Clock>(CLOCK).now());
  const proposed = new Set(mayBe.map(({ id }) => id));
  const inWords = ({ personId, name }: PersonDto): Choice => {
    const [post] = directory.postsHeldFrom(personId, today);
    const called = post === undefined ? name : `${name}, ${post.title}`;
    return { value: personId, text: proposed.has(personId) ? `${called} (has this e-mail address)` : called };
  };
  const people = await everybody(ask);
  const first = people.filter(({ personId }) => proposed.has(personId));
  const others = people.filter(({ personId }) => !proposed.has(personId));
  return [...first, ...others].map(inWords);
};

const everybody = async (ask: AskedForForm['ask']): Promise<PersonDto[]> => {
  const people: PersonDto[] = [];
  let cursor: string | null = null;
  do {
    const page: PeoplePageDto = await ask(new ListPeople({ limit: '200', ...(cursor === null ? {} : { cursor }) }));
    people.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return people;
};

/** The pages of the acts on accounts. */
export const accountPages: readonly Type[] = [tiePage, untiePage];
