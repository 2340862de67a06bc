import type { Position } from '../platform/event-store/event-store.js';

/** The acts that follow by themselves when the directory changes, or a dispute is voided, so that the next request finds it done. */
export interface WhatFollows {
  /**
   * Ends when what was recorded in a stream of the directory, or of a dispute, can be read on this instance, with everything that follows from it: disputes
   * follow their children, those of a child who has died are set aside, and an informal matter that a dispute continued which is void is given
   * back. An act that could not be done is done later; it is never an
   * error of the change itself.
   *
   * @param position of the last event of the stream; undefined where there is none
   */
  after(stream: string, position: Position | undefined): Promise<void>;
}

export const WHAT_FOLLOWS = Symbol('WhatFollows');
