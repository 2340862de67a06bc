import { DRIFT_AND_DELAY } from '../../protocol/themes.js';
import { IN_TIME, IN_TIME_BY_FIRST_DATE } from '../../../projections/answers/answers-due.js';
import type { FinancialYear, Instant } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { FROM_ANSWERS_DUE } from '../answers-due.js';

/**
 * The counts of one year by the code of their measure. A code that is missing was counted and came to nothing; null means that the
 * records cannot say ("not collected").
 */
export type YearCounts = ReadonlyMap<string, number | null>;

/**
 * Everything the annual report counts from rows (domain brief, section 8): by the date raised or given, voided left out, withdrawn
 * left in.
 * @param now an answer that has not come counts as due once its date was missed
 */
export const countYear = (year: FinancialYear, readModels: ReadModels, now: Instant): YearCounts =>
  new Map<string, number | null>([
    ...recordsOf(year, readModels),
    ...childrenOf(year, readModels),
    ...stagesOf(year, readModels),
    ...answersOf(year, readModels, now),
    ...actionsOf(year, readModels),
    ...acknowledgementsOf(year, readModels),
  ]);

type Counted = [code: string, count: number | null];

const RECORDS = `FROM dispute_register AS dispute WHERE dispute.year = :year`;
const DISPUTES = `${RECORDS} AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'`;

const recordsOf = (year: FinancialYear, readModels: ReadModels): Counted[] => {
  const kinds = readModels.all<Record<string, number | null> & { kind: string }>(
    `SELECT kind, count(*) AS "",
            sum(theme_group = '${DRIFT_AND_DELAY}') AS ".driftAndDelay",
            sum(substr(quarter, -1) IN ('1', '2')) AS ".firstHalf",
            sum(status = 'resolved') AS ".resolved",
            sum(status = 'stalemate') AS ".stalemate",
            sum(status = 'ended-otherwise') AS ".endedOtherwise",
            sum(status = 'formalised') AS ".formalised",
            sum(status = 'withdrawn') AS ".withdrawn",
            sum(status = 'open') AS ".open",
            sum(re_raises IS NOT NULL AND re_raises IN (SELECT reference FROM dispute_register)) AS ".reRaised",
            sum(reopened > 0) AS ".reopened",
            sum(cafcass_referrals > 0) AS ".cafcassReferrals",
            sum(extensions > 0) AS ".extended",
            sum(iro_dissents) AS ".iroDissents",
            sum(challenge_meeting) AS ".challengeMeetings"
     ${DISPUTES} GROUP BY kind`,
    { year },
  );
  const apart = readModels.get<{ voided: number; conversations: number }>(
    `SELECT count(*) FILTER (WHERE status = 'voided' AND kind <> 'conversation') AS voided,
            count(*) FILTER (WHERE status = 'recorded') AS conversations ${RECORDS}`,
    { year },
  )!;
  return [
    ...kinds.flatMap(({ kind, ...counts }) =>
      Object.entries(counts).map(([part, count]): Counted => [`${kind}${part}`, count]),
    ),
    ['disputes.voided', apart.voided],
    ['conversations', apart.conversations],
  ];
};

const childrenOf = (year: FinancialYear, readModels: ReadModels): Counted[] => [
  ...readModels
    .all<{ kind: string; children: number }>(
      `SELECT dispute.kind, count(DISTINCT child) AS children
       FROM dispute_register AS dispute JOIN case_children USING (reference)
       WHERE dispute.year = :year AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'
       GROUP BY dispute.kind`,
      { year },
    )
    .map(({ kind, children }): Counted => [`${kind}.children`, children]),
  [
    'disputes.children',
    readModels.get<{ children: number }>(
      `SELECT count(DISTINCT child) AS children
       FROM dispute_register AS dispute JOIN case_children USING (reference)
       WHERE dispute.year = :year AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'`,
      { year },
    )!.children,
  ],
];

