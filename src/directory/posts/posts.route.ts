import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Writes } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { derivedId } from '../../platform/ids.js';
import type { PostAct } from '../acts.js';
import { DirectoryRoute } from '../directory-route.js';
import { postDecider, postStream } from '../post.js';
import { Recorder } from '../record.js';
import { Services } from '../services.js';
import { LeavePostDto, RegisterPostDto, TakePostDto } from './posts.dto.js';

@DirectoryRoute('posts')
export class PostsRoute {
  constructor(
    private readonly recorder: Recorder,
    private readonly services: Services,
  ) {}

  @Post()
  @Permits('directory.write')
  @Writes({ operationId: 'registerPost', summary: 'Register a post' }, { status: 201 })
  register(@Body() body: RegisterPostDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const postId = body.postId ?? derivedId('post', sent.commandId);
    const act: PostAct = {
      type: 'register',
      postId,
      kind: body.kind,
      title: body.title,
      team: body.team ?? null,
      service: this.services.named(body.service ?? null, '/service'),
    };
    return this.recorder.begin({ ...this.of(postId), act, asSent: body }, sent);
  }

  @Post(':id/take')
  @Permits('directory.write')
  @Writes({ operationId: 'takePost', summary: 'Somebody takes it, from a day' })
  take(
    @Param('id', IdPipe) id: string,
    @Body() { person, from }: TakePostDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const act: PostAct = { type: 'take', person, from: from ?? null };
    return this.recorder.change({ ...this.of(id), act }, sent);
  }

  @Post(':id/leave')
  @Permits('directory.write')
  @Writes({ operationId: 'leavePost', summary: 'Somebody leaves it, after a day' })
  leave(
    @Param('id', IdPipe) id: string,
    @Body() { person, on }: LeavePostDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const act: PostAct = { type: 'leave', person, on };
    return this.recorder.change({ ...this.of(id), act }, sent);
  }

  private of(id: string) {
    return { id, stream: postStream(id), decider: postDecider, permission: 'directory.write' as const };
  }
}
