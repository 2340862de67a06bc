import type { Type } from '@nestjs/common';
import type { Permission } from '../../access/access-table.js';
import type { SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { notFound } from '../../platform/http/problem.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import type { ProtocolTriedDto } from '../../protocol/try/try.dto.js';
import { presentRules } from '../../protocol/try/present-adopting.js';
import type { Form } from '../../web/forms/form.js';
import { type AskedForForm, formPageOf, notNow } from '../../web/forms/form-page.js';
import { NothingFilledIn } from '../../web/forms/nothing-filled-in.js';
import { agreeForm, refuseForm, takeBackForm } from './proposal-forms.js';
import { type ProposalDto, type ProposalsDto, SettleProposalDto } from './proposals.dto.js';
import { ListProposals } from './proposals.query.js';
import { ReadProposedProtocol } from './proposed-protocol.query.js';
import { ProposalsRoute } from './proposals.route.js';
import { actsOffered, proposalShown } from './present-proposals.js';

type CarriesOut = (route: ProposalsRoute, id: string, body: object, sent: SentWith) => Promise<WrittenDto>;

const ACTS: Readonly<Record<string, readonly [form: Form, permits: Permission, body: Type, does: CarriesOut]>> = {
  agree: [agreeForm, 'role.agree', NothingFilledIn, (route, id, _body, sent) => route.agree(id, sent)],
  refuse: [
    ...([refuseForm, 'role.agree', SettleProposalDto] as const),
    (route, id, body, sent) => route.refuse(id, body as SettleProposalDto, sent),
  ],
  'take-back': [
    ...([takeBackForm, 'role.propose', SettleProposalDto] as const),
    (route, id, body, sent) => route.takeBack(id, body as SettleProposalDto, sent),
  ],
};

/** The pages of what becomes of a proposal. */
export const proposalPages: readonly Type[] = Object.entries(ACTS).map(([act, [form, permits, body, does]]) =>
  formPageOf({
    path: `roles/proposals/:reference/${act}`,
    permits,
    opens: OpensNothing('Posts, people and rules that are proposed.'),
    begins: async (asked) => {
      const offered = actsOffered(await proposalOf(asked), asked.asker);
      return offered.includes(act) ? {} : notNow(`/roles/proposals/${asked.id}`);
    },
    carrying: (asked) => ({
      pages: [form],
      body,
      around: async () => ({
        ...{ choices: {}, back: `/roles/proposals/${asked.id}`, view: 'roles/proposals/settle' },
        more: {
          proposal: proposalShown(await proposalOf(asked), asked.asker),
          ...(act === 'agree' ? await rulesIn(asked) : {}),
        },
      }),
      carryOut: (given, sent) => does(asked.get(ProposalsRoute), asked.id, given, sent),
      follows: async () => [],
      leadsTo: () => `/roles/proposals/${asked.id}`,
    }),
  }),
);

/** A person who agrees to rules reads what the person who proposed them read: the ladder with its dates, and what changes. */
const rulesIn = async (asked: AskedForForm): Promise<{ rules?: object }> => {
  const { kind, proposal } = await proposalOf(asked);
  if (kind !== 'protocol') return {};
  const tried = await asked.ask<ProtocolTriedDto>(new ReadProposedProtocol(proposal));
  return { rules: presentRules(tried) };
};

const proposalOf = async ({ ask, id }: AskedForForm): Promise<ProposalDto> => {
  const { items } = await ask<ProposalsDto>(new ListProposals(id));
  if (items[0] === undefined) throw notFound();
  return items[0];
};
