import type { SpreadsheetRow } from '../reading/sheet.js';
import { cellsBesideTextNote, DateOrders, mixedOrdersNote } from '../rows/date-orders.js';
import type { RecognisedShape } from './recognise.js';

const DATE_FIELDS: ReadonlySet<string> = new Set(['date raised', 'due', 'answered', 'date resolved', 'date']);

/** In which order day and month stand under each heading for dates. */
export class DatesOfFile {
  private readonly columns: readonly { readonly at: number; readonly heading: string; readonly orders: DateOrders }[];

  constructor({ columns }: RecognisedShape) {
    this.columns = Object.entries(columns)
      .filter(([field]) => DATE_FIELDS.has(field))
      .map(([, { at, heading }]) => ({ at, heading, orders: new DateOrders() }));
  }

  see({ row, cells }: SpreadsheetRow): void {
    for (const { at, orders } of this.columns) orders.see(cells[at]!, row);
  }

  notes(name: string, readAs: string): string[] {
    return this.columns.flatMap(
      ({ heading, orders }) =>
        mixedOrdersNote(name, heading, orders, readAs) ?? cellsBesideTextNote(name, heading, orders) ?? [],
    );
  }
}
