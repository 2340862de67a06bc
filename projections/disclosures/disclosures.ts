import type { LocalDate } from '../../src/calendar/calendar.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { RegisterKind } from '../../src/register/events.js';
import type { DisclosureEvent, DisclosureKind } from '../../src/reports/publishing/disclosure-log/events.js';
import { changing, idOf } from '../folding.js';

/** An entry of the disclosure log, without its numbers. */
export type DisclosureRow = {
  disclosure: string;
  kind: DisclosureKind;
  told_on: LocalDate;
  recipient: string;
  request_number: string | null;
  from: LocalDate;
  to: LocalDate;
  /** The report that was given, and which edition of it; null where figures were. */
  report: string | null;
  edition: number | null;
  records: RegisterKind | null;
  /** The reason why it does not hold. */
  withdrawn: string | null;
};

/** The edition that a row names. */
export const namedIn = ({
  report,
  edition,
}: Pick<DisclosureRow, 'report' | 'edition'>): { report: string; edition: number } | null =>
  report === null || edition === null ? null : { report, edition };

export const disclosures: Projection<DisclosureRow> = {
  name: 'disclosures',
  version: 1,
  categories: ['disclosure'],
  columns: {
    disclosure: 'text',
    kind: 'text',
    told_on: 'text',
    recipient: 'text',
    request_number: 'text',
    from: 'text',
    to: 'text',
    report: 'text',
    edition: 'integer',
    records: 'text',
    withdrawn: 'text',
  },
  key: ['disclosure'],
  partitionBy: idOf,
  when: handlers<DisclosureEvent, DisclosureRow>({
    DisclosureEntered: (_, { data: { on, edition, requestNumber, figures: __, ...data } }) => [
      {
        ...{ ...data, told_on: on, request_number: requestNumber, withdrawn: null },
        ...{ report: edition?.report ?? null, edition: edition?.edition ?? null },
      },
    ],
    DisclosureWithdrawn: changing<DisclosureRow, { data: { reason: string } }>((_, { data: { reason } }) => ({
      withdrawn: reason,
    })),
  }),
};
