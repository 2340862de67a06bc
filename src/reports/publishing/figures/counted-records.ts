import { peopleThanked } from '../../../acknowledgements/people-thanked.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { addDays, financialYearOf, firstDayOf, lastDayOf } from '../../../calendar/dates.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import type { RegisterKind } from '../../../register/events.js';
import type { CountedRecord } from '../../disclosure/release-of-records.js';
import type { TeamOfReport } from '../events.js';
import { heardAt } from './heard.js';
import { FROM_CASES, narrowedTo, WITH_CASES } from '../../themes/cases.js';

/** From which day to which; both count. */
export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Some days, of all teams or of one alone. */
export type CountedDays = Days & { readonly team?: TeamOfReport | null };

/** The financial year before one; null of other days, with which no year is compared. */
export const yearBefore = ({ from, to }: Days): Days | null => {
  const year = financialYearOf(from);
  if (firstDayOf(year) !== from || lastDayOf(year) !== to) return null;
  const last = addDays(from, -1);
  return { from: firstDayOf(financialYearOf(last)), to: last };
};

/** A financial year and the two before it; null of other days. */
export const threeYearsTo = (days: Days): Days | null => {
  const before = yearBefore(days);
  return before === null ? null : { from: yearBefore(before)!.from, to: days.to };
};

/** A record that is counted, by its reference. */
export interface RecordInFigures extends CountedRecord {
  readonly reference: string;
}

interface Row {
  readonly reference: string;
  readonly team: string;
  readonly quarter: string;
  readonly theme: string;
  readonly children: string;
  readonly lacksChild: number;
  /** Of an acknowledgement that was given here: whom it thanks. */
  readonly people: string | null;
  readonly wholeTeam: number | null;
  /** Of a dispute: whether its child was heard; null of an acknowledgement. */
  readonly takenOn: number | null;
  readonly hasView: number | null;
  readonly advocateOffered: number | null;
}

/**
 * The records of one kind from a day to a day, as every other figure counts them, each with the children whom it is about and, of an
 * acknowledgement, the people whom it thanks.
 */
export const countedRecords = (
  records: RegisterKind,
  { from, to, team }: CountedDays,
  readModels: ReadModels,
): RecordInFigures[] => {
  const { where, parameters } = narrowedTo(null, {
    ...{ kind: records, from, to },
    ...(team === undefined || team === null ? {} : { team: team.id }),
  });
  return readModels
    .all<Row>(
      `${WITH_CASES}
       SELECT counted.reference, counted.team, counted.quarter, counted.theme,
              (SELECT json_group_array(child) FROM case_children WHERE case_children.reference = counted.reference) AS children,
              EXISTS (SELECT 1 FROM json_each(counted.lacks) AS lacking WHERE lacking.value = 'child') AS lacksChild,
              given.people, given.whole_team AS wholeTeam,
              raised.taken_on AS takenOn, raised.child_view AS hasView, raised.advocate_offered AS advocateOffered
       ${FROM_CASES} LEFT JOIN acknowledgement_register AS given
         ON given.reference = counted.reference AND NOT given.imported
       LEFT JOIN counted_register AS raised ON raised.reference = counted.reference AND raised.part = counted.part
       WHERE ${where} ORDER BY counted.reference`,
      parameters,
    )
    .map(({ reference, team, quarter, theme, children, lacksChild, people, wholeTeam, takenOn, hasView, ...said }) => ({
      reference,
      at: {
        ...{ team, time: quarter, theme },
        ...(takenOn === null ? {} : heardAt({ takenOn, hasView: hasView ?? 0, ...said })),
      },
      children: lacksChild === 1 ? null : (JSON.parse(children) as string[]),
      staff: people === null || wholeTeam === 1 ? null : staffIn(people),
    }));
};

/** Null where nobody is named. */
const staffIn = (people: string): string[] | null => {
  const named = peopleThanked(people, false)!;
  return named.length === 0 ? null : named;
};
