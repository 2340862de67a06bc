import type { Actor } from '../platform/event-store/event-store.js';
import type { ChosenBy } from '../protocol/ladder.js';
import type { DisputeRaised } from './events.js';

/** By what the ladder of a dispute is chosen, but for its level. Business support raises in the place of an IRO. */
export const chosenBy = (
  { subject, theme }: Pick<DisputeRaised, 'subject' | 'theme'>,
  { role }: Pick<Actor, 'role'>,
): Omit<ChosenBy, 'level'> => ({
  population: subject.population,
  raiser: role === 'business-support' ? 'iro' : role,
  theme,
  about: subject.practiceOf === undefined ? 'child' : 'iro-practice',
});
