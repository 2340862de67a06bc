import { COVERED_ON } from '../../projections/covers/covers.js';
import type { LocalDate } from '../calendar/calendar.js';
import { mayBeCovered } from '../directory/directory.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { Office } from '../work/office.js';
import { fromTable } from './from-table.js';
import { BEFOREHAND } from './table/table.js';
import { COVERS } from './where-it-leads.js';
import type { Wanted } from './who-is-told.js';

/** An arranged cover, of today or to come, of which one of the two has left the post that it rests on. */
export interface LapsedCover {
  /** Person id of the one who is away. */
  readonly iro: string;
  readonly by: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Nothing of the directory ends them: whoever stands in opens nothing without a post, and whoever is away has nobody. */
export const lapsedCovers = (readModels: ReadModels, office: Office): LapsedCover[] => {
  const isSeated = (person: string): boolean => office.postsOf(person).some(mayBeCovered);
  return readModels
    .all<LapsedCover>(
      `SELECT iro, covered_by AS "by", "from", "to" FROM covers WHERE "from" > :on OR ${COVERED_ON} ORDER BY iro, "from"`,
      { on: office.on },
    )
    .filter(({ iro, by }) => !isSeated(iro) || !isSeated(by));
};

/** The one of the two who is still in office is told, and in any case those who arrange covers. */
export const toldOfLapsedCover = ({ iro, by, to }: LapsedCover, office: Office): Wanted[] => {
  const told = BEFOREHAND['whoever stands in for an IRO, or is away, leaves their post'];
  return fromTable([told], {
    recipients: {
      'sides-of-the-cover': [
        ...[iro, by].filter((person) => office.isIn(person)),
        ...office.lastResort(null).asked.map(({ person }) => person),
      ].map((person) => ({ person })),
    },
    line: (kind) => ({ kind, about: COVERS, called: 'cover', dueOn: to, dueAt: null, actionId: null }),
  });
};
