import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../platform/http/fields.js';

@ApiSchema({ name: 'SettleRoleProposal' })
export class SettleProposalDto {
  @Narrative({ description: 'Why; no child’s details.' })
  reason: string;
}

@ApiSchema({ name: 'RoleProposalPerson' })
export class ProposalPersonDto {
  id: string;
  name: string | null;
}

@ApiSchema({ name: 'RoleProposal' })
export class ProposalDto {
  /** `PRP-7K4M-2QXH`. */
  proposal: string;
  @ApiProperty({ type: String, enum: ['post', 'protocol', 'account', 'team'] })
  kind: 'post' | 'protocol' | 'account' | 'team';
  @ApiProperty({ type: String, enum: ['waiting', 'agreed', 'refused', 'taken-back', 'lapsed'] })
  standing: 'waiting' | 'agreed' | 'refused' | 'taken-back' | 'lapsed';
  /** Title of the post, or of the protocol; of an account of the council’s own sign-in what it is called there; what becomes of a team. */
  title: string;
  /** Id of the post; null where it is about none. */
  post: string | null;
  postKind: string | null;
  /** Id of the team for which the post answers, or which changes. */
  team: string | null;
  service: string | null;
  /** The person who is to take the post, or to be signed in by the account; null where it is about nobody. */
  @ApiProperty({ type: ProposalPersonDto, nullable: true })
  person: ProposalPersonDto | null;
  /** The first day, but for a post never one before the day of the agreement; null for that day. */
  from: string | null;
  /** The rights that a protocol adds for posts from which cases are read, or the posts that also come to read the cases of a team. */
  gives: string[];
  proposedBy: ProposalPersonDto;
  @ApiProperty({ type: String, format: 'date-time' })
  proposedAt: string;
  /** The last day on which it can be agreed to. */
  lapsesOn: string;
  /** The person who agreed to it, refused it or took it back. */
  @ApiProperty({ type: ProposalPersonDto, nullable: true })
  settledBy: ProposalPersonDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settledAt: string | null;
  reason: string | null;
}

@ApiSchema({ name: 'RoleProposals' })
export class ProposalsDto {
  /** Those that wait first, then the newest. */
  items: ProposalDto[];
}
