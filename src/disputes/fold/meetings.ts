import type { Instant } from '../../calendar/calendar.js';
import type { ChallengeDecisionRecorded } from '../events.js';
import { currentRound, type Matter } from '../dispute.js';
import { replacingRound } from './rounds.js';

/*
 * The effects of a meeting on a dispute: it stands on an agenda, is sent back for more action, or is looked at again.
 */

/** A meeting looks again by having it on another agenda; whatever a later meeting says takes the place of what an earlier one did. */
export const lookedAgain = (matter: Matter, meeting: string | null, now: Instant): Matter => ({
  ...matter,
  nextLooks: matter.nextLooks.map((each) =>
    each.meeting === meeting ? each : { ...each, doneAt: each.doneAt ?? now },
  ),
});

export const withNextLook = (
  matter: Matter,
  { meeting, nextLookOn }: Pick<ChallengeDecisionRecorded, 'meeting' | 'nextLookOn'>,
  now: Instant,
): Matter => {
  const before = lookedAgain(matter, meeting, now);
  if (nextLookOn === null) return before;
  const others = before.nextLooks.filter((look) => look.meeting !== meeting);
  return { ...before, nextLooks: [...others, { meeting, on: nextLookOn, doneAt: null, passed: false }] };
};

/** A meeting that wants more done first has decided that the round which runs may go down again. */
export const withMoreActionFirst = (
  matter: Matter,
  { meeting, decision }: Pick<ChallengeDecisionRecorded, 'meeting' | 'decision'>,
): Matter =>
  decision === 'more-action-first'
    ? replacingRound(matter, currentRound(matter).number, { ...currentRound(matter), moreActionFirst: meeting })
    : matter;

/** A person who sat in a meeting that looked at it as another child's matter reads it no more for that. */
export const withoutSeats = (tabled: Matter['tabled']): Matter['tabled'] =>
  tabled.map(({ posts: _posts, people: _people, ...tabling }) => tabling);
