import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from './directory.js';

/** The name behind an id, for showing it. */
export interface Names {
  person(id: string): { id: string; name: string | null };
  team(id: string, on: LocalDate): { id: string; name: string | null };
  child(id: string): { id: string; initials: string | null };
}

/** Names as the directory has them: a team's as on the day, a child's initials and no more. */
export const namesFrom = (directory: Directory, today: LocalDate): Names => ({
  person: (id) => ({ id, name: directory.person(id)?.name ?? null }),
  team: (id, on) => ({ id, name: directory.team(id, on)?.name ?? null }),
  child: (id) => ({ id, initials: directory.child(id, today)?.initials ?? null }),
});
