import { Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { ImportsDto } from './imports.dto.js';
import { ListImports } from './imports.query.js';
import { presentImports } from './present-imports.js';

/** What was read in from registers, and whether all of it is there. */
@PageRoute('imports')
export class ImportsPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('import.read')
  @OpensNothing('Counts of rows.')
  @Page('register/imports/imports', presentImports)
  list(): Promise<ImportsDto> {
    return this.queries.execute(new ListImports());
  }
}
