import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { notFound } from '../../platform/http/problem.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { presentProposal, presentProposals, type ProposalsAsRead } from './present-proposals.js';
import type { ProposalsDto } from './proposals.dto.js';
import { ListProposals } from './proposals.query.js';

/** The page of proposals that give somebody a role and need a second person: for a post, an account, rules or a team. */
@PageRoute('roles/proposals')
export class ProposalsPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('role.read')
  @OpensNothing('Posts, people and rules that are proposed.')
  @Page('roles/proposals/proposals', presentProposals)
  list(@Asking() asker: Asker): Promise<ProposalsAsRead> {
    return this.read(asker, null);
  }

  @Get(':reference')
  @Permits('role.read')
  @OpensNothing('A post, an account, rules or a team that are proposed.')
  @Page('roles/proposals/proposal', presentProposal)
  async one(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<ProposalsAsRead> {
    const read = await this.read(asker, reference);
    if (read.items.length === 0) throw notFound();
    return read;
  }

  private async read(asker: Asker, proposal: string | null): Promise<ProposalsAsRead> {
    const { items } = await this.queries.execute<ListProposals, ProposalsDto>(new ListProposals(proposal));
    return { items, asker };
  }
}
