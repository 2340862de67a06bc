import { Body, HttpStatus, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { derivedId } from '../../platform/ids.js';
import type { Answering } from '../../platform/http/answering.js';
import { Writes } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import type { TeamChange } from '../../roles/events.js';
import { AuthorisedRoles } from '../../roles/authorised-roles.js';
import type { Clock } from '../../platform/clock/clock.js';
import { malformed } from '../../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../directory.js';
import { Services } from '../services.js';
import { teamLookingLike } from '../told-apart.js';
import type { TeamAct } from '../acts.js';
import { DirectoryRoute } from '../directory-route.js';
import { Recorder } from '../record.js';
import { teamDecider, teamStream } from '../team.js';
import { AddSpellingsDto, EndTeamDto, MoveTeamDto, RegisterTeamDto, RenameTeamDto } from './teams.dto.js';

const WAITING = {
  status: HttpStatus.ACCEPTED,
  type: WrittenDto,
  description:
    'Others would read the cases of the team, so it is proposed and waits for a second person: the reference is the proposal’s.',
};

@DirectoryRoute('teams')
export class TeamsRoute {
  constructor(
    private readonly recorder: Recorder,
    private readonly roles: AuthorisedRoles,
    private readonly services: Services,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Permits('directory.write')
  @Writes({ operationId: 'registerTeam', summary: 'Register a team' }, { status: 201 })
  register(@Body() body: RegisterTeamDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const teamId = body.teamId ?? derivedId('team', sent.commandId);
    for (const [field, written] of Object.entries({ teamId, code: body.code, name: body.name }))
      this.mustBeToldApart(written, `/${field}`, teamId);
    const act: TeamAct = {
      type: 'register',
      teamId,
      code: body.code,
      name: body.name,
      alsoWrittenAs: body.alsoWrittenAs ?? [],
      service: this.services.orNew(body.service ?? null, '/service'),
      from: body.from ?? null,
      to: body.to ?? null,
      succeeds: body.succeeds ?? [],
    };
    return this.recorder.begin({ ...this.of(teamId), act, asSent: body }, sent);
  }

  @Post(':id/rename')
  @Permits('directory.write')
  @Writes({ operationId: 'renameTeam', summary: 'Give it another name from a day' })
  rename(
    @Param('id', IdPipe) id: string,
    @Body() { name, from }: RenameTeamDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    this.mustBeToldApart(name, '/name', id);
    return this.recorder.change({ ...this.of(id), act: { type: 'rename', name, from } }, sent);
  }

  @Post(':id/add-spellings')
  @Permits('directory.write')
  @Writes({ operationId: 'addTeamSpellings', summary: 'Add spellings that registers use for it' })
  addSpellings(
    @Param('id', IdPipe) id: string,
    @Body() { alsoWrittenAs }: AddSpellingsDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    for (const [index, written] of alsoWrittenAs.entries())
      this.mustBeToldApart(written, `/alsoWrittenAs/${index}`, id);
    return this.recorder.change({ ...this.of(id), act: { type: 'add-spellings', alsoWrittenAs } }, sent);
  }

  @Post(':id/move-to-service')
  @Permits('directory.write')
  @Writes({ operationId: 'moveTeamToService', summary: 'Move it to another service from a day' })
  @ApiResponse(WAITING)
  move(
    @Param('id', IdPipe) id: string,
    @Body() { service, from }: MoveTeamDto,
    @Sent() sent: SentWith,
    @Res({ passthrough: true }) reply: Answering,
  ): Promise<WrittenDto> {
    const known = this.services.orNew(service, '/service');
    return this.change(id, { type: 'move-to-service', service: known, from: from ?? null }, sent, reply);
  }

  @Post(':id/end')
  @Permits('directory.write')
  @Writes({ operationId: 'endTeam', summary: 'End it, naming the teams that took over' })
  @ApiResponse(WAITING)
  end(
    @Param('id', IdPipe) id: string,
    @Body() { on, succeededBy }: EndTeamDto,
    @Sent() sent: SentWith,
    @Res({ passthrough: true }) reply: Answering,
  ): Promise<WrittenDto> {
    return this.change(id, { type: 'end', on, succeededBy: succeededBy ?? [] }, sent, reply);
  }

  private async change(id: string, change: TeamChange, sent: SentWith, reply: Answering): Promise<WrittenDto> {
    const { written, waits } = await this.roles.changeTeam(id, change, sent);
    if (waits) reply.status(HttpStatus.ACCEPTED);
    return written;
  }

  /** @throws Problem `not-valid` for what can be taken for another team */
  private mustBeToldApart(written: string, pointer: string, team: string): void {
    const other = teamLookingLike(written, team, this.directory, londonDate(this.clock.now()));
    if (other !== undefined)
      throw malformed(
        pointer,
        `can be taken for the team ${other.teamId} (${other.name}): write what tells them apart`,
      );
  }

  private of(id: string) {
    return { id, stream: teamStream(id), decider: teamDecider, permission: 'directory.write' as const };
  }
}
