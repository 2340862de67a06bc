import type { DomainEvent } from '../../platform/decider.js';

/** Streams: `viewLog-<reference>`. Who opened a restricted record, and when: the actor and the time of the event say so. */
export type ViewLogEvent = DomainEvent<'RestrictedRecordViewed', RestrictedRecordViewed>;

export interface RestrictedRecordViewed {
  reference: string;
  /** The record as it stands, or everything that happened to it. */
  what: 'record' | 'history';
}
