import type { LocalDate } from '../calendar/calendar.js';
import type { Population } from '../protocol/protocol.js';
import type {
  ChildRegistered,
  CoverArranged,
  LeavingCare,
  PersonRegistered,
  PostRegistered,
  PostTaken,
  SocialWorkerNamed,
  TeamEnds,
  TeamMoved,
  TeamRegistered,
} from './events.js';

/** The acts that can be recorded of a team. */
export type TeamAct =
  | ({ type: 'register' } & TeamRegistered)
  | { type: 'rename'; name: string; from: LocalDate }
  | { type: 'add-spellings'; alsoWrittenAs: string[] }
  | ({ type: 'move-to-service' } & TeamMoved)
  /** `on` is its last day; the teams that took over are new ones, or ones that grew. */
  | ({ type: 'end' } & TeamEnds);

export type PostAct =
  | ({ type: 'register' } & PostRegistered)
  | ({ type: 'take' } & PostTaken)
  /** `on` is the last day. With `today`, one that is still to come can be brought forward. */
  | { type: 'leave'; person: string; on: LocalDate; today?: LocalDate };

export type PersonAct =
  | ({ type: 'register' } & PersonRegistered)
  | { type: 'complete'; name: string; email?: string | null };

export type CoverAct =
  | ({ type: 'arrange' } & CoverArranged)
  /** `on` becomes the last day of the cover that runs on it. */
  | { type: 'end'; on: LocalDate };

export type ChildAct =
  | ({ type: 'register' } & ChildRegistered)
  | { type: 'complete'; initials: string; bornOn?: LocalDate | null; population: Population }
  | { type: 'leave-care'; on: LocalDate; because: LeavingCare }
  | { type: 'come-back-into-care'; on: LocalDate }
  | { type: 'record-death'; on: LocalDate }
  | { type: 'take-back-death'; reason: string }
  /**
   * To nobody where it is null; what is left out stays as it was. With `today`, it takes the place of what was to begin after it and has
   * not begun yet; `today` is no part of what somebody sent.
   */
  | (Allocating & { type: 'allocate'; today?: LocalDate })
  | ({ type: 'name-social-worker'; today?: LocalDate } & SocialWorkerNamed);

export interface Allocating {
  team?: string | null;
  iro?: string | null;
  from: LocalDate | null;
  caseload?: string;
}
