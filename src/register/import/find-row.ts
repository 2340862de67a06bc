import { Refusal } from '../../platform/decider.js';
import type { EventStore, RecordedEvent } from '../../platform/event-store/event-store.js';
import { readReference } from '../../platform/ids.js';
import { type Holds, RegisterOnRecord, streamOf } from '../check/on-record.js';

export interface RowOnRecord {
  readonly holds: Holds;
  /** Footprint's own reference. */
  readonly reference: string;
  readonly events: readonly RecordedEvent[];
}

/**
 * Finds a row by the council's own reference or by Footprint's.
 * @throws Refusal `row-not-found`
 */
export const findRow = async (store: EventStore, written: string): Promise<RowOnRecord> => {
  const ours = readReference(written);
  for (const holds of ['disputes', 'acknowledgements'] as const) {
    const reference = ours ?? (await new RegisterOnRecord(store).find(holds, written.trim())).reference;
    const events = await store.read(streamOf(holds, reference));
    if (events.length > 0) return { holds, reference, events };
  }
  throw noSuchRow(written);
};

export const noSuchRow = (written: string): Refusal =>
  new Refusal('not-found', 'row-not-found', `No row of the register has the reference ${written.trim()}.`);
