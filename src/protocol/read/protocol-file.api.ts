import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { asSavedFile } from '../../platform/http/attachment.js';
import { Reads } from '../../platform/http/docs.js';
import { ProtocolFileQuery } from './protocol-file.dto.js';
import { ReadProtocolFile } from './protocol-file.query.js';

@ApiTags('Protocol')
@Controller('api/v1/protocol')
export class ProtocolFileApi {
  constructor(private readonly queries: QueryBus) {}

  @Get('file')
  @Permits('protocol.read')
  @OpensNothing('The rules of the council.')
  @Reads({ operationId: 'readProtocolFile', summary: 'The file of one version, as it was put in force' }, String)
  @ApiProduces('application/yaml')
  async read(
    @Query() { version }: ProtocolFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.queries.execute<ReadProtocolFile, string>(new ReadProtocolFile(Number(version)));
    void reply.headers(asYaml(`protocol-version-${version}.yaml`, file));
    return file;
  }
}

/** Headers of a file of rules that a browser saves. */
export const asYaml = (name: string, file: string): Record<string, string> =>
  asSavedFile(name, 'application/yaml; charset=utf-8', Buffer.byteLength(file));
