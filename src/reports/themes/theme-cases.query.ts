import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, seesAll } from '../../access/asker.js';
import { visibleAcknowledgements } from '../../acknowledgements/list/visible-acknowledgements.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import type { Reading } from '../../reading/reading.js';
import { Readings } from '../../reading/readings.js';
import { countedFor } from '../counted-for.js';
import { mustBeFor } from './by-person.js';
import type { CaseFilters } from './cases.js';
import { type ThemeCase, themeCases } from './theme-figures.js';

export interface ThemeCasesView {
  readonly year: FinancialYear;
  /** How many there are in all. */
  readonly count: number;
  /** Those that the asker may see, newest first. */
  readonly items: readonly Omit<ThemeCase, 'iro'>[];
}

/**
 * The records behind a count, under the same filters.
 * @throws Problem `not-yours` where records of one IRO are asked for by somebody who may not read figures by person
 */
export class ListThemeCases extends Query<ThemeCasesView> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly filters: CaseFilters,
  ) {
    super();
  }
}

@QueryHandler(ListThemeCases)
export class ListThemeCasesHandler implements IQueryHandler<ListThemeCases> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, year, filters }: ListThemeCases): Promise<ThemeCasesView> {
    mustBeFor(asker, false, filters.iro);
    const reading = countedFor(asker, await this.readings.now());
    const cases = themeCases({ year, filters }, reading.readModels);
    const isVisible = visibleTo(asker, reading);
    return {
      year,
      count: cases.length,
      items: cases.filter(({ reference }) => isVisible(reference)).map(({ iro: _iro, ...shown }) => shown),
    };
  }
}

const visibleTo = (asker: AskedBy, { readModels, directory, now }: Reading): ((reference: string) => boolean) => {
  if (seesAll(asker)) return () => true;
  const today = londonDate(now);
  const disputes = visibleDisputes(asker, directory, today);
  const acknowledgements = visibleAcknowledgements(asker, directory, today);
  const rows = readModels.all<{ reference: string }>(
    `SELECT reference FROM dispute_register AS register WHERE ${disputes.sql}
      UNION ALL SELECT reference FROM acknowledgement_register AS register WHERE ${acknowledgements.sql}`,
    { ...disputes.parameters, ...acknowledgements.parameters },
  );
  const references = new Set(rows.map(({ reference }) => reference));
  return (reference) => references.has(reference);
};
