import type { NoticeProvider } from './provider.js';

export const NOTICES_STATUS = Symbol('NoticesStatus');

/** How it stands with telling people. */
export interface NoticesStatus {
  readonly provider: NoticeProvider['name'];
  /**
   * `trying-again`: the provider is away, and everything waits. `behind`: not at the end of the log yet. `elsewhere`: another instance
   * is on duty and tells people. `off`: nobody is told.
   */
  readonly state: 'working' | 'trying-again' | 'behind' | 'elsewhere' | 'off';
  /** Notices that should have gone and have not, without those that wait for a digest or for the hours in which people are told. */
  readonly waiting: number;
  /** Notices that wait for the hours in which people are told. */
  readonly forLater: number;
  /** Notices of the last week that were not sent because their need had gone: decided, not lost. */
  readonly notNeeded: number;
  /** Failures in a row; 0 where the last message went. */
  readonly failures: number;
  /** Code of the last failure; null where the last message went. */
  readonly trouble: string | null;
  /** The moment at which it is tried again (ISO instant, UTC). */
  readonly tryAgainAt: string | null;
  /** People whose mailboxes take nothing just now: they are tried again apart from the others. */
  readonly mailboxes: number;
  /** Notices of the last week that reached nobody, and will not be sent again: no address, refused, or given up after a day. */
  readonly undelivered: readonly UndeliveredNotice[];
  /** Events from which no notice could be worked out since the start, as `stream@revision`: somebody should look. */
  readonly skipped: readonly string[];
}

export interface UndeliveredNotice {
  readonly notice: string;
  readonly because: 'no-address' | 'refused' | 'mailbox-away';
}

export interface ReportsNotices {
  status(): NoticesStatus;
}
