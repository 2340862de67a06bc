/** The only way domain and application code learn what time it is. */
export interface Clock {
  /** Now, as an ISO instant in UTC with milliseconds. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands still until it is moved: for tests and for making the demonstration council. */
export class SettableClock implements Clock {
  constructor(private instant: string) {}
  now(): string {
    return this.instant;
  }
  set(instant: string): void {
    this.instant = instant;
  }
}
