import type { LocalDate } from '../calendar/calendar.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { teamStream } from '../directory/team.js';
import { asLeadersMay } from '../work/for-leaders.js';
import type { Matter } from '../work/matter.js';
import type { Office } from '../work/office.js';
import { mattersOfChildren } from '../work/matters-of-children.js';
import { councilOf } from '../work/open-matters.js';
import type { FallenParts } from './fallen.js';
import { fromTable } from './from-table.js';
import { BEFOREHAND } from './table/table.js';
import { CHILDREN } from './where-it-leads.js';
import { lastToLeave } from './who-left.js';
import type { Wanted } from './who-is-told.js';

/** Children who are to be allocated for one reason: their IRO left a post, or their team ended. */
export interface ToAllocate {
  /** Id of the person who left, or of the team. */
  readonly leaver: string | null;
  readonly team: string;
  readonly matters: readonly Matter[];
}

/** The children who are to be allocated today, as the lists of work have them. */
export const childrenWithoutAnybody = async (parts: FallenParts): Promise<{ matters: Matter[]; office: Office }> => {
  const { readModels, directory, clock } = parts;
  const [protocols, calendar] = [await parts.protocols.current(), await parts.calendar.current()];
  const council = councilOf({ readModels, directory, protocols, calendar, now: clock.now() });
  return { matters: asLeadersMay(mattersOfChildren(council), council.office), office: council.office };
};

/** A child who was never given an IRO is no news: whoever registered the child knows, and it stands in the work of those who allocate. */
export const childrenToAllocate = (matters: readonly Matter[], office: Office): ToAllocate[] => {
  const reasons = new Map<string, { leaver: string | null; team: string; matters: Matter[] }>();
  for (const matter of matters) {
    const { heldBy, team } = matter.shown;
    const leaver = heldBy !== null && office.iro(heldBy.id).length === 0 ? heldBy.id : null;
    if (leaver === null && team === null) continue;
    const key = leaver === null ? `team ${team!.id}` : `person ${leaver}`;
    const reason = reasons.get(key) ?? { leaver, team: team?.id ?? '', matters: [] };
    reason.matters.push(matter);
    reasons.set(key, reason);
  }
  return [...reasons.values()];
};

/** The event since which they are to be allocated; undefined where nobody left and no team ended. */
export const causeOf = async (
  { leaver, team }: ToAllocate,
  today: LocalDate,
  parts: { readonly store: EventStore; readonly readModels: ReadModels },
): Promise<RecordedEvent | undefined> =>
  leaver === null
    ? (await parts.store.read(teamStream(team))).findLast(({ type }) => type === 'TeamEnded')
    : lastToLeave([leaver], today, parts);

/** Once for all children of one reason, with how many they are. */
export const toldOfChildrenToAllocate = ({ matters }: ToAllocate): Wanted[] =>
  fromTable([BEFOREHAND['an IRO leaves, or a team ends, and children are to be allocated']], {
    recipients: { 'asked-to-allocate': matters[0]!.asked.map(({ person }) => ({ person })) },
    line: (kind) => ({
      ...{ kind, about: CHILDREN, called: 'child', dueOn: null, dueAt: null, actionId: null },
      howMany: matters.length,
    }),
  });
