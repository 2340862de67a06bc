import type { EventStore } from '../platform/event-store/event-store.js';
import { malformed } from '../platform/http/problem.js';
import { readReference } from '../platform/ids.js';
import { disputeStream } from './act-on-dispute.js';
import type { Link } from './events.js';

/**
 * A reference in a body, in its one form.
 * @throws Problem where its check character says that it was written wrong
 */
export const oneForm = (written: string | null | undefined, pointer: string): string | null => {
  if (written === null || written === undefined) return null;
  const reference = readReference(written);
  if (reference === undefined) throw malformed(pointer, 'is not a reference that can exist: check how it is written');
  return reference;
};

/**
 * The reference of a dispute that is there.
 * @throws Problem where there is none
 */
export const existing = async (written: string, pointer: string, store: EventStore): Promise<string> => {
  const reference = oneForm(written, pointer)!;
  if ((await store.read(disputeStream(reference))).length === 0)
    throw malformed(pointer, 'is not the reference of a dispute: check how it is written');
  return reference;
};

/** Links to other disputes go to ones that are there; another system's number is taken as it is. */
export const linkIn = async ({ kind, to }: Link, pointer: string, store: EventStore): Promise<Link> =>
  kind === 'complaint' || kind === 'review' ? { kind, to } : { kind, to: await existing(to, `${pointer}/to`, store) };

export const linksIn = (links: readonly Link[], store: EventStore): Promise<Link[]> =>
  Promise.all(links.map((link, index) => linkIn(link, `/links/${index}`, store)));
