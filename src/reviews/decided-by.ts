import { dayInWords } from '../calendar/in-words.js';
import type { ActorShownDto } from '../disputes/read/dispute.dto.js';

/** The person who decided that nothing is raised, and when: `G. Rowe, for A. Hartwell, 3 April 2023`; null if nobody has. */
export const decidedBy = (by: ActorShownDto | null, at: string | null): string | null => {
  if (by === null || at === null) return null;
  const forWhom = by.actingFor === null ? [] : [`for ${by.actingFor.name ?? 'another IRO'}`];
  return [by.person.name ?? 'Somebody', ...forWhom, dayInWords(at)].join(', ');
};
