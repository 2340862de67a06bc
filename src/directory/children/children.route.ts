import { Body, Inject, Param, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import { Writes } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { childDecider, childStream } from '../child.js';
import type { Directory } from '../directory.js';
import { DirectoryRoute } from '../directory-route.js';
import { childContextOf } from '../iro-of-looked-after.js';
import { Recorder } from '../record.js';
import { adviceAfterAdoption } from './after-adoption.js';
import {
  AllocateChildDto,
  CompleteChildDto,
  ComeBackIntoCareDto,
  LeaveCareDto,
  NameSocialWorkerDto,
  RecordDeathDto,
  RegisterChildDto,
  TakeBackDeathDto,
} from './children.dto.js';

@DirectoryRoute('children')
export class ChildrenRoute {
  constructor(
    private readonly recorder: Recorder,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Permits('child.write')
  @Writes({ operationId: 'registerChild', summary: 'Register a child' }, { status: 201 })
  register(@Body() body: RegisterChildDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const act = {
      type: 'register' as const,
      childId: body.childId,
      initials: body.initials ?? null,
      bornOn: body.bornOn ?? null,
      population: body.population,
      fromRegister: false,
    };
    return this.recorder.begin({ ...this.of(body.childId), act }, sent);
  }

  @Post(':id/complete')
  @Permits('child.write')
  @Writes({ operationId: 'completeChild', summary: 'Complete or mend what is known of a child' })
  complete(
    @Param('id', IdPipe) id: string,
    @Body() body: CompleteChildDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.recorder.change({ ...this.of(id), act: { type: 'complete', ...body } }, sent);
  }

  @Post(':id/allocate')
  @Permits('child.write')
  @Writes({ operationId: 'allocateChild', summary: 'Allocate a child to a team and an IRO, from a day' })
  allocate(
    @Param('id', IdPipe) id: string,
    @Body() body: AllocateChildDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const asSent = { type: 'allocate' as const, team: body.team, iro: body.iro, from: body.from ?? null };
    return this.recorder.change({ ...this.of(id), act: { ...asSent, today: this.today() }, asSent }, sent);
  }

  @Post(':id/name-social-worker')
  @Permits('child.write')
  @Writes({ operationId: 'nameSocialWorker', summary: 'Say who is the child’s own social worker, from a day' })
  nameSocialWorker(
    @Param('id', IdPipe) id: string,
    @Body() body: NameSocialWorkerDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const asSent = {
      type: 'name-social-worker' as const,
      socialWorker: body.socialWorker ?? null,
      from: body.from ?? null,
    };
    return this.recorder.change({ ...this.of(id), act: { ...asSent, today: this.today() }, asSent }, sent);
  }

  @Post(':id/leave-care')
  @Permits('child.write')
  @Writes({ operationId: 'recordThatChildLeftCare', summary: 'Record that a child is no longer looked after' })
  async leaveCare(
    @Param('id', IdPipe) id: string,
    @Body() { on, because }: LeaveCareDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const written = await this.recorder.change({ ...this.of(id), act: { type: 'leave-care', on, because } }, sent);
    return written.withAdvice(adviceAfterAdoption(because));
  }

  @Post(':id/come-back-into-care')
  @Permits('child.write')
  @Writes({ operationId: 'recordThatChildCameBackIntoCare', summary: 'Record that a child is looked after again' })
  comeBackIntoCare(
    @Param('id', IdPipe) id: string,
    @Body() { on }: ComeBackIntoCareDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.recorder.change({ ...this.of(id), act: { type: 'come-back-into-care', on } }, sent);
  }

  @Post(':id/record-death')
  @Permits('child.write')
  @Writes({ operationId: 'recordDeathOfChild', summary: 'Record that a child has died' })
  recordDeath(
    @Param('id', IdPipe) id: string,
    @Body() { on }: RecordDeathDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.recorder.change({ ...this.of(id), act: { type: 'record-death', on } }, sent);
  }

  @Post(':id/take-back-death')
  @Permits('child.write')
  @Writes({ operationId: 'takeBackDeathOfChild', summary: 'Take back the record of a death that was a mistake' })
  takeBackDeath(
    @Param('id', IdPipe) id: string,
    @Body() { reason }: TakeBackDeathDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.recorder.change({ ...this.of(id), act: { type: 'take-back-death', reason } }, sent);
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }

  private of(id: string) {
    const context = childContextOf(this.directory, this.today());
    return { id, stream: childStream(id), decider: childDecider, context, permission: 'child.write' as const };
  }
}
