import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { Readings } from '../../reading/readings.js';
import { acknowledgementsInLists } from '../list/visible-acknowledgements.js';

/**
 * Those of some acknowledgements to which the asker may say well done with one press: a person who may thank for any of them, for each that
 * stands and under which no word of theirs stands yet.
 */
export class ListWhatToPraise extends Query<ReadonlySet<string>> {
  constructor(
    readonly references: readonly string[],
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListWhatToPraise)
export class ListWhatToPraiseHandler implements IQueryHandler<ListWhatToPraise> {
  constructor(private readonly readings: Readings) {}

  execute({ references, asker }: ListWhatToPraise): Promise<ReadonlySet<string>> {
    if (references.length === 0 || postThatMay(asker, 'acknowledgement.thank') === undefined)
      return Promise.resolve(new Set());
    const { readModels, directory, now } = this.readings.withoutRules();
    const seen = acknowledgementsInLists(asker, directory, londonDate(now));
    const rows = readModels.all<{ reference: string }>(
      `SELECT register.reference FROM acknowledgement_register AS register
        WHERE register.reference IN (SELECT value FROM json_each(:references)) AND register.status = 'given' AND (${seen.sql})
          AND :asking NOT IN (SELECT value FROM json_each(register.thanked_by))`,
      { ...seen.parameters, references: JSON.stringify(references), asking: asker.person },
    );
    return Promise.resolve(new Set(rows.map(({ reference }) => reference)));
  }
}
