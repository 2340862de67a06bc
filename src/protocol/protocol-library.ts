import type { EventStore } from '../platform/event-store/event-store.js';
import { FoldedStream } from '../platform/folded-stream.js';
import { adoptionDecider, PROTOCOL_STREAM } from './adoption.js';
import type { ProtocolAdopted, ProtocolEvent } from './events.js';
import type { ProtocolBook } from './protocol.js';
import { protocolBook } from './protocol-book.js';

/** The council's book of rules as the log has it now. */
export class ProtocolLibrary {
  private readonly adopted: FoldedStream<readonly ProtocolAdopted[], ProtocolEvent>;
  private book = protocolBook([]);
  private madeFrom: readonly ProtocolAdopted[] = [];

  constructor(store: EventStore) {
    this.adopted = new FoldedStream(store, PROTOCOL_STREAM, adoptionDecider);
  }

  async current(): Promise<ProtocolBook> {
    const adopted = await this.adopted.current();
    if (adopted !== this.madeFrom) {
      this.book = protocolBook(adopted);
      this.madeFrom = adopted;
    }
    return this.book;
  }

  /** The book as it was when somebody last asked for it, without a look at the log; empty before that. */
  lastKnown(): ProtocolBook {
    return this.book;
  }

  /** Every version ever adopted, in the order adopted, with the warnings it loaded with. */
  async versions(): Promise<readonly ProtocolAdopted[]> {
    return this.adopted.current();
  }
}
