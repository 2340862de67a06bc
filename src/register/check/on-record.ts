import type { EventStore, JsonObject, RecordedEvent } from '../../platform/event-store/event-store.js';
import { digestOf } from '../../platform/executor.js';
import { MAIN_PREFIX, referenceFor } from '../../platform/ids.js';

/** The record that the log already has under a row's own reference. */
export interface OnRecord {
  /** The reference that this row has, or would get: worked out from its own reference, so that the log itself keeps it unique. */
  readonly reference: string;
  /** Null where nothing is there, or what was there belonged to an import that has been withdrawn. */
  readonly row: {
    readonly importId: string;
    /** Of the facts as imported, and of the facts as corrected since: a file that says either says nothing new. */
    readonly digests: readonly string[];
  } | null;
}

const PREFIXES = { disputes: MAIN_PREFIX, acknowledgements: 'PA' } as const;
const CATEGORIES = { disputes: 'dispute', acknowledgements: 'acknowledgement' } as const;
export type Holds = keyof typeof PREFIXES;

export const streamOf = (holds: Holds, reference: string): string => `${CATEGORIES[holds]}-${reference}`;

/** Looks rows up in the log by their own reference. */
export class RegisterOnRecord {
  /** References given to rows of this run that are not in the log yet. */
  private readonly given = new Map<string, string>();

  constructor(private readonly store: EventStore) {}

  async find(holds: Holds, ownReference: string): Promise<OnRecord> {
    for (let attempt = 0; ; attempt++) {
      const reference = referenceFor(PREFIXES[holds], `register\u0000${ownReference}`, attempt);
      const stream = streamOf(holds, reference);
      const events = await this.store.read(stream);
      const owner = events.length > 0 ? ownReferenceIn(events) : (this.given.get(stream) ?? ownReference);
      if (owner !== ownReference) continue;
      this.given.set(stream, ownReference);
      return { reference, row: rowIn(events) };
    }
  }
}

const ownReferenceIn = (events: readonly RecordedEvent[]): string | undefined =>
  events.find((event) => event.type.endsWith('Imported'))?.data.ownReference as string | undefined;

const rowIn = (events: readonly RecordedEvent[]): OnRecord['row'] => {
  let row = null as OnRecord['row'];
  for (const { type, data } of events) {
    if (/^(Dispute|Acknowledgement)Imported$/.test(type))
      row = { importId: data.importId as string, digests: [digestOf(data.facts as JsonObject)] };
    else if (/^Imported(Dispute|Acknowledgement)Corrected$/.test(type) && row)
      row = { ...row, digests: [row.digests[0]!, digestOf(data.facts as JsonObject)] };
    else if (/^Imported(Dispute|Acknowledgement)Withdrawn$/.test(type)) row = null;
  }
  return row;
};
