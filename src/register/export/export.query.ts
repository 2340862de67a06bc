import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { THE_OPERATOR } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { Readings } from '../../reading/readings.js';
import { recordsKept } from '../../reports/coverage.js';
import type { Coverage, RegisterKind } from '../events.js';
import type { AcknowledgementField, DisputeFact } from '../mapping/fields.js';
import { EXPORTED_ACKNOWLEDGEMENTS, EXPORTED_DISPUTES, type Layout, layoutsOf } from './layout.js';
import { leftBehind, type NotCarried } from './not-carried.js';
import { acknowledgementsToWrite, disputesToWrite, type RowOfRecord } from './rows-of-record.js';
import { acknowledgementCells, disputeCells, namesFrom } from './write-row.js';

type Written<Field extends string> = readonly Layout<Field, Readonly<Record<Field, string>>>[];

/** The register as it is written back: the cells of each row by field, in the order of the days by which they are counted. */
export interface RegisterExported {
  readonly disputes: Written<DisputeFact>;
  readonly acknowledgements: Written<AcknowledgementField>;
  /** Under which the records are kept here: of every row that is written back. */
  readonly references: readonly string[];
  /** For which days the records of each kind speak: said when the files are read again, the same years are known. */
  readonly covers: readonly Coverage[];
  /** What the rows leave behind, since no cell holds it, and which figures are others for it. */
  readonly notCarried: readonly NotCarried[];
}

/**
 * Every row of the register, imported or raised here, without those of withdrawn imports and without restricted records. For the
 * command line only: it says as much about children as the log does.
 */
export class ExportRegister extends Query<RegisterExported> {
  constructor(readonly asker: typeof THE_OPERATOR) {
    super();
  }
}

const KINDS: readonly RegisterKind[] = ['informal', 'formal', 'acknowledgement'];

@QueryHandler(ExportRegister)
export class ExportRegisterHandler implements IQueryHandler<ExportRegister> {
  constructor(private readonly readings: Readings) {}

  async execute(): Promise<RegisterExported> {
    const { directory, readModels, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const names = namesFrom(directory, today);
    const disputes = disputesToWrite(readModels);
    const acknowledgements = acknowledgementsToWrite(readModels);
    const kept = recordsKept(readModels, today);
    return {
      disputes: written(layoutsOf(EXPORTED_DISPUTES, disputes), (row) => disputeCells(row, names)),
      acknowledgements: written(layoutsOf(EXPORTED_ACKNOWLEDGEMENTS, acknowledgements), (row) =>
        acknowledgementCells(row, names),
      ),
      references: [...disputes, ...acknowledgements].map(({ reference }) => reference),
      covers: KINDS.flatMap((kind) => kept.days(kind).map(({ from, to }) => ({ kind, from, to }))),
      notCarried: leftBehind(disputes, readModels, now),
    };
  }
}

const written = <Field extends string, Row extends RowOfRecord<unknown>>(
  layouts: readonly Layout<Field, Row>[],
  cells: (row: Row) => Readonly<Record<Field, string>>,
): Written<Field> => layouts.map((layout) => ({ ...layout, rows: layout.rows.map(cells) }));
