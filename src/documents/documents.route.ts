import { Controller, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permits } from '../access/permission.js';
import { Sent, type SentWith } from '../access/sent.js';
import { Writes } from '../platform/http/docs.js';
import { filesOf, TakesFiles } from '../platform/http/files-sent.js';
import { malformed } from '../platform/http/problem.js';
import { Documents } from './documents.js';
import { DocumentDto } from './documents.dto.js';
import { isTooLarge } from './refusals.js';

@ApiTags('Documents')
@Controller('api/v1/documents')
export class DocumentsRoute {
  constructor(private readonly documents: Documents) {}

  @Post()
  @Permits('document.add')
  @TakesFiles()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary', description: 'One file of 25 MB at most, of a kind that is taken.' },
      },
    },
  })
  @Writes(
    { operationId: 'addDocument', summary: 'Send a document here, so that an act can name it as evidence' },
    { status: 201, answer: DocumentDto },
  )
  async add(@Req() request: FastifyRequest, @Sent() { asker }: SentWith): Promise<DocumentDto> {
    const [file, ...more] = filesOf(request);
    if (file === undefined || more.length > 0)
      throw malformed('file', 'must be one file, as a part of multipart/form-data with a file name');
    if (file.isTooLarge) throw isTooLarge();
    return this.documents.add(file, asker.person);
  }
}
