import { Get, Inject, Post, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import { queryOfAddress } from '../../platform/http/validation.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { dayIn, textAt, type Typed } from '../../web/forms/typed.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { ProposalDto, ProposalsDto } from '../../roles/proposals/proposals.dto.js';
import { ListProposals } from '../../roles/proposals/proposals.query.js';
import type { Directory } from '../directory.js';
import { type PeoplePageDto, PeopleQuery } from '../people/people.dto.js';
import { ListPeople } from '../people/people.query.js';
import { type ListedPost, ListPosts } from '../posts/posts.query.js';
import type { TeamDto } from '../teams/teams.dto.js';
import type { TeamsOverTimeDto } from '../teams/team-history.dto.js';
import { ReadTeamsOverTime } from '../teams/team-history.query.js';
import { ListTeams } from '../teams/teams.query.js';
import { type DirectoryOfPage, isShown, presentDirectory, type Shown } from './present-directory.js';

const WHY = 'Teams, posts and people of the council.';

/** The council's directory on a day: teams, posts with their vacancies, people, and how the teams changed. */
@PageRoute('directory')
export class DirectoryPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('directory.read')
  @OpensNothing(WHY)
  @Page('directory/show/directory', presentDirectory)
  read(@Query() query: unknown, @Asking() asker: Asker): Promise<DirectoryOfPage> {
    const { show, on } = (query ?? {}) as { show?: unknown; on?: unknown };
    return this.shown(isShown(show) ? show : 'teams', typeof on === 'string' ? on : '', '', asker);
  }

  /** A name is sent by POST, so that it stands in no address. */
  @Post()
  @Permits('directory.read')
  @Page('directory/show/directory', presentDirectory)
  find(@Req() { body }: FastifyRequest, @Asking() asker: Asker): Promise<DirectoryOfPage> {
    return this.shown('people', '', textAt((body ?? {}) as Typed, 'name').trim(), asker);
  }

  private async shown(show: Shown, written: string, name: string, asker: Asker): Promise<DirectoryOfPage> {
    const today = londonDate(this.clock.now());
    const day = written === '' ? today : dayIn(written);
    const on = day ?? today;
    return {
      ...{ show, on, today, name, written },
      isNoDay: day === undefined,
      teams: show === 'teams' ? await this.teamsOn(on) : [],
      posts: show === 'posts' || show === 'vacancies' ? await this.postsOn(on) : [],
      proposed: await this.proposed(show, asker),
      people: show === 'people' ? await this.people(name) : { items: [], next: null },
      changes: show === 'changes' ? await this.changes() : { items: [] },
      called: (person) => this.directory.person(person)?.name ?? person,
      teamCalled: (team) => this.directory.team(team, on)?.name ?? team,
      mayWrite: postThatMay(asker, 'directory.write') !== undefined,
      mayPropose: postThatMay(asker, 'role.propose') !== undefined,
      mayReadIn:
        postThatMay(asker, 'directory.write') !== undefined ||
        postThatMay(asker, 'role.propose') !== undefined ||
        postThatMay(asker, 'child.write') !== undefined,
    };
  }

  private async teamsOn(on: LocalDate): Promise<readonly TeamDto[]> {
    return (await this.queries.execute<ListTeams, { items: TeamDto[] }>(new ListTeams(on))).items;
  }

  private async postsOn(on: LocalDate): Promise<readonly ListedPost[]> {
    return (await this.queries.execute<ListPosts, { items: ListedPost[] }>(new ListPosts(on))).items;
  }

  /** The proposals that somebody takes a post, of which those who may read proposals are told beside it. */
  private async proposed(show: Shown, asker: Asker): Promise<readonly ProposalDto[]> {
    const isOfPosts = show === 'posts' || show === 'vacancies';
    if (!isOfPosts || postThatMay(asker, 'role.read') === undefined) return [];
    const { items } = await this.queries.execute<ListProposals, ProposalsDto>(new ListProposals());
    return items.filter(({ kind, standing }) => kind === 'post' && standing === 'waiting');
  }

  private async people(name: string): Promise<PeoplePageDto> {
    const query = await queryOfAddress({ limit: '200', ...(name === '' ? {} : { name }) }, PeopleQuery);
    return this.queries.execute<ListPeople, PeoplePageDto>(new ListPeople(query));
  }

  private changes(): Promise<TeamsOverTimeDto> {
    return this.queries.execute(new ReadTeamsOverTime());
  }
}
