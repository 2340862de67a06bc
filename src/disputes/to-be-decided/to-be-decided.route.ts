import { Get, Inject } from '@nestjs/common';
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
import { DisputeRoute } from '../dispute-route.js';
import { visibleDisputes } from '../list/visible-disputes.js';
import { ListToBeDecidedDto } from './to-be-decided.dto.js';

/** What happened to a child that ends the IRO's part in their life; the first that holds. A birthday is worked out, not recorded. */
const BECAUSE = `CASE WHEN children.died_on IS NOT NULL THEN 'died'
  WHEN children.left_care_on IS NOT NULL THEN 'left-care' ELSE 'turned-18' END`;
const EIGHTEEN = `date(children.born_on, '+18 years')`;
const ON = `coalesce(children.died_on, children.left_care_on, ${EIGHTEEN})`;

@DisputeRoute()
export class ToBeDecidedRoute {
  constructor(
    private readonly known: Known,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Get('to-be-decided')
  @Permits('dispute.read', 'dispute.read-outline')
  @Reads(
    {
      operationId: 'listDisputesToBeDecided',
      summary: 'Open disputes about children who died, left care or turned 18: none is closed by itself',
    },
    ListToBeDecidedDto,
  )
  list(@Asking() asker: Asker): ListToBeDecidedDto {
    const today = this.known.today();
    const visible = visibleDisputes(asker, this.directory, today);
    const rows = this.readModels.all<{ reference: string; child: string; because: string; how: string; on: string }>(
      `SELECT register.reference, named.child, ${BECAUSE} AS because, children.left_care_because AS how, ${ON} AS "on"
         FROM dispute_register AS register
         JOIN case_children AS named ON named.reference = register.reference
         JOIN children ON children.child = named.child
        WHERE (${visible.sql}) AND register.status = 'open' AND ${ON} <= :today
          AND (register.carried_on_after_care_on IS NULL OR register.carried_on_after_care_on < ${ON})
          AND (children.died_on IS NOT NULL OR register.population = 'looked-after')
        ORDER BY "on", register.reference, named.child`,
      { ...visible.parameters, today },
    );
    const names = namesFrom(this.directory, today);
    return { items: rows.map((row) => ({ ...row, child: names.child(row.child) })) };
  }
}
