import type { Asker } from '../access/asker.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { currentRound, type DisputeState } from '../disputes/dispute.js';
import { listedIn } from '../disputes/restriction.js';
import { Office } from './office.js';

/**
 * Whether a record that somebody may not read is theirs to allocate: nobody in office holds it, nobody of the IRO service who may read it
 * is in office, and they are the last resort. They give it to an IRO, or say who reads a restricted row of a register, and read nothing
 * of it.
 */
export const isLeftToAllocate = (
  state: DisputeState,
  { person }: Pick<Asker, 'person'>,
  directory: Directory,
  today: LocalDate,
): boolean => {
  const listed = listedIn(state);
  if (listed === null || (state.status === 'imported' && listed.restrictedTo === null)) return false;
  const { heldBy, restrictedTo } = listed;
  const office = new Office(directory, today);
  if (office.iro(heldBy).length > 0) return false;
  return office.lastFor({ restrictedTo, team: teamOf(state) }).some((each) => each.person === person);
};

const teamOf = (state: DisputeState): string => {
  if ('matter' in state) return currentRound(state.matter).addressee.team ?? state.matter.subject.team;
  return state.status === 'imported' ? state.facts.team : '';
};
