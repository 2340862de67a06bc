import type { Names } from '../../directory/names.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import type { ActorShownDto } from './dispute.dto.js';

/** The person who acted, always, and beside them whom they acted for. */
export const actorShown = ({ person, role, actingFor }: Actor, names: Names): ActorShownDto => ({
  person: names.person(person),
  role,
  actingFor: actingFor === undefined ? null : names.person(actingFor),
});
