import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { notFound } from '../../platform/http/problem.js';
import { ProtocolLibrary } from '../protocol-library.js';

/**
 * The file of a version of the council's rules, as it was read: to take away, change and put in force again.
 * @throws Problem `not-found` for a version that there is not
 */
export class ReadProtocolFile extends Query<string> {
  constructor(readonly version: number) {
    super();
  }
}

@QueryHandler(ReadProtocolFile)
export class ReadProtocolFileHandler implements IQueryHandler<ReadProtocolFile> {
  constructor(private readonly library: ProtocolLibrary) {}

  async execute({ version }: ReadProtocolFile): Promise<string> {
    const found = (await this.library.versions()).find((each) => each.version === version);
    if (found === undefined) throw notFound();
    return found.file;
  }
}
