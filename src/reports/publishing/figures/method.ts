import { refuse } from '../../../platform/decider.js';
import type { Method } from '../events.js';
import { METHOD_IN_WORDS } from '../in-words.js';

/** An edition that readers have, and how small numbers are kept in it. */
export interface PublishedBy {
  readonly report: string;
  readonly method: Method;
}

/**
 * How the small numbers of a report are kept: as it was asked, or else as in the papers that its readers have already. A number that is
 * exact in one paper and rounded in another says more than either, so one series has one method.
 * @param threshold counts below it are small; 1 where none is
 * @param published the editions that its readers have of these days or of others from which something follows, and the last of its kind
 * @throws Refusal `nothing-to-round`, `one-method`
 */
export const methodFor = (threshold: number, asked: Method | null, published: readonly PublishedBy[]): Method => {
  if (threshold === 1) {
    if (asked === 'rounded')
      refuse('nothing-to-round', 'Inside the service nothing is hidden, so nothing is rounded. Leave the method out.');
    return 'hidden';
  }
  const method = asked ?? published[0]?.method ?? 'hidden';
  const other = published.find((each) => each.method !== method);
  if (other !== undefined)
    refuse(
      'one-method',
      `The readers of this report have ${other.report}, which was published with ${METHOD_IN_WORDS[other.method]}. ` +
        'Both ways together would give small numbers away, so go on in the same way.',
    );
  return method;
};
