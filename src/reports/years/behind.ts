import type { FinancialYear, Instant } from '../../calendar/calendar.js';
import { IN_TIME_BY_FIRST_DATE } from '../../../projections/answers/answers-due.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';
import { DRIFT_AND_DELAY } from '../../protocol/themes.js';
import { fromAnswersDue } from '../answers-due.js';
import { FROM_CASES, WITH_CASES } from '../themes/cases.js';
import type { Counted } from '../yearly.js';

/**
 * The records that a figure of a year counts, by the code of its measure; of a share those of its part.
 * @param teams those of these teams alone
 */
export type Behind = (year: FinancialYear, code: string, teams?: readonly string[]) => Counted;

interface Row {
  readonly reference: string;
  readonly year: FinancialYear;
  readonly kind: string;
  readonly team: string;
  readonly themeGroup: string;
  readonly ladder: string | null;
  readonly stage: number | null;
}

const isDispute = ({ kind }: Row): boolean => kind !== 'acknowledgement';

const SELECTS: Readonly<Record<string, (row: Row) => boolean>> = {
  informal: ({ kind }) => kind === 'informal',
  formal: ({ kind }) => kind === 'formal',
  disputes: isDispute,
  acknowledgements: (row) => !isDispute(row),
  'disputes.driftAndDelayPercent': (row) => isDispute(row) && row.themeGroup === DRIFT_AND_DELAY,
  'formal.stage1.percent': ({ kind, ladder, stage }) => kind === 'formal' && ladder === MAIN_LADDER && stage === 1,
};

const ANSWERED_IN_TIME = 'formal.answeredInTimePercent';

/** What stands behind the figures of some years. */
export const recordsBehind = (years: readonly FinancialYear[], readModels: ReadModels, now: Instant): Behind => {
  const parameters = { years: JSON.stringify(years) };
  const rows = readModels.all<Row>(
    `${WITH_CASES}
     SELECT reference, year, kind, team, theme_group AS themeGroup, ladder, stage ${FROM_CASES}
      WHERE year IN (SELECT value FROM json_each(:years)) ORDER BY counted_on, reference`,
    parameters,
  );
  const inTime = readModels.all<{ reference: string; year: FinancialYear }>(
    `SELECT dispute.reference AS reference, dispute.year AS year
     ${fromAnswersDue('dispute.year IN (SELECT value FROM json_each(:years))')}
       AND dispute.kind = 'formal' AND ${IN_TIME_BY_FIRST_DATE}
     ORDER BY dispute.raised_on, dispute.reference`,
    { ...parameters, now },
  );
  return (year, code, teams) => {
    if (code === ANSWERED_IN_TIME) {
      const answers = inTime.filter((each) => each.year === year).map(({ reference }) => reference);
      return { count: answers.length, references: answers };
    }
    const selects = SELECTS[code] ?? (() => false);
    const references = rows
      .filter((row) => row.year === year && selects(row) && (teams === undefined || teams.includes(row.team)))
      .map(({ reference }) => reference);
    return { count: references.length, references };
  };
};
