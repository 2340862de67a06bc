import { DRIFT_AND_DELAY } from '../../protocol/themes.js';
import { IN_TIME, IN_TIME_BY_FIRST_DATE } from '../../../projections/answers/answers-due.js';
import { ACTION_IS_OF_PART } from '../../../projections/dispute-register/counted-parts.js';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { RegisterKind } from '../../register/events.js';
import { fromAnswersDue } from '../answers-due.js';
import { scopeOfLadder } from '../measures.js';
import { betweenTheFirstAndTheLast, type Period, READ_ONCE } from '../coverage.js';
import { recordedHereIn } from './recorded-here.js';

/**
 * The counts of one year by the code of their measure. A code that is missing was counted and came to nothing; null means that the
 * records cannot say ("not collected").
 */
export type YearCounts = ReadonlyMap<string, number | null>;

/** The sources with a period of their own: each kind of register, and the service itself. */
export type Kept = RegisterKind | 'service';

/** The days on which what is counted was raised, given or held, by kind. */
export type CountedDays = Readonly<Record<Kept, readonly Period[]>>;

/**
 * Everything the annual report counts from rows (domain brief, section 8): by the date raised or given, voided left out, withdrawn
 * left in.
 * @param days of a whole year, or of the same part of it as is known of another
 * @param now an answer that has not come counts as due once its date was missed
 */
export const countDays = (days: CountedDays, readModels: ReadModels, now: Instant): YearCounts => {
  const asked: Asked = {
    readModels,
    parameters: { periods: JSON.stringify(periodsOf(days)) },
    now,
    today: londonDate(now),
  };
  return new Map<string, number | null>([
    ...recordsOf(asked),
    ...childrenOf(asked),
    ...stagesOf(asked),
    ...answersOf(asked),
    ...actionsOf(asked),
    ...acknowledgementsOf(asked),
    ...recordedHereIn(days.service, readModels, asked.today),
  ]);
};

interface Asked {
  readonly readModels: ReadModels;
  readonly parameters: { readonly periods: string };
  readonly now: Instant;
  readonly today: LocalDate;
}

type Counted = [code: string, count: number | null];

/** A conversation is counted over the days of informal disputes, to which it might have led. */
const periodsOf = (days: CountedDays): (Period & { readonly kind: string })[] => [
  ...(['informal', 'formal', 'acknowledgement'] as const).flatMap((kind) =>
    days[kind].map((period) => ({ kind, ...period })),
  ),
  ...days.informal.map((period) => ({ kind: 'conversation', ...period })),
];

const within = (kind: string, day: string): string =>
  `(${betweenTheFirstAndTheLast(day)} AND EXISTS (WITH ${READ_ONCE}
     SELECT 1 FROM span WHERE span.kind = ${kind} AND ${day} BETWEEN span.first AND span.last))`;

const IN_DAYS = within('dispute.kind', 'dispute.raised_on');
const RECORDS = `FROM counted_register AS dispute WHERE ${IN_DAYS}`;
const THAT_COUNT = `dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'`;
const DISPUTES = `${RECORDS} AND ${THAT_COUNT}`;

/**
 * Of an earlier dispute that is on no record here, as one on paper, too. One that is hidden from a person who counts is on the record, and
 * not in the register that they count from: the later one counts as raised for the first time, to them.
 */
const RE_RAISED = `re_raises IS NOT NULL AND (re_raises IN (SELECT reference FROM dispute_register)
              OR re_raises NOT IN (SELECT reference FROM main.dispute_register))`;

const recordsOf = ({ readModels, parameters }: Asked): Counted[] => {
  const kinds = readModels.all<Record<string, number | null> & { kind: string }>(
    `SELECT kind, count(*) AS "",
            sum(theme_group = '${DRIFT_AND_DELAY}') AS ".driftAndDelay",
            sum(substr(quarter, -1) IN ('1', '2')) AS ".firstHalf",
            sum(status = 'resolved') AS ".resolved",
            sum(status = 'stalemate') AS ".stalemate",
            sum(status = 'ended-otherwise') AS ".endedOtherwise",
            sum(status = 'ended-otherwise' AND outcome IS NULL) AS ".closedNotRecorded",
            sum(status = 'formalised') AS ".formalised",
            sum(counts_as = 'pre-formal') AS ".preFormal",
            sum(status = 'withdrawn') AS ".withdrawn",
            sum(status = 'open') AS ".open",
            sum(${RE_RAISED}) AS ".reRaised",
            sum(reopened > 0) AS ".reopened",
            sum(cafcass_referrals > 0) AS ".cafcassReferrals",
            sum(extensions > 0) AS ".extended",
            sum(iro_dissents) AS ".iroDissents",
            sum(coalesce(challenge_meeting, 0)) AS ".challengeMeetings",
            sum(child_view) AS ".childView",
            sum(coalesce(child_told, 0)) AS ".childTold",
            sum(coalesce(advocate_offered, 0)) AS ".advocateOffered",
            sum(agencies <> '[]') AS ".otherAgencies"
     ${DISPUTES} GROUP BY kind`,
    parameters,
  );
  const apart = readModels.get<{ voided: number; conversations: number }>(
    `SELECT count(*) FILTER (WHERE status = 'voided' AND kind <> 'conversation') AS voided,
            count(*) FILTER (WHERE status = 'recorded') AS conversations ${RECORDS}`,
    parameters,
  )!;
  return [
    ...kinds.flatMap(({ kind, ...counts }) =>
      Object.entries(counts).map(([part, count]): Counted => [`${kind}${part}`, count]),
    ),
    ['disputes.voided', apart.voided],
    ['conversations', apart.conversations],
  ];
};

