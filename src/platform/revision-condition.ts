import { Refusal } from './decider.js';

/**
 * The condition of a writer on the revision at which a stream stands: that it is this one, or one of these, or, with `exists`, only that there
 * is a stream at all. An empty list holds nowhere.
 */
export type RevisionCondition = number | readonly number[] | 'exists';

/**
 * The one comparison of a condition with where a stream stands.
 * @param actual revision of the last event; `no_stream` where there is none
 * @throws Refusal `changed-since-read`, or `no-tag-matches` for a condition that can hold nowhere
 */
export const mustStandAt = (condition: RevisionCondition | undefined, actual: number | 'no_stream'): void => {
  if (condition === undefined) return;
  if (condition === 'exists') {
    if (actual !== 'no_stream') return;
    throw new Refusal('stale', 'changed-since-read', 'There is nothing here yet that this could be a change of.', {
      read: null,
      actual: null,
    });
  }
  const revisions = typeof condition === 'number' ? [condition] : condition;
  if (revisions.length === 0) throw new Refusal('stale', 'no-tag-matches', NO_TAG_MATCHES);
  if (revisions.some((revision) => revision === actual)) return;
  throw new Refusal('stale', 'changed-since-read', 'This has changed since you read it. Read it again, then decide.', {
    read: revisions.length === 1 ? revisions[0]! : [...revisions],
    actual: actual === 'no_stream' ? null : actual,
  });
};

const NO_TAG_MATCHES =
  'No tag in If-Match is one that was given out here; a weak tag (W/"…") never matches. Send the ETag of what you read as it came.';
