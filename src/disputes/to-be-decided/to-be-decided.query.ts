import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { Readings } from '../../reading/readings.js';
import { visibleDisputes } from '../list/visible-disputes.js';
import type { ListToBeDecidedDto } from './to-be-decided.dto.js';

/** The open disputes about children who died, left care or turned 18, of those that the asker may see. */
export class ListToBeDecided extends Query<ListToBeDecidedDto> {
  constructor(readonly asker: AskedBy) {
    super();
  }
}

interface Row {
  reference: string;
  child: string;
  because: string;
  how: string | null;
  on: string;
}

/** What happened to a child that ends the IRO's part in their life; the first that holds. A birthday is worked out, not recorded. */
const BECAUSE = `CASE WHEN children.died_on IS NOT NULL THEN 'died'
  WHEN children.left_care_on IS NOT NULL THEN 'left-care' ELSE 'turned-18' END`;
const EIGHTEEN = `date(children.born_on, '+18 years')`;
const ON = `coalesce(children.died_on, children.left_care_on, ${EIGHTEEN})`;

@QueryHandler(ListToBeDecided)
export class ListToBeDecidedHandler implements IQueryHandler<ListToBeDecided> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker }: ListToBeDecided): Promise<ListToBeDecidedDto> {
    const { readModels, directory, now } = await this.readings.now();
    const today = londonDate(now);
    const visible = visibleDisputes(asker, directory, today);
    const rows = readModels.all<Row>(
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
    const names = namesFrom(directory, today);
    return { items: rows.map((row) => ({ ...row, child: names.child(row.child) })) };
  }
}