const stagesOf = (year: FinancialYear, readModels: ReadModels): Counted[] =>
  readModels
    .all<{ stage: number; reached: number; settled: number }>(
      `SELECT stage, count(*) AS reached, sum(status = 'resolved') AS settled
       ${DISPUTES} AND dispute.kind = 'formal' GROUP BY stage`,
      { year },
    )
    .flatMap(({ stage, reached, settled }): Counted[] => [
      [`formal.stage${stage}`, reached],
      [`formal.stage${stage}.settled`, settled],
    ]);

const answersOf = (year: FinancialYear, readModels: ReadModels, now: Instant): Counted[] => {
  const rows = readModels.all<{
    kind: 'informal' | 'formal';
    stage: number | null;
    due: number;
    inTimeByFirst: number;
    inTime: number;
    highest: number;
  }>(
    `SELECT kind, answer.stage AS stage, count(*) AS due,
            sum(coalesce(${IN_TIME_BY_FIRST_DATE}, 0)) AS inTimeByFirst, sum(coalesce(${IN_TIME}, 0)) AS inTime,
            max(dispute.stage) AS highest
     ${FROM_ANSWERS_DUE}
     GROUP BY kind, answer.stage`,
    { year, now },
  );
  const counts = new Map<string, number | null>();
  const add = (code: string, count: number): unknown => counts.set(code, (counts.get(code) ?? 0) + count);
  for (const { kind, stage, due, inTimeByFirst, inTime } of rows) {
    const scopes = [kind, ...(kind === 'formal' && stage !== null ? [`formal.stage${stage}`] : [])];
    for (const scope of scopes) {
      add(`${scope}.answersDue`, due);
      add(`${scope}.answeredInTime`, inTimeByFirst);
      add(`${scope}.answeredInTimeWithExtensions`, inTime);
    }
  }
  // A register's one answer may belong to any stage that the dispute reached: without other answers there, nobody knows how many.
  const unplaced = Math.max(0, ...rows.filter(({ stage }) => stage === null).map(({ highest }) => highest));
  for (let stage = 2; stage <= unplaced; stage++) {
    for (const part of ['answersDue', 'answeredInTime', 'answeredInTimeWithExtensions']) {
      const code = `formal.stage${stage}.${part}`;
      if (!counts.has(code)) counts.set(code, null);
    }
  }
  return [...counts];
};

const actionsOf = (year: FinancialYear, readModels: ReadModels): Counted[] => {
  const { agreed, done } = readModels.get<{ agreed: number; done: number }>(
    `SELECT count(*) AS agreed, count(action.done_on) AS done
     FROM dispute_register AS dispute JOIN actions AS action USING (reference)
     WHERE dispute.year = :year AND dispute.status <> 'voided'`,
    { year },
  )!;
  return [
    ['actions', agreed],
    ['actions.done', done],
  ];
};

const acknowledgementsOf = (year: FinancialYear, readModels: ReadModels): Counted[] => {
  const { given, withdrawn, iros, chairs, unknown, children } = readModels.get<Record<string, number>>(
    `SELECT count(*) AS given,
            sum(status = 'withdrawn') AS withdrawn,
            sum(giver_role = 'iro') AS iros,
            sum(giver_role = 'conference-chair') AS chairs,
            sum(giver_role IS NULL) AS unknown,
            (SELECT count(DISTINCT child) FROM acknowledgement_register JOIN case_children USING (reference)
             WHERE year = :year) AS children
     FROM acknowledgement_register WHERE year = :year`,
    { year },
  )!;
  // One giver whose post nobody wrote down, and a count by posts would be too low by nobody knows how much.
  const rolesKnown = !unknown;
  return [
    ['acknowledgements', given!],
    ['acknowledgements.withdrawn', withdrawn ?? 0],
    ['acknowledgements.children', children!],
    ['acknowledgements.byIros', rolesKnown ? (iros ?? 0) : null],
    ['acknowledgements.byConferenceChairs', rolesKnown ? (chairs ?? 0) : null],
  ];
};
