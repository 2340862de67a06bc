import type { RecordedEvent as ServerEvent } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';

/** EventStoreDB keeps what it is told about a stream in another stream: `$$` and the stream's name. */
const PREFIX = '$$';

export const metadataStreamOf = (stream: string): string => PREFIX + stream;

export const isMetadataStream = (stream: string): boolean => stream.startsWith(PREFIX);

/** The settings that make a server leave out events, and at its next scavenge take them away for good. */
const HIDING = ['$maxAge', '$maxCount', '$tb'] as const;

/** The stream that this event of a metadata stream hides events of, and by what; undefined where it hides none. */
export const hiddenBy = (event: ServerEvent): { readonly stream: string; readonly by: string } | undefined => {
  const said: unknown = event.data;
  if (typeof said !== 'object' || said === null) return undefined;
  const by = HIDING.filter((name) => name in said);
  return by.length === 0 ? undefined : { stream: event.streamId.slice(PREFIX.length), by: by.join(', ') };
};

/** An event of the server's own in a stream of ours, such as the one that ends it; no reader is given it. */
export const isSystemEvent = (type: string): boolean => type.startsWith('$');

/** Said plainly, because a stream with hidden events looks like a shorter one, and a scavenge would make that true. */
export const eventsHidden = ({ stream, by }: { readonly stream: string; readonly by: string }): StoreUnavailable =>
  new StoreUnavailable(
    `Events of stream ${stream} are hidden by its metadata (${by}). Take that out of ${metadataStreamOf(stream)} before the next scavenge, and find out who wrote it.`,
  );

export const eventsMissing = (stream: string, revision: number): StoreUnavailable =>
  new StoreUnavailable(
    `Event ${revision} of stream ${stream} is missing: it is hidden by metadata of the stream, or was scavenged. Put back the last backup.`,
  );
