import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { type About, Page, PageRoute } from '../../web/frame/page.js';
import type { AdviceAloneDto } from './advice-alone.dto.js';
import { ReadAdviceAlone } from './advice-alone.query.js';

/** A title names the act and the reference, as that of every page does, and not a word of the advice. */
const presentAdviceAlone = (alone: AdviceAloneDto, { words }: Pick<About, 'words'>): object => ({
  title: `Legal advice about ${words.said(alone.reference)}`,
  alone,
});

/** Privileged advice is printed by an act of its own, so that no other print can hold it. */
@PageRoute('disputes')
export class AdviceAlonePage {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/legal-advice')
  @Permits('dispute.read-legal-advice')
  @Opens('page')
  @Page('disputes/legal-advice/advice-alone', presentAdviceAlone)
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<AdviceAloneDto> {
    return this.queries.execute(new ReadAdviceAlone(reference, asker));
  }
}
