import type { Actor } from '../platform/event-store/event-store.js';
import type { Subject } from './events.js';

/** Somebody acts in a matter about their own practice as an IRO, or in the place of the IRO whose practice it is. */
export const isOwnPractice = (
  { practiceOf }: Pick<Subject, 'practiceOf'>,
  { person, actingFor }: Pick<Actor, 'person' | 'actingFor'>,
): boolean => practiceOf !== undefined && (person === practiceOf || actingFor === practiceOf);
