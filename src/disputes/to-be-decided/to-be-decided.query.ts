import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { Readings } from '../../reading/readings.js';
import { visibleDisputes } from '../list/visible-disputes.js';
import type { ListToBeDecidedDto } from './to-be-decided.dto.js';
import { BECAUSE, ON, TO_BE_DECIDED } from './to-be-decided-in.js';

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

@QueryHandler(ListToBeDecided)
export class ListToBeDecidedHandler implements IQueryHandler<ListToBeDecided> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker }: ListToBeDecided): Promise<ListToBeDecidedDto> {
    const { readModels, directory, now } = await this.readings.now();
    const today = londonDate(now);
    const visible = visibleDisputes(asker, directory, today);
    const rows = readModels.all<Row>(
      `SELECT register.reference, named.child, ${BECAUSE} AS because, children.left_care_because AS how, ${ON} AS "on"
         ${TO_BE_DECIDED} AND (${visible.sql}) ORDER BY "on", register.reference, named.child`,
      { ...visible.parameters, today },
    );
    const names = namesFrom(directory, today);
    return { items: rows.map((row) => ({ ...row, child: names.child(row.child) })) };
  }
}
