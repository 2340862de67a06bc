import type { Readable } from 'node:stream';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { requirePost } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Documents } from '../../documents/documents.js';
import { notFound } from '../../platform/http/problem.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../authorised-disputes.js';
import type { DisputeDto, DocumentShownDto } from '../read/dispute.dto.js';
import { ReadDispute } from '../read/read.query.js';
import { DISPUTE_READS } from '../read/what-a-reader-sees.js';
import { documentsOf } from './documents-of.js';

/** One document of a dispute, to be saved by its reader. */
export class OpenDocument extends Query<DocumentOpened> {
  constructor(
    readonly reference: string,
    readonly id: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

export interface DocumentOpened {
  readonly document: DocumentShownDto;
  readonly bytes: Readable;
}

/** Readers of the words with which a document was sent may open it, and nobody else: it is looked for in the view that they are shown. */
@QueryHandler(OpenDocument)
export class OpenDocumentHandler implements IQueryHandler<OpenDocument> {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly queries: QueryBus,
    private readonly documents: Documents,
  ) {}

  /** @throws Problem `not-found`; `not-yours` for those who may know of the dispute and not read what was written */
  async execute({ reference, id, asker }: OpenDocument): Promise<DocumentOpened> {
    const { relationsFrom } = await this.authorised.find(reference, asker);
    requirePost(asker, 'dispute.read', relationsFrom, DISPUTE_READS);
    const { body } = await this.queries.execute<ReadDispute, Versioned<DisputeDto>>(new ReadDispute(reference, asker));
    const document = documentsOf(body).find((each) => each.id === id);
    if (document === undefined) throw notFound();
    return { document, bytes: await this.documents.open(document) };
  }
}
