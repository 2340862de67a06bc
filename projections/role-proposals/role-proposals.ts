import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import type { RoleProposalEvent, RoleProposed, WhatIsProposed } from '../../src/roles/events.js';
import { changing, idOf } from '../folding.js';

/** Something that gives a role and needs a second person. */
export type RoleProposalRow = {
  proposal: string;
  kind: WhatIsProposed['kind'];
  /** Of a post: which, of what kind, and who is to take it. Null for rules. */
  post: string | null;
  post_kind: PostKind | null;
  team: string | null;
  service: string | null;
  person: string | null;
  /** Title of the post, or of the protocol; of an account what it is called, or its reference; what becomes of a team. */
  title: string;
  from: LocalDate | null;
  /** The rights that new rules give and those before do not, or the posts that also come to read the cases of a team, in words. */
  gives: string[];
  proposed_by: string;
  proposed_at: Instant;
  lapses_on: LocalDate;
  standing: 'waiting' | 'agreed' | 'refused' | 'taken-back';
  settled_by: string | null;
  settled_at: Instant | null;
  /** The reason why it was refused or taken back. */
  reason: string | null;
};

/** Agreed to, which needs no words, or refused or taken back for a reason. */
const settled = (standing: RoleProposalRow['standing']) =>
  changing<RoleProposalRow, { data: object; metadata: { actor: { person: string }; occurredAt: Instant } }>(
    (_, { data, metadata }) => ({
      standing,
      settled_by: metadata.actor.person,
      settled_at: metadata.occurredAt,
      reason: 'reason' in data ? (data.reason as string) : null,
    }),
  );

export const roleProposals: Projection<RoleProposalRow> = {
  name: 'role_proposals',
  version: 1,
  categories: ['roleProposal'],
  columns: {
    proposal: 'text',
    kind: 'text',
    post: 'text',
    post_kind: 'text',
    team: 'text',
    service: 'text',
    person: 'text',
    title: 'text',
    from: 'text',
    gives: 'json',
    proposed_by: 'text',
    proposed_at: 'text',
    lapses_on: 'text',
    standing: 'text',
    settled_by: 'text',
    settled_at: 'text',
    reason: 'text',
  },
  key: ['proposal'],
  partitionBy: idOf,
  when: handlers<RoleProposalEvent, RoleProposalRow>({
    RoleProposed: (_, { data, metadata }) => [proposed(data, metadata.occurredAt)],
    RoleProposalAgreed: settled('agreed'),
    RoleProposalRefused: settled('refused'),
    RoleProposalTakenBack: settled('taken-back'),
  }),
};

const proposed = ({ proposal, what, by, lapsesOn }: RoleProposed, at: Instant): RoleProposalRow => ({
  proposal,
  kind: what.kind,
  post: what.kind === 'post' ? what.post : null,
  post_kind: what.kind === 'post' ? what.postKind : null,
  team: 'team' in what ? what.team : null,
  service: what.kind === 'post' ? what.service : null,
  person: 'person' in what ? what.person : null,
  title: titleOf(what),
  from: what.kind === 'account' ? null : what.from,
  gives: 'gives' in what ? what.gives : [],
  proposed_by: by,
  proposed_at: at,
  lapses_on: lapsesOn,
  standing: 'waiting',
  settled_by: null,
  settled_at: null,
  reason: null,
});

const titleOf = (what: WhatIsProposed): string => {
  if (what.kind === 'account') return what.userName ?? what.account;
  return what.kind === 'protocol' ? what.protocol.title : what.title;
};
