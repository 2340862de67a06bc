import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from './event-store/event-store.js';
import { EVENT_STORE } from './store-tokens.js';

/**
 * The key by which addresses hide what they stand for. It is the id of the first event of the log: the same on every instance and after
 * every restore, and in no answer.
 */
@Injectable()
export class AddressKey {
  private key: Promise<string> | undefined;

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  of(): Promise<string> {
    return (this.key ??= this.firstId());
  }

  private async firstId(): Promise<string> {
    const [first] = await this.store.readAll(undefined, { limit: 1 });
    if (first === undefined) this.key = undefined;
    return first?.id ?? '';
  }
}
