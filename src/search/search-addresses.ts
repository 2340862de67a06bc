import { Inject, Injectable } from '@nestjs/common';
import { addMinutes } from '../calendar/dates.js';
import { AddressKey } from '../platform/address-key.js';
import type { Clock } from '../platform/clock/clock.js';
import { CLOCK } from '../platform/tokens.js';
import { openedWith, sealedWith } from '../sign-in/sessions/sealed.js';

/** Minutes for which an address leads to what was found: long enough to open a few results and come back. */
export const SEARCH_MINUTES = 15;

/**
 * Short-lived addresses of searches. The typed text is sealed into the address itself, so that it leads to the same results on every
 * instance, and nothing about a search is kept anywhere. It opens for the person who searched, and for nobody else.
 */
@Injectable()
export class SearchAddresses {
  constructor(
    private readonly key: AddressKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `/search/found?in=…` @param path of the page that shows what was found */
  pathOf(words: string, person: string, path = '/search/found'): string {
    const until = addMinutes(this.clock.now(), SEARCH_MINUTES);
    const sealed = sealedWith(this.sealingKey(), JSON.stringify([words, person, until]));
    return `${path}?in=${sealed}`;
  }

  /** The text that was typed; null if the address was never given to this person, or its time is over. */
  wordsIn(sealed: string, person: string): string | null {
    const opened = openedWith(this.sealingKey(), sealed);
    if (opened === null) return null;
    const [words, whose, until] = JSON.parse(opened) as [string, string, string];
    return whose === person && this.clock.now() < until ? words : null;
  }

  private sealingKey(): string {
    return `search ${this.key.of()}`;
  }
}
