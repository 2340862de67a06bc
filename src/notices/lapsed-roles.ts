import { addDays } from '../calendar/dates.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { WAITS_FOR_DAYS } from '../roles/proposal.js';
import type { Office } from '../work/office.js';
import { fromTable } from './from-table.js';
import { BEFOREHAND } from './table/table.js';
import { mayAgree } from './told-of-roles.js';
import type { Wanted } from './who-is-told.js';

/** A proposal that waited for a second person until nobody could agree to it any more. */
export interface LapsedRole {
  readonly proposal: string;
  readonly by: string;
}

/** Those that lapsed of late: an older one is no news to anybody, also where nobody was told. */
export const lapsedRoles = (readModels: ReadModels, { on }: Office): LapsedRole[] =>
  readModels.all<LapsedRole>(
    `SELECT proposal, proposed_by AS "by" FROM role_proposals
      WHERE standing = 'waiting' AND lapses_on < :on AND lapses_on >= :since ORDER BY proposal`,
    { on, since: addDays(on, -WAITS_FOR_DAYS) },
  );

export const toldOfLapsedRole = ({ proposal, by }: LapsedRole): Wanted[] =>
  fromTable([BEFOREHAND['a role waits for a second person until it lapses']], {
    recipients: { 'proposed-or-asked': [{ person: by }, ...mayAgree()] },
    line: (kind) => ({ kind, about: proposal, called: 'role', dueOn: null, dueAt: null, actionId: null }),
  });
