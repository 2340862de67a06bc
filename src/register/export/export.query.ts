import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, seesAll } from '../../access/asker.js';
import type { Condition } from '../../access/scope.js';
import { visibleAcknowledgements } from '../../acknowledgements/list/visible-acknowledgements.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import { firstDayOf, lastDayOf, londonDate } from '../../calendar/dates.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { Readings } from '../../reading/readings.js';
import { recordsKept } from '../../reports/coverage.js';
import type { Coverage, RegisterKind } from '../events.js';
import type { AcknowledgementField, DisputeFact } from '../mapping/fields.js';
import { EXPORTED_ACKNOWLEDGEMENTS, EXPORTED_DISPUTES, type Layout, layoutsOf } from './layout.js';
import { leftBehind, type NotCarried } from './not-carried.js';
import { acknowledgementsToWrite, disputesToWrite, type RowOfRecord } from './rows-of-record.js';
import { acknowledgementCells, disputeCells, namesFrom } from './write-row.js';

/** A row as it is written: its cells by field, and the reference under which its record is kept here. */
export interface RowWritten<Field extends string> {
  readonly reference: string;
  readonly cells: Readonly<Record<Field, string>>;
}

export type Written<Field extends string> = readonly Layout<Field, RowWritten<Field>>[];

/** The register as it is written back, in the order of the days by which its records are counted. */
export interface RegisterExported {
  readonly disputes: Written<DisputeFact>;
  readonly acknowledgements: Written<AcknowledgementField>;
  /** For which days the records of each kind speak: said when the files are read again, the same years are known. */
  readonly covers: readonly Coverage[];
  /**
   * The facts that the rows leave behind, since no cell holds them, and the figures that differ for it. Null for a person: among the records
   * counted are some that are hidden from them.
   */
  readonly notCarried: readonly NotCarried[] | null;
}

/**
 * Every row of the register that the asker may read in full, imported or raised here, without those of withdrawn imports and without
 * restricted records.
 */
export class ExportRegister extends Query<RegisterExported> {
  constructor(
    readonly asker: AskedBy,
    /** In which a dispute was raised or an acknowledgement given; null for every year. */
    readonly year: FinancialYear | null = null,
  ) {
    super();
  }
}

const KINDS: readonly RegisterKind[] = ['informal', 'formal', 'acknowledgement'];

@QueryHandler(ExportRegister)
export class ExportRegisterHandler implements IQueryHandler<ExportRegister> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, year }: ExportRegister): Promise<RegisterExported> {
    const { directory, readModels, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const names = namesFrom(directory, today);
    const disputes = disputesToWrite(readModels, within(year, 'raised_on', visibleDisputes(asker, directory, today)));
    const acknowledgements = acknowledgementsToWrite(
      readModels,
      within(year, 'given_on', visibleAcknowledgements(asker, directory, today)),
    );
    const kept = recordsKept(readModels, today);
    return {
      disputes: written(layoutsOf(EXPORTED_DISPUTES, disputes), (row) => disputeCells(row, names)),
      acknowledgements: written(layoutsOf(EXPORTED_ACKNOWLEDGEMENTS, acknowledgements), (row) =>
        acknowledgementCells(row, names),
      ),
      covers: KINDS.flatMap((kind) => kept.days(kind).flatMap(({ from, to }) => coveredIn(year, { kind, from, to }))),
      notCarried: seesAll(asker) ? leftBehind(disputes, readModels, now) : null,
    };
  }
}

/** @param day the column of the day by which a row is counted */
const within = (year: FinancialYear | null, day: string, { sql, parameters }: Condition): Condition =>
  year === null
    ? { sql, parameters }
    : {
        sql: `(${sql}) AND register.${day} BETWEEN :firstDay AND :lastDay`,
        parameters: { ...parameters, firstDay: firstDayOf(year), lastDay: lastDayOf(year) },
      };

/** The part of a covered period that lies in the year. */
const coveredIn = (year: FinancialYear | null, { kind, from, to }: Coverage): Coverage[] => {
  if (year === null) return [{ kind, from, to }];
  const [first, last] = [firstDayOf(year), lastDayOf(year)];
  const part = { kind, from: from < first ? first : from, to: to > last ? last : to };
  return part.from > part.to ? [] : [part];
};

const written = <Field extends string, Row extends RowOfRecord<unknown>>(
  layouts: readonly Layout<Field, Row>[],
  cells: (row: Row) => Readonly<Record<Field, string>>,
): Written<Field> =>
  layouts.map((layout) => ({
    ...layout,
    rows: layout.rows.map((row) => ({ reference: row.reference, cells: cells(row) })),
  }));
