import { Body, HttpStatus, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import type { Answering } from '../../platform/http/answering.js';
import { Writes } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { derivedId } from '../../platform/ids.js';
import { AuthorisedRoles } from '../../roles/authorised-roles.js';
import type { Clock } from '../../platform/clock/clock.js';
import { malformed } from '../../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../directory.js';
import type { PostRegistered } from '../events.js';
import { whyNotTitled } from '../told-apart.js';
import type { PostAct } from '../acts.js';
import { DirectoryRoute } from '../directory-route.js';
import { postDecider, postStream } from '../post.js';
import { Recorder } from '../record.js';
import { Services } from '../services.js';
import { KindsOfPost } from './kinds-of-post.js';
import { LeavePostDto, RegisterPostDto, TakePostDto } from './posts.dto.js';

@DirectoryRoute('posts')
export class PostsRoute {
  constructor(
    private readonly recorder: Recorder,
    private readonly services: Services,
    private readonly roles: AuthorisedRoles,
    private readonly kinds: KindsOfPost,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Permits('directory.write')
  @Writes({ operationId: 'registerPost', summary: 'Register a post' }, { status: 201 })
  async register(@Body() body: RegisterPostDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const postId = body.postId ?? derivedId('post', sent.commandId);
    const act = {
      type: 'register' as const,
      postId,
      kind: await this.kinds.held(body.kind, '/kind'),
      title: body.title,
      team: body.team ?? null,
      service: this.services.named(body.service ?? null, '/service'),
    };
    this.mustBeToldApart(act);
    return this.recorder.begin({ ...this.of(postId), act, asSent: body }, sent);
  }

  @Post(':id/take')
  @Permits('directory.write', 'role.propose')
  @Writes({ operationId: 'takePost', summary: 'Somebody takes it, from a day' })
  @ApiResponse({
    status: HttpStatus.ACCEPTED,
    type: WrittenDto,
    description:
      'Cases are read from this post, so it is proposed and waits for a second person: the reference is the proposal’s.',
  })
  async take(
    @Param('id', IdPipe) id: string,
    @Body() { person, from }: TakePostDto,
    @Sent() sent: SentWith,
    @Res({ passthrough: true }) reply: Answering,
  ): Promise<WrittenDto> {
    const { written, waits } = await this.roles.take(id, { person, from: from ?? null }, sent);
    if (waits) reply.status(HttpStatus.ACCEPTED);
    return written;
  }

  @Post(':id/leave')
  @Permits('directory.write')
  @Writes({ operationId: 'leavePost', summary: 'Somebody leaves it, after a day' })
  leave(
    @Param('id', IdPipe) id: string,
    @Body() { person, on }: LeavePostDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const asSent = { type: 'leave' as const, person, on };
    const act: PostAct = { ...asSent, today: londonDate(this.clock.now()) };
    return this.recorder.change({ ...this.of(id), act, asSent }, sent);
  }

  /** @throws Problem `not-valid` for a title that can be taken for another post */
  private mustBeToldApart(post: PostRegistered): void {
    const today = londonDate(this.clock.now());
    const scope = post.team === null ? post.service : (this.directory.team(post.team, today)?.name ?? null);
    const why = whyNotTitled(post, scope, this.directory, today);
    if (why !== undefined) throw malformed('/title', why);
  }

  private of(id: string) {
    return { id, stream: postStream(id), decider: postDecider, permission: 'directory.write' as const };
  }
}
