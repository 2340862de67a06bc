import type { Actor } from '../platform/event-store/event-store.js';
import type { Subject } from './events.js';
import type { DisputeState } from './dispute.js';

/** Somebody acts in a matter about their own practice as an IRO, or in the place of the IRO whose practice it is. */
export const isOwnPractice = (
  { practiceOf }: Pick<Subject, 'practiceOf'>,
  { person, actingFor }: Pick<Actor, 'person' | 'actingFor'>,
): boolean => practiceOf !== undefined && (person === practiceOf || actingFor === practiceOf);

/** A reader asks about their own practice: advice that was taken about it is hidden from them, as it is from every other side asked. */
export const isAboutTheirPractice = (state: DisputeState, asker: Pick<Actor, 'person' | 'actingFor'>): boolean =>
  'matter' in state && isOwnPractice(state.matter.subject, asker);
