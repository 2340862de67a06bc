import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { FoldedStream } from '../../platform/folded-stream.js';
import { isSecretOf } from '../../platform/secret.js';
import { CLOCK } from '../../platform/tokens.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import type { TokenEvent, TokenHolder } from './events.js';
import { isValid, type Token, tokenDecider, tokenStream } from './token.js';
import { idInTokenText } from './token-text.js';

/**
 * The tokens and their holders. The log is asked at every request, and never a read model, so that one withdrawn on any instance opens
 * nothing at the next request on each of them.
 */
@Injectable()
export class Tokens {
  /** Only of tokens that there are: no number of invented ones fills it. */
  private readonly known = new Map<string, FoldedStream<Token | null, TokenEvent>>();

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Undefined for a text that is no token, or one that was never made, has expired or was withdrawn: which of them, nobody learns.
   * @throws StoreUnavailable where the log cannot be asked
   */
  async holderOf(text: string): Promise<TokenHolder | undefined> {
    return (await this.valid(text))?.holder;
  }

  /**
   * The token with this text, as far as it signs anybody in.
   * @throws StoreUnavailable where the log cannot be asked
   */
  async valid(text: string): Promise<Pick<Token, 'holder' | 'madeBy'> | undefined> {
    const id = idInTokenText(text);
    if (id === undefined) return undefined;
    const token = await this.token(id);
    return token !== null && isSecretOf(token.hash, text) && isValid(token, this.clock.now()) ? token : undefined;
  }

  private async token(id: string): Promise<Token | null> {
    const stream = this.known.get(id) ?? new FoldedStream(this.store, tokenStream(id), tokenDecider);
    const token = await stream.current();
    if (token !== null) this.known.set(id, stream);
    return token;
  }
}
