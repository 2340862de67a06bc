import { createHash } from 'node:crypto';
import type { EventStore, Position } from '../platform/event-store/event-store.js';
import { eventsOf } from '../platform/event-store/events-of.js';
import { SealBroken } from '../platform/sealing/sealed-pieces.js';
import { type DocumentNamed, documentsNamedIn } from './events.js';
import { DocumentMissing, type DocumentStore } from './store/document-store.js';

/** One document that an event names and that is not as it was. Its name is not said: it may say something about a child. */
export interface DocumentFault {
  readonly sha256: string;
  readonly position: Position;
  readonly stream: string;
  readonly what: 'missing' | 'damaged';
}

export interface DocumentsVerified {
  /** Named by events. */
  readonly documents: number;
  readonly faults: readonly DocumentFault[];
  /** Kept for an act of which nobody knew what became, and named by no event. */
  readonly unnamed: number;
}

/**
 * Opens every document that an event names, from its first byte to its last.
 * @throws DocumentsAway where the folder cannot be read
 */
export const verifyDocuments = async (log: EventStore, store: DocumentStore): Promise<DocumentsVerified> => {
  const seen = new Set<string>();
  const faults: DocumentFault[] = [];
  // A document that is held before the log is read is named by then, or never.
  const held: string[] = [];
  for await (const id of store.held()) held.push(id);
  for await (const event of eventsOf(log)) {
    for (const document of documentsNamedIn(event)) {
      if (seen.has(document.id)) continue;
      seen.add(document.id);
      const what = await faultOf(document, store);
      const { position, stream } = event;
      if (what !== undefined) faults.push({ sha256: document.sha256, position, stream, what });
    }
  }
  return { documents: seen.size, faults, unnamed: held.filter((id) => !seen.has(id)).length };
};

const faultOf = async (
  { id, sha256 }: DocumentNamed,
  store: DocumentStore,
): Promise<DocumentFault['what'] | undefined> => {
  const digest = createHash('sha256');
  try {
    for await (const piece of store.open(id)) digest.update(piece);
  } catch (error) {
    if (error instanceof DocumentMissing) return 'missing';
    if (error instanceof SealBroken) return 'damaged';
    throw error;
  }
  return digest.digest('hex') === sha256 ? undefined : 'damaged';
};
