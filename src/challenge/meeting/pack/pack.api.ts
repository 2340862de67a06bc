import { Get, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { Opens } from '../../../access/view-log/opens.js';
import { Reads } from '../../../platform/http/docs.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { ChallengeRoute } from '../../challenge-route.js';
import { packAsHtml } from './pack-html.js';
import { packAsMarkdown } from './pack-markdown.js';
import { ReadMeetingPack } from './pack.query.js';

@ChallengeRoute('meetings')
export class MeetingPackApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':meeting/pack')
  @Permits('challenge.read')
  @Opens('pack')
  @Reads({ operationId: 'readMeetingPack', summary: 'Its papers, to print, as one HTML page' }, String)
  @ApiProduces('text/html')
  async asPage(
    @Param('meeting', ReferencePipe) id: string,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const pack = await this.queries.execute(new ReadMeetingPack(id, asker));
    void reply.header('content-type', 'text/html; charset=utf-8');
    void reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    return packAsHtml(pack);
  }

  @Get(':meeting/pack/markdown')
  @Permits('challenge.read')
  @Opens('pack')
  @Reads({ operationId: 'readMeetingPackAsMarkdown', summary: 'Its papers as Markdown' }, String)
  @ApiProduces('text/markdown')
  async asMarkdown(
    @Param('meeting', ReferencePipe) id: string,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const pack = await this.queries.execute(new ReadMeetingPack(id, asker));
    void reply.header('content-type', 'text/markdown; charset=utf-8');
    return packAsMarkdown(pack);
  }
}
