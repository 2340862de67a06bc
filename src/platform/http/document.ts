import type { FastifyReply, FastifyRequest } from 'fastify';
import { namesTag, tagOfReading, tagsIn } from './entity-tags.js';

/** It has no history that is told to anybody. */
const ONLY_REVISION = 0;

/** A text that is the same for everybody until the program is started again: its bytes are made once, and kept. */
export class Document {
  private made: { readonly bytes: Buffer; readonly tag: string } | undefined;

  constructor(
    readonly type: string,
    private readonly make: () => string,
  ) {}

  /** Makes it where that has not been done: before anybody waits for it. */
  ready(): { readonly bytes: Buffer; readonly tag: string } {
    return (this.made ??= encoded(this.make()));
  }

  /** Sends it, or 304 to a client that has it already. */
  send(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { bytes, tag } = this.ready();
    // A client that keeps it asks whether it has changed, which costs next to nothing.
    void reply.headers({ etag: tag, 'cache-control': 'no-cache' });
    if (namesTag(tagsIn('If-None-Match', request.headers['if-none-match']), tag)) return reply.status(304).send();
    return reply.type(this.type).send(bytes);
  }
}

const encoded = (text: string): { bytes: Buffer; tag: string } => ({
  bytes: Buffer.from(text),
  tag: tagOfReading(ONLY_REVISION, text),
});
