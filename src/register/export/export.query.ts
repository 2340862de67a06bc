import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { THE_OPERATOR } from '../../access/asker.js';
import type { AcknowledgementEvent } from '../../acknowledgements/events.js';
import { londonDate } from '../../calendar/dates.js';
import type { DisputeEvent } from '../../disputes/events.js';
import type { Recorded } from '../../platform/decider.js';
import { categoryOf, type EventStore } from '../../platform/event-store/event-store.js';
import { eventsOf } from '../../platform/event-store/events-of.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { Readings } from '../../reading/readings.js';
import type { AcknowledgementField, DisputeFact } from '../mapping/fields.js';
import { LeftBehind, type NotCarried } from './not-carried.js';
import { type AcknowledgementRow, acknowledgementRow, type DisputeRow, disputeRow } from './register-rows.js';
import { acknowledgementCells, disputeCells, namesFrom } from './write-row.js';

/** The register as it is written back: the cells of each row by field, in the order in which the rows came. */
export interface RegisterExported {
  readonly disputes: readonly Readonly<Record<DisputeFact, string>>[];
  readonly acknowledgements: readonly Readonly<Record<AcknowledgementField, string>>[];
  /** Under which the records are kept here: of every row that is written back. */
  readonly references: readonly string[];
  /** Disputes left out, since only the people on their lists may see them. */
  readonly restricted: number;
  /** What the rows leave behind, since no cell holds it. */
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

@QueryHandler(ExportRegister)
export class ExportRegisterHandler implements IQueryHandler<ExportRegister> {
  constructor(
    private readonly readings: Readings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute(): Promise<RegisterExported> {
    const { directory, now } = this.readings.withoutRules();
    const names = namesFrom(directory, londonDate(now));
    const { disputes, acknowledgements, notCarried } = await rowsIn(this.store);
    const open = disputes.filter(({ restricted }) => restricted !== true);
    return {
      disputes: open.map((row) => disputeCells(row, names)),
      acknowledgements: acknowledgements.map((row) => acknowledgementCells(row, names)),
      references: [...open, ...acknowledgements].map(({ reference }) => reference),
      restricted: disputes.length - open.length,
      notCarried,
    };
  }
}

const rowsIn = async (
  store: EventStore,
): Promise<{
  disputes: Referenced<DisputeRow>[];
  acknowledgements: Referenced<AcknowledgementRow>[];
  notCarried: NotCarried[];
}> => {
  const left = new LeftBehind();
  const disputes = new Map<string, DisputeRow | null>();
  const acknowledgements = new Map<string, AcknowledgementRow | null>();
  for await (const event of eventsOf(store, ['dispute', 'acknowledgement'])) {
    const { stream } = event;
    left.see(stream, event as unknown as Recorded<DisputeEvent>);
    if (categoryOf(stream) === 'dispute')
      disputes.set(stream, disputeRow(disputes.get(stream) ?? null, event as unknown as Recorded<DisputeEvent>));
    else
      acknowledgements.set(
        stream,
        acknowledgementRow(acknowledgements.get(stream) ?? null, event as unknown as Recorded<AcknowledgementEvent>),
      );
  }
  return { disputes: present(disputes), acknowledgements: present(acknowledgements), notCarried: left.counts() };
};

/** A row with the reference under which its record is kept here. */
type Referenced<Row> = Row & { readonly reference: string };

const present = <Row>(rows: ReadonlyMap<string, Row | null>): Referenced<Row>[] =>
  [...rows].flatMap(([stream, row]) =>
    row === null ? [] : [{ ...row, reference: stream.slice(stream.indexOf('-') + 1) }],
  );