const childrenOf = ({ readModels, parameters }: Asked): Counted[] => [
  ...readModels
    .all<{ kind: string; children: number }>(
      `SELECT dispute.kind, count(DISTINCT child) AS children
       FROM counted_register AS dispute JOIN case_children USING (reference)
       WHERE ${IN_DAYS} AND ${THAT_COUNT} GROUP BY dispute.kind`,
      parameters,
    )
    .map(({ kind, children }): Counted => [`${kind}.children`, children]),
  [
    'disputes.children',
    readModels.get<{ children: number }>(
      `SELECT count(DISTINCT child) AS children
       FROM counted_register AS dispute JOIN case_children USING (reference) WHERE ${IN_DAYS} AND ${THAT_COUNT}`,
      parameters,
    )!.children,
  ],
];

const stagesOf = ({ readModels, parameters }: Asked): Counted[] =>
  readModels
    .all<{ ladder: string; stage: number; reached: number; settled: number }>(
      `SELECT ladder, stage, count(*) AS reached, sum(status = 'resolved') AS settled
       ${DISPUTES} AND dispute.kind = 'formal' GROUP BY ladder, stage`,
      parameters,
    )
    .flatMap(({ ladder, stage, reached, settled }): Counted[] => [
      [`${scopeOfLadder(ladder)}.stage${stage}`, reached],
      [`${scopeOfLadder(ladder)}.stage${stage}.settled`, settled],
    ]);

const answersOf = ({ readModels, parameters, now }: Asked): Counted[] => {
  const rows = readModels.all<{
    kind: 'informal' | 'formal';
    ladder: string;
    stage: number | null;
    due: number;
    inTimeByFirst: number;
    inTime: number;
    highest: number;
  }>(
    `SELECT kind, answer.ladder AS ladder, answer.stage AS stage, count(*) AS due,
            sum(coalesce(${IN_TIME_BY_FIRST_DATE}, 0)) AS inTimeByFirst, sum(coalesce(${IN_TIME}, 0)) AS inTime,
            max(dispute.stage) AS highest
     ${fromAnswersDue(IN_DAYS)}
     GROUP BY kind, answer.ladder, answer.stage`,
    { ...parameters, now },
  );
  const counts = new Map<string, number | null>();
  const add = (code: string, count: number): unknown => counts.set(code, (counts.get(code) ?? 0) + count);
  for (const { kind, ladder, stage, due, inTimeByFirst, inTime } of rows) {
    const scopes = [kind, ...(kind === 'formal' && stage !== null ? [`${scopeOfLadder(ladder)}.stage${stage}`] : [])];
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

const actionsOf = ({ readModels, parameters }: Asked): Counted[] => {
  const { agreed, done } = readModels.get<{ agreed: number; done: number }>(
    `SELECT count(*) AS agreed, count(action.done_on) AS done
     FROM counted_register AS dispute JOIN actions AS action ON action.reference = dispute.reference AND ${ACTION_IS_OF_PART}
     WHERE ${IN_DAYS} AND dispute.status <> 'voided'`,
    parameters,
  )!;
  return [
    ['actions', agreed],
    ['actions.done', done],
  ];
};

const acknowledgementsOf = ({ readModels, parameters }: Asked): Counted[] => {
  const { given, withdrawn, iros, chairs, unknown, children } = readModels.get<Record<string, number>>(
    `SELECT count(*) AS given,
            sum(status = 'withdrawn') AS withdrawn,
            sum(giver_role = 'iro') AS iros,
            sum(giver_role = 'conference-chair') AS chairs,
            sum(giver_role IS NULL) AS unknown,
            (SELECT count(DISTINCT child) FROM acknowledgement_register AS of_child JOIN case_children USING (reference)
              WHERE ${within(`'acknowledgement'`, 'of_child.given_on')}) AS children
     FROM acknowledgement_register AS given WHERE ${within(`'acknowledgement'`, 'given.given_on')}`,
    parameters,
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
