import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { ProposalsDto } from '../../roles/proposals/proposals.dto.js';
import { ListProposals } from '../../roles/proposals/proposals.query.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { ProtocolsDto } from '../read/protocols.dto.js';
import { ReadProtocols } from '../read/protocols.query.js';
import { presentProtocol, type ProtocolOfPage } from './present-protocol.js';
import { ShowProtocolQuery } from './protocol-shown.dto.js';
import { ShowProtocol } from './protocol-shown.query.js';
import type { ProtocolShown } from './protocol-shown.js';

/** The rules of the council: the ladder drawn, with dates worked out, and every version there has been. */
@PageRoute('protocol')
export class ProtocolPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('protocol.read')
  @OpensNothing('The rules of the council.')
  @Page('protocol/shown/protocol', presentProtocol)
  async read(@Query() { version }: ShowProtocolQuery, @Asking() asker: Asker): Promise<ProtocolOfPage> {
    const { inForce, items } = await this.queries.execute<ReadProtocols, ProtocolsDto>(new ReadProtocols());
    const wanted = version === undefined ? inForce : Number(version);
    return {
      shown: wanted === null ? null : await this.queries.execute<ShowProtocol, ProtocolShown>(new ShowProtocol(wanted)),
      version: wanted,
      inForce,
      versions: items,
      mayAdopt: postThatMay(asker, 'protocol.adopt') !== undefined,
      waiting: await this.waitingFor(asker),
    };
  }

  /** Proposed rules that nobody has settled; none for those who may not read proposals. */
  private async waitingFor(asker: Asker): Promise<ProtocolOfPage['waiting']> {
    if (postThatMay(asker, 'role.read') === undefined) return [];
    const { items } = await this.queries.execute<ListProposals, ProposalsDto>(new ListProposals());
    return items.filter(({ kind, standing }) => kind === 'protocol' && standing === 'waiting');
  }
}
