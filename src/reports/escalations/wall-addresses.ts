import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '../../calendar/calendar.js';
import { addHours } from '../../calendar/dates.js';
import { AddressKey } from '../../platform/address-key.js';
import type { Clock } from '../../platform/clock/clock.js';
import { keyFrom, Sealing } from '../../platform/sealing/sealing.js';
import { CLOCK } from '../../platform/tokens.js';

/** Hours for which an address shows the board on a wall: a working day, so that a forgotten screen goes dark. */
export const WALL_HOURS = 12;

const ABOUT = 'wall';

/** For whose board an address of a wall screen stands, and until when. */
export interface WallShown {
  readonly person: string;
  readonly until: Instant;
}

/**
 * Addresses by which a screen on a wall shows counts of the board while nobody is signed in on it. The owner of the board stands sealed in the
 * address itself: it opens this one page, and is kept nowhere.
 */
@Injectable()
export class WallAddresses {
  constructor(
    private readonly key: AddressKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The part of the address that stands for the board of a person. */
  keyFor(person: string): string {
    return this.sealing().seal(ABOUT, JSON.stringify([person, addHours(this.clock.now(), WALL_HOURS)]));
  }

  /** Undefined where the address was never given, or its time is over. */
  shownBy(sealed: string): WallShown | undefined {
    const opened = this.sealing().open(ABOUT, sealed);
    if (opened === null) return undefined;
    const [person, until] = JSON.parse(opened) as [string, Instant];
    return this.clock.now() < until ? { person, until } : undefined;
  }

  private sealing(): Sealing {
    return new Sealing(keyFrom(ABOUT, this.key.of()));
  }
}
