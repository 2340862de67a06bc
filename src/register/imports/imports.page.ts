import { Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { type BoardRead, ReadEscalations } from '../../reports/escalations/escalations.query.js';
import { waitingToBeTakenOn } from '../take-on/waiting.js';
import type { ImportsDto } from './imports.dto.js';
import { ListImports } from './imports.query.js';
import { type ImportsOfPage, presentImports } from './present-imports.js';

/** The imports of registers, and whether all rows of each are on record. */
@PageRoute('imports')
export class ImportsPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('import.read')
  @OpensNothing('Counts of rows.')
  @Page('register/imports/imports', presentImports)
  async list(@Asking() asker: Asker): Promise<ImportsOfPage> {
    const { items } = await this.queries.execute<ListImports, ImportsDto>(new ListImports());
    return {
      items,
      mayWrite: postThatMay(asker, 'import.write') !== undefined,
      mayTakeOn: await this.mayTakeOn(asker),
      mayExport: postThatMay(asker, 'register.export') !== undefined,
    };
  }

  /** Nobody is led to an act for which nothing waits. */
  private async mayTakeOn(asker: Asker): Promise<boolean> {
    if (postThatMay(asker, 'dispute.take-on') === undefined) return false;
    const { rows } = await this.queries.execute<ReadEscalations, BoardRead>(new ReadEscalations(asker));
    return waitingToBeTakenOn(rows).length > 0;
  }
}
