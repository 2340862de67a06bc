import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { asSavedFile } from '../../platform/http/attachment.js';
import type { DocumentOpened } from './document.query.js';

/** A document as a browser saves it; none is ever shown within a page. */
export const savedFile = (
  { document: { name, type, size }, bytes }: DocumentOpened,
  reply: FastifyReply,
): StreamableFile => {
  void reply.headers(asSavedFile(name, type, size));
  return new StreamableFile(bytes);
};
