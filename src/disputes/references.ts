import { malformed, type Problem } from '../platform/http/problem.js';
import { readReference } from '../platform/ids.js';
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

/** Another dispute that a body names, and where it names it. */
export interface NamedDispute {
  readonly reference: string;
  readonly pointer: string;
}

/** The same for one that is not there and for one that is not for this person to know. */
export const noSuchDispute = ({ pointer }: NamedDispute): Problem =>
  malformed(pointer, 'is not the reference of a dispute known to you: check how it is written');

const isToADispute = ({ kind }: Link): boolean => kind === 're-raises' || kind === 'same-matter';

/** A link to another dispute by the one form of its reference; another system's number is taken as it is. */
export const linkIn = ({ kind, to }: Link, pointer: string): Link =>
  isToADispute({ kind, to }) ? { kind, to: oneForm(to, `${pointer}/to`)! } : { kind, to };

/** The disputes that links go to. @param pointerOf where the link of that place in the list stands */
export const disputesLinked = (links: readonly Link[], pointerOf: (index: number) => string): NamedDispute[] =>
  links.flatMap((link, index) =>
    isToADispute(link) ? [{ reference: link.to, pointer: `${pointerOf(index)}/to` }] : [],
  );
