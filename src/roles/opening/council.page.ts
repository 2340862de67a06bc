import { Get, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import type { Permission } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { type CouncilView, ReadCouncil } from './council.query.js';
import { type CouncilOfPage, presentCouncil } from './present-council.js';
import type { SetUpDto } from './set-up.dto.js';
import { ReadSetUp } from './set-up.query.js';

/** How the council stands: its checklist while it is set up, and everything that it settles for itself. */
@PageRoute('council')
export class CouncilPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('role.read')
  @OpensNothing('Posts, people and rules of the council.')
  @Page('roles/opening/council', presentCouncil)
  async read(@Asking() asker: Asker): Promise<CouncilOfPage> {
    const today = londonDate(this.clock.now());
    return {
      teamCalled: (team) => this.directory.team(team, today)?.name ?? team,
      council: await this.queries.execute<ReadCouncil, CouncilView>(new ReadCouncil()),
      setUp: await this.queries.execute<ReadSetUp, SetUpDto>(new ReadSetUp()),
      may: (permission: Permission) => postThatMay(asker, permission) !== undefined,
    };
  }
}
