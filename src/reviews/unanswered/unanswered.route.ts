import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import type { Directory } from '../../directory/directory.js';
import { Known } from '../../directory/known.js';
import { namesFrom } from '../../directory/names.js';
import { Reads } from '../../platform/http/docs.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { visibleChecks } from '../visible-checks.js';
import { type UnansweredStandardDto, UnansweredStandardsDto } from './unanswered.dto.js';

@ApiTags('Reviews')
@Controller('api/v1/reviews')
export class UnansweredRoute {
  constructor(
    private readonly known: Known,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Get('unanswered')
  @Permits('review.read')
  @Reads(
    { operationId: 'listUnansweredStandards', summary: 'What is outstanding in the checks of your children' },
    UnansweredStandardsDto,
  )
  list(@Asking() asker: Asker): UnansweredStandardsDto {
    const today = this.known.today();
    const visible = visibleChecks(asker, this.directory, today);
    const rows = this.readModels.all<Omit<UnansweredStandardDto, 'child'> & { child: string }>(
      `SELECT checks.reference, checks.kind, checks.child, checks.held_on AS heldOn, checks.standard, checks.text,
          checks.outstanding
        FROM review_checks AS checks WHERE (${visible.sql}) AND checks.outstanding IS NOT NULL
        ORDER BY checks.held_on, checks.reference, checks.standard`,
      visible.parameters,
    );
    const names = namesFrom(this.directory, today);
    return { items: rows.map((row) => ({ ...row, child: names.child(row.child) })) };
  }
}
