import { readFileSync } from 'node:fs';
import { Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { shippedFile } from '../../platform/shipped-file.js';
import { PageRoute } from '../../web/frame/page.js';
import { asYaml } from './protocol-file.api.js';
import { ProtocolFileQuery } from './protocol-file.dto.js';
import { ReadProtocolFile } from './protocol-file.query.js';

/** Files of rules to take away: those that were put in force, and one to start from. */
@PageRoute('protocol')
export class ProtocolFilePage {
  constructor(private readonly queries: QueryBus) {}

  @Get('file')
  @Permits('protocol.read')
  @OpensNothing('The rules of the council.')
  async file(
    @Query() { version }: ProtocolFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.queries.execute<ReadProtocolFile, string>(new ReadProtocolFile(Number(version)));
    void reply.headers(asYaml(`protocol-version-${version}.yaml`, file));
    return file;
  }

  /** The house protocol, a whole file to change; where it says nothing it follows the IRO Handbook. */
  @Get('starter')
  @Permits('protocol.read')
  @OpensNothing('Rules that are shipped with the program.')
  starter(@Res({ passthrough: true }) reply: FastifyReply): string {
    const file = readFileSync(shippedFile('protocols/house.yaml'), 'utf8');
    void reply.headers(asYaml('protocol-to-start-from.yaml', file));
    return file;
  }
}
