import { Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { Opens, OpensNothing } from '../../../access/view-log/opens.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { showingNothing } from '../../../platform/http/shows-nothing.js';
import { Page, PageRoute } from '../../../web/frame/page.js';
import { presentRoom } from './present-room.js';
import { type MeetingNow, ReadMeetingNow, ReadRoom, type Room } from './room.query.js';

/** The item that a meeting is at, alone and large, for a projector in the room. */
@PageRoute('challenge/meetings')
export class RoomPage {
  constructor(private readonly queries: QueryBus) {}

  @Get(':meeting/room')
  @Permits('challenge.read')
  @Opens('agenda')
  @Page('challenge/meeting/room/room', presentRoom)
  read(
    @Param('meeting', ReferencePipe) id: string,
    @Query('item') item: unknown,
    @Asking() asker: Asker,
  ): Promise<Room> {
    const chosen = typeof item === 'string' ? item : undefined;
    return this.queries.execute<ReadRoom, Room>(new ReadRoom(id, asker, chosen));
  }

  /** A page that asks this while the meeting is held keeps its reader signed in: nobody is to be signed out in the middle of a meeting. */
  @Get(':meeting/now')
  @Permits('challenge.read')
  @OpensNothing('Numbers of items of an agenda.')
  async now(
    @Param('meeting', ReferencePipe) id: string,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeetingNow> {
    void reply.header('cache-control', 'no-store');
    return showingNothing(await this.queries.execute<ReadMeetingNow, MeetingNow>(new ReadMeetingNow(id, asker)));
  }
}
