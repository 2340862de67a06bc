import type { RecordedEvent } from '../event-store/event-store.js';

/** Something the program does that is worth measuring. Names of code only: never an id, a name or a word that somebody typed. */
export type Work =
  /** From its turn to its answer; the name is that of its category and its type, `dispute.answer`. */
  | { readonly kind: 'command'; readonly name: string; readonly correlationId: string | undefined }
  | {
      readonly kind: 'append';
      readonly category: string;
      readonly events: number;
      readonly correlationId: string | undefined;
    }
  | { readonly kind: 'read'; readonly of: 'stream' | 'log' | 'head' }
  /** A page of a live subscription, from its arrival to the reader's asking for the next. */
  | { readonly kind: 'page'; readonly reader: Reader; readonly events: readonly RecordedEvent[] }
  | { readonly kind: 'job'; readonly name: 'alarm' | 'sweep' };

/** The part of the program that follows the log. */
export type Reader = 'read-models' | 'deadlines' | 'notices';

/** One request, from its first byte to its answer. */
export interface WatchedRequest {
  /** Lets what follows know on whose behalf it is. */
  within(work: () => void): void;
  answered(answer: { readonly route: string | undefined; readonly status: number; readonly seconds: number }): void;
}

export interface RequestBegun {
  readonly method: string;
  readonly correlationId: string;
  /** As the caller sent it (W3C Trace Context). */
  readonly traceparent: string | undefined;
}

/** Sees what the program does and changes nothing about it. */
export interface Watcher {
  /** @param cameTo what came of it, in one word of code; `done` unless told */
  around<Result>(work: Work, run: () => Promise<Result>, cameTo?: (result: Result) => string): Promise<Result>;
  request(begun: RequestBegun): WatchedRequest;
  /** A subscription ended with an error; its reader resumes it. */
  broke(reader: Reader): void;
  /** A notice was handed to its provider, or could not be. */
  notice(outcome: NoticeOutcome): void;
}

/**
 * `away`: the provider did not answer, and it is tried again. `mailbox-away`: it takes nothing for this recipient, who is tried again
 * apart; `given-up`: and has not for a day. `not-needed`: nothing was sent, for its need had gone.
 */
export type NoticeOutcome = 'sent' | 'not-needed' | 'refused' | 'no-address' | 'away' | 'mailbox-away' | 'given-up';

/** For runs that nobody watches: it costs nothing. */
export const NOBODY: Watcher = {
  around: (_work, run) => run(),
  request: () => ({ within: (work) => work(), answered: () => {} }),
  broke: () => {},
  notice: () => {},
};

/** Several as one; the first is outermost. */
export const together = (watchers: readonly Watcher[]): Watcher =>
  watchers.reduceRight<Watcher>(
    (inner, outer) =>
      inner === NOBODY
        ? outer
        : {
            around: (work, run, cameTo) => outer.around(work, () => inner.around(work, run, cameTo), cameTo),
            request: (begun) => {
              const [first, second] = [outer.request(begun), inner.request(begun)];
              return {
                within: (work) => first.within(() => second.within(work)),
                answered: (answer) => {
                  second.answered(answer);
                  first.answered(answer);
                },
              };
            },
            broke: (reader) => {
              outer.broke(reader);
              inner.broke(reader);
            },
            notice: (outcome) => {
              outer.notice(outcome);
              inner.notice(outcome);
            },
          },
    NOBODY,
  );
