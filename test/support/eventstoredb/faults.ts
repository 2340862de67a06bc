/** Faults of an append. */
export type AppendFault =
  | 'drop before storing'
  | 'silence before storing'
  | 'store, then drop'
  | 'store, then silence'
  | 'store late'
  | 'answer late'
  | 'answer twice'
  | 'time out after storing'
  | 'not leader'
  | 'cancel'
  | 'close';

/**
 * Faults of reading a stream, or reading the whole log backwards; `behind` is a server that does not show yet what it has
 * written, `one short` a node that was away when the newest event of the stream was written.
 */
export type ReadFault = 'unavailable' | 'silence' | 'not leader' | 'cancel' | 'close' | 'behind' | 'one short';

/** Faults of a subscription, after so many events of it; one that gives events twice ends soon after. */
export interface SubscriptionFault {
  readonly kind: 'end' | 'unavailable' | 'cancel' | 'silence' | 'checkpoint ahead' | 'give twice' | 'close';
  readonly after: number;
}

/** Decides call by call what goes wrong. Without any set, nothing does. */
export interface Faults {
  append?: (stream: string) => AppendFault | undefined;
  read?: (stream: string) => ReadFault | undefined;
  subscription?: () => SubscriptionFault | undefined;
  /** Milliseconds by which what is late is late. */
  late: number;
}

/** Each of these once, in this order, then nothing more. */
export const oneAfterAnother = <Fault>(...faults: readonly Fault[]): (() => Fault | undefined) => {
  const left = [...faults];
  return () => left.shift();
};
