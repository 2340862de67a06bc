import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '../platform/event-store/event-store.js';
import { FoldedStream } from '../platform/folded-stream.js';
import { EVENT_STORE } from '../platform/store-tokens.js';
import { COUNCIL_STREAM, councilDecider, type CouncilState } from './council.js';
import type { CouncilEvent } from './events.js';

/** Whether the council is open. The log is asked until it is; that lasts, so afterwards nothing is asked. */
@Injectable()
export class CouncilStanding {
  private readonly stream: FoldedStream<CouncilState, CouncilEvent>;
  private opened = false;

  constructor(@Inject(EVENT_STORE) store: EventStore) {
    this.stream = new FoldedStream(store, COUNCIL_STREAM, councilDecider);
  }

  /** @throws StoreUnavailable where it is not known to be open and the log cannot be asked */
  async isOpen(): Promise<boolean> {
    this.opened ||= (await this.current()).isOpen;
    return this.opened;
  }

  async current(): Promise<CouncilState> {
    return this.stream.current();
  }
}
