import { acknowledgementsIn, dayAt, type Dispute, disputesIn, highestStage, type RawEvent } from './record.js';
import { answersIn } from './recount.js';

/*
 * The reason why a figure of the annual report is unknown, worked out from the raw record in the plainest way: for which days the records
 * of a kind speak, which facts their registers had a column for, and what only the service itself records. It shares no code with the
 * program.
 */

interface Days {
  readonly from: string;
  readonly to: string;
}
type Kind = 'informal' | 'formal' | 'acknowledgement';

export interface Words {
  /** The reason why there is no figure, in the report's word; null if there is one. */
  readonly missing: (code: string) => string | null;
  /** For which part of the year it speaks, in the report's words; null where for all of it or for none. */
  readonly part: (code: string) => string | null;
}

/** The measures whose words are worked out here. */
export const HAS_WORDS =
  /^(informal|formal)(\.(driftAndDelay|firstHalf|children|resolved|stalemate|withdrawn|open|endedOtherwise|closedNotRecorded|reopened|reRaised|cafcassReferrals|childView|otherAgencies|answersDue|answeredInTime|extended|formalised|iroDissents|challengeMeetings|preFormal))?$|^formal(\.[a-z][a-z0-9-]*)?\.stage\d(\.(settled|answersDue|answeredInTime))?$|^acknowledgements(\.(children|withdrawn))?$/;

const HERE =
  /\.(preFormal|reopened|reRaised|cafcassReferrals|childView|otherAgencies|extended|formalised|iroDissents)$/;

const NEEDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.children$/, ['child']],
  [/\.(resolved|stalemate|withdrawn|settled)$/, ['outcome']],
  [/\.(endedOtherwise|closedNotRecorded|open)$/, ['end']],
  [/\.(answersDue|answeredInTime)$/, ['answer due', 'answer date']],
  [/\.stage\d/, ['stage']],
  [/\.challengeMeetings$/, ['challenge meeting']],
  [/^acknowledgements\.withdrawn$/, ['withdrawal']],
];

/** @param year written `2022/23` */
export const wordsFor = (events: readonly RawEvent[], year: string, now: string): Words => {
  const first = Number(year.slice(0, 4));
  const whole = { from: `${first}-04-01`, to: `${first + 1}-03-31` };
  const today = dayAt(now);
  const disputes = disputesIn(events).filter(({ kind }) => kind !== 'conversation');
  const given = acknowledgementsIn(events);
  const live = liveDays(disputes, given, today);
  const within = (day: string): boolean => day >= whole.from && day <= whole.to;
  const counted = disputes.filter(({ status, raisedOn }) => status !== 'voided' && within(raisedOn));
  const givenThen = given.filter(({ givenOn }) => within(givenOn));

  const recordsOf = (kind: Kind): readonly { readonly lacks: readonly string[] }[] =>
    kind === 'acknowledgement'
      ? givenThen.map(({ imported }) => ({ lacks: imported ? ['withdrawal'] : [] }))
      : counted.filter((dispute) => dispute.kind === kind);
  const daysOf = (kind: Kind): readonly Days[] =>
    clipped(joined([...registerDays(events, kind), ...(live === null ? [] : [live])]), whole);

  const missing = (code: string): string | null => {
    const kind = kindOf(code);
    if (daysOf(kind).length === 0) {
      if (whole.from > today) return 'not begun';
      return recordsOf(kind).length > 0 ? 'not covered' : 'no register';
    }
    const isNoted = !HERE.test(code) || (live !== null && clipped([live], whole).length > 0);
    // It happened all the same to a row that somebody has taken on.
    const isAnEnd = code === 'informal.formalised' && counted.some(({ status }) => status === 'formalised');
    const needs = NEEDS.flatMap(([of, facts]) => (of.test(code) ? facts : []));
    const isLacking = recordsOf(kind).some(({ lacks }) => lacks.some((fact) => needs.includes(fact)));
    return (!isNoted && !isAnEnd) || isLacking || isUnplaced(code, counted, now) ? 'not collected' : null;
  };
  return {
    missing,
    part: (code) => (missing(code) === null ? partOf(daysOf(kindOf(code)), whole, today) : null),
  };
};

const kindOf = (code: string): Kind =>
  code.startsWith('acknowledgements') ? 'acknowledgement' : code.startsWith('informal') ? 'informal' : 'formal';

/** From the first day of the month in which something was first raised or given in the service itself. */
const liveDays = (
  disputes: readonly Dispute[],
  given: readonly { readonly givenOn: string; readonly imported: boolean }[],
  today: string,
): Days | null => {
  const [first] = [
    ...disputes.filter(({ row }) => row === null).map(({ raisedOn }) => raisedOn),
    ...given.filter(({ imported }) => !imported).map(({ givenOn }) => givenOn),
  ].sort();
  return first === undefined || first > today ? null : { from: `${first.slice(0, 7)}-01`, to: today };
};

interface Started {
  readonly covers: readonly (Days & { readonly kind: Kind })[];
}

/** As far as the day on which the register was read in; what was withdrawn speaks for nothing. */
const registerDays = (events: readonly RawEvent[], kind: Kind): Days[] => {
  const withdrawn = new Set(events.filter(({ type }) => type === 'ImportWithdrawn').map(({ stream }) => stream));
  return events
    .filter(({ type, stream }) => type === 'ImportStarted' && !withdrawn.has(stream))
    .flatMap(({ data, metadata }) => {
      const readOn = dayAt(metadata.occurredAt);
      return (data as unknown as Started).covers
        .filter((each) => each.kind === kind && each.from <= readOn)
        .map(({ from, to }) => ({ from, to: to < readOn ? to : readOn }));
    });
};

const nextDay = (day: string): string => new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const joined = (periods: readonly Days[]): Days[] =>
  [...periods]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .reduce<Days[]>((done, each) => {
      const last = done.at(-1);
      if (last === undefined || each.from > nextDay(last.to)) return [...done, each];
      return [...done.slice(0, -1), { from: last.from, to: last.to > each.to ? last.to : each.to }];
    }, []);

const clipped = (periods: readonly Days[], { from, to }: Days): Days[] =>
  periods
    .filter((each) => each.from <= to && each.to >= from)
    .map((each) => ({ from: each.from < from ? from : each.from, to: each.to > to ? to : each.to }));

const partOf = (days: readonly Days[], whole: Days, today: string): string | null => {
  const [only, ...more] = days;
  if (only !== undefined && more.length === 0 && only.from === whole.from) {
    if (only.to === whole.to) return null;
    if (today <= whole.to) return `so far, to ${only.to}`;
  }
  return `kept ${days.map(({ from, to }) => `from ${from} to ${to}`).join(' and ')} only`;
};

/** The answer in a row of a register that went above the first stage may belong to any stage of the main ladder up to there. */
const isUnplaced = (code: string, counted: readonly Dispute[], now: string): boolean => {
  const stage = Number(/^formal\.stage(\d)\.answer/.exec(code)?.[1] ?? 0);
  if (stage < 2) return false;
  const formal = counted.filter(({ kind }) => kind === 'formal');
  const answers = formal.flatMap((dispute) => answersIn(dispute, now).map((answer) => ({ ...answer, dispute })));
  const unplaced = answers.filter((each) => each.stage === null).map(({ dispute }) => highestStage(dispute));
  return stage <= Math.max(0, ...unplaced) && answers.every((each) => each.ladder !== 'main' || each.stage !== stage);
};
