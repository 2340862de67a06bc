import { Get, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory, Team } from '../../directory/directory.js';
import { covers } from '../../directory/relations.js';
import { ListTeams } from '../../directory/teams/teams.query.js';
import type { Clock } from '../../platform/clock/clock.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { Page, PageRoute } from '../../web/frame/page.js';

interface TeamsOfReader {
  readonly title: string;
  readonly teams: readonly Pick<Team, 'teamId' | 'name'>[];
}

/** The teams that somebody manages; of whoever manages none, every team. Whoever manages one is led to its page. */
@PageRoute('teams')
export class TeamsPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('figures.read')
  @OpensNothing('Names of teams.')
  @Page('reports/team/teams')
  async list(@Asking() { posts }: Asker): Promise<TeamsOfReader | SeeOther> {
    const { items } = await this.queries.execute<ListTeams, { items: Team[] }>(new ListTeams());
    const today = londonDate(this.clock.now());
    const managed = items.filter(({ teamId }) => posts.some((post) => covers(post, teamId, this.directory, today)));
    if (managed.length === 1) return new SeeOther(`/teams/${managed[0]!.teamId}`);
    const isOfAll = managed.length === 0 || managed.length === items.length;
    const teams = [...(isOfAll ? items : managed)].sort((one, other) => one.name.localeCompare(other.name));
    return { title: isOfAll ? 'Teams' : 'My teams', teams };
  }
}
