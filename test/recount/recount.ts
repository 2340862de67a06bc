import {
  type Acknowledgement,
  acknowledgementsIn,
  type Dispute,
  disputesIn,
  highestStage,
  type RawEvent,
  dayAt,
  type Round,
  type Row,
} from './record.js';

/*
 * The figures of one year, worked out from the raw record in the plainest way: a list, a filter and a count. They are compared with what the
 * program prints, cell by cell.
 */

/** Figures by the name of their cell; a cell that is not here counts nothing. */
export type Cells = ReadonlyMap<string, number>;

export interface Recount {
  readonly annual: Cells;
  /** Answers and replaced rounds by the stage of the ladder they belong to, and by level. */
  readonly rounds: Cells;
  readonly themes: Cells;
  readonly places: Cells;
  readonly soWhat: Cells;
  readonly repeats: Cells;
}

/** @param year written `2022/23` */
export const recount = (events: readonly RawEvent[], year: string, now: string): Recount => {
  const all = disputesIn(events);
  const given = acknowledgementsIn(events).filter(({ givenOn }) => isIn(year, givenOn));
  const raised = all.filter((dispute) => isIn(year, dispute.raisedOn));
  const counted = raised.filter(isDispute);
  return {
    annual: annualOf(raised, counted, given, now),
    rounds: roundsOf(counted, now),
    themes: themesOf(counted, given),
    places: placesOf(counted),
    soWhat: soWhatOf(counted, all),
    repeats: repeatsOf(counted, all),
  };
};

const isDispute = ({ kind, status }: Dispute): boolean => kind !== 'conversation' && status !== 'voided';

const isIn = (year: string, day: string): boolean => {
  const first = Number(year.slice(0, 4));
  return day >= `${first}-04-01` && day <= `${first + 1}-03-31`;
};

const quarterOf = (day: string): string => `Q${[4, 1, 2, 3][Math.floor((Number(day.slice(5, 7)) - 1) / 3)]}`;

/** Drift and delay is the one group of several themes. */
const groupOf = (theme: string | null): string => (theme?.startsWith('DD-') ? 'DD' : (theme ?? ''));

class Counting {
  readonly cells = new Map<string, number>();

  add(cell: string, count = 1): void {
    this.cells.set(cell, (this.cells.get(cell) ?? 0) + count);
  }

  addIf(isSo: boolean, cell: string): void {
    this.add(cell, isSo ? 1 : 0);
  }
}

const annualOf = (
  raised: readonly Dispute[],
  counted: readonly Dispute[],
  given: readonly Acknowledgement[],
  now: string,
): Cells => {
  const made = new Counting();
  for (const dispute of counted) {
    const { kind, status, outcome } = dispute;
    made.add(kind);
    made.addIf(groupOf(dispute.theme) === 'DD', `${kind}.driftAndDelay`);
    made.addIf(['Q1', 'Q2'].includes(quarterOf(dispute.raisedOn)), `${kind}.firstHalf`);
    for (const each of ['resolved', 'stalemate', 'withdrawn', 'open']) made.addIf(status === each, `${kind}.${each}`);
    made.addIf(status === 'ended-otherwise', `${kind}.endedOtherwise`);
    made.addIf(status === 'ended-otherwise' && outcome === null, `${kind}.closedNotRecorded`);
    made.addIf(dispute.reopened > 0, `${kind}.reopened`);
    made.addIf(
      dispute.links.some((link) => link.kind === 're-raises'),
      `${kind}.reRaised`,
    );
    made.addIf(dispute.referredToCafcass, `${kind}.cafcassReferrals`);
    made.addIf(dispute.childView, `${kind}.childView`);
    made.addIf(dispute.agencies > 0, `${kind}.otherAgencies`);
    made.addIf(dispute.extended, `${kind}.extended`);
    if (kind === 'informal') {
      made.addIf(status === 'formalised', 'informal.formalised');
      made.addIf(dispute.beyondInformal, 'informal.preFormal');
    }
    if (kind === 'formal') {
      made.addIf(dispute.dissents, 'formal.iroDissents');
      made.addIf(dispute.challengeMeeting, 'formal.challengeMeetings');
      const reached = formalStage(dispute.ladder, highestStage(dispute));
      made.add(reached);
      made.addIf(status === 'resolved', `${reached}.settled`);
    }
    for (const { ladder, stage, inTime } of answersIn(dispute, now)) {
      made.add(`${kind}.answersDue`);
      made.addIf(inTime, `${kind}.answeredInTime`);
      if (kind === 'formal' && stage !== null) {
        made.add(`${formalStage(ladder, stage)}.answersDue`);
        made.addIf(inTime, `${formalStage(ladder, stage)}.answeredInTime`);
      }
    }
  }
  for (const { status, actions } of raised) {
    if (status === 'voided') continue;
    made.add('actions', actions.size);
    made.add('actions.done', [...actions.values()].filter(Boolean).length);
  }
  for (const kind of ['informal', 'formal']) {
    made.add(`${kind}.children`, childrenOf(counted.filter((dispute) => dispute.kind === kind)));
  }
  made.add('disputes.children', childrenOf(counted));
  made.add(
    'disputes.voided',
    raised.filter(({ status, kind }) => status === 'voided' && kind !== 'conversation').length,
  );
  made.add('conversations', raised.filter(({ status }) => status === 'recorded').length);
  made.add('acknowledgements', given.length);
  made.add('acknowledgements.children', childrenOf(given));
  made.add('acknowledgements.withdrawn', given.filter(({ withdrawn }) => withdrawn).length);
  return made.cells;
};

/** The stages of the main ladder are named without it. */
const formalStage = (ladder: string, stage: number): string =>
  `formal${ladder === 'main' ? '' : `.${ladder}`}.stage${stage}`;

/** Each round counts on the ladder it was in, also where its dispute has gone on in another since. */
const roundsOf = (counted: readonly Dispute[], now: string): Cells => {
  const made = new Counting();
  for (const dispute of counted) {
    const isWithoutStage = dispute.kind === 'formal' && dispute.lacks.includes('stage');
    for (const { ladder, stage, level, inTime, isOfRegister } of answersIn(dispute, now)) {
      for (const place of [`stage ${ladder} ${isWithoutStage && isOfRegister ? null : stage}`, `level ${level}`]) {
        made.add(`${place} due`);
        made.addIf(inTime, `${place} in time`);
      }
    }
    for (const { ladder, stage, level } of replacedIn(dispute, now)) {
      made.add(`stage ${ladder} ${stage} replaced`);
      made.add(`level ${level} replaced`);
    }
  }
  return made.cells;
};

const childrenOf = (records: readonly { readonly children: readonly string[] }[]): number =>
  new Set(records.flatMap(({ children }) => children)).size;

interface Answer extends Pick<Round, 'ladder' | 'stage' | 'level'> {
  readonly inTime: boolean;
  readonly isOfRegister: boolean;
}

/** The answers that were due, and whether each came by its first date. */
export const answersIn = (dispute: Dispute, now: string): Answer[] => [
  ...registerAnswer(dispute).map((answer) => ({ ...answer, ladder: 'main', level: null, isOfRegister: true })),
  ...dispute.rounds.flatMap(({ ladder, stage, level, ...round }) => {
    const inTime = wasInTime({ ...round, stage }, dispute, now);
    return inTime === null ? [] : [{ ladder, stage, level, inTime, isOfRegister: false }];
  }),
];

/** Null where no answer was due. */
const wasInTime = (
  { firstDueAt, answeredAt, ...round }: Omit<Round, 'ladder' | 'level'>,
  { frozenFrom, row }: Dispute,
  now: string,
): boolean | null => {
  if (firstDueAt === null) return null;
  const overAt = earliest(round.recalledAt, round.overAt);
  const stoppedAt = earliest(round.pausedAt, round.frozenAt, frozenFrom);
  const until = [now, answeredAt, overAt, stoppedAt].filter((moment) => moment !== null);
  const reached = until.every((moment) => moment >= firstDueAt);
  const wanted = answeredAt !== null && (answeredAt < firstDueAt || overAt === null || overAt >= firstDueAt);
  if (!reached && !wanted) return null;
  const inRegister = row !== null && round.number === 1 ? firstByRegister(row, round.stage) : null;
  return inRegister === null ? !reached : !until.every((moment) => dayAt(moment) > inRegister);
};

/** The date of a register for the answer of the stage that its row went on with. */
const firstByRegister = ({ dueOn, answeredOn, stageReached }: Row, stage: number | null): string | null =>
  answeredOn === null && stageReached <= 1 && stageReached === stage ? dueOn : null;

/** Rounds in whose place came one with the clock of another level, before an answer was due. */
const replacedIn = (dispute: Dispute, now: string): Round[] =>
  dispute.rounds.filter(
    (round) => round.replaced && round.answeredAt === null && wasInTime(round, dispute, now) === null,
  );

const earliest = (...moments: readonly (string | null)[]): string | null =>
  moments.filter((moment) => moment !== null).sort()[0] ?? null;

const STOPPED = ['WDRAWN', 'ENDED-CARE', 'TO-CAF'];

const registerAnswer = ({ row, lacks, readOn }: Dispute): { stage: number | null; inTime: boolean }[] => {
  if (row === null || row.dueOn === null) return [];
  const stage = row.stageReached > 1 ? null : row.stageReached;
  if (row.answeredOn !== null) return [{ stage, inTime: row.answeredOn <= row.dueOn }];
  if (lacks.includes('answer date') || row.dueOn >= readOn) return [];
  const ended = row.resolvedOn === null ? STOPPED.includes(row.outcome ?? '') : row.resolvedOn <= row.dueOn;
  return ended ? [] : [{ stage, inTime: false }];
};

const themesOf = (counted: readonly Dispute[], given: readonly Acknowledgement[]): Cells => {
  const made = new Counting();
  for (const dispute of counted) {
    const { kind, team, theme, raisedOn, ladder, lacks } = dispute;
    made.add([kind, team, quarterOf(raisedOn), groupOf(theme)].join(' '));
    made.add(`${kind} at ${ladder} ${lacks.includes('stage') ? null : highestStage(dispute)}`);
  }
  for (const { team, givenOn } of given) made.add(['acknowledgement', team, quarterOf(givenOn)].join(' '));
  return made.cells;
};

const placesOf = (counted: readonly Dispute[]): Cells => {
  const made = new Counting();
  for (const dispute of counted) made.add(`${dispute.kind} ${dispute.ladder}: ${placeOf(dispute)}`);
  return made.cells;
};

const placeOf = (dispute: Dispute): string => {
  const { status, outcome, challengeMeeting, lacks } = dispute;
  if (outcome === 'TO-CAF') return 'cafcass';
  if (status === 'resolved')
    return challengeMeeting ? 'challenge' : `settled ${lacks.includes('stage') ? '?' : highestStage(dispute)}`;
  if (status === 'formalised') return 'became-formal';
  if (status === 'ended-otherwise' && outcome === null) return 'closed-not-recorded';
  return status === 'open' && lacks.includes('end') ? 'not-collected' : status;
};

const soWhatOf = (counted: readonly Dispute[], all: readonly Dispute[]): Cells => {
  const made = new Counting();
  const raisedAgain = new Set(
    all
      .filter((dispute) => dispute.kind !== 'conversation' && dispute.status !== 'voided')
      .flatMap(({ links }) => links.filter(({ kind }) => kind === 're-raises').slice(0, 1))
      .map(({ to }) => to),
  );
  made.add('raised', counted.length);
  const closed = counted.filter(({ status }) => ['resolved', 'stalemate', 'ended-otherwise'].includes(status));
  made.add('closed', closed.length);
  for (const { outcome, impact, reference, takenOn } of closed) {
    made.add(`outcome ${outcome}`);
    for (const code of impact.length === 0 ? ['none'] : new Set(impact)) made.add(`impact ${code}`);
    made.addIf(takenOn && raisedAgain.has(reference), 'raised again');
  }
  made.add('reopened', counted.filter(({ reopened }) => reopened > 0).length);
  return made.cells;
};

/** Six months back, on the same day of the month or the last one there is. */
const sixMonthsBefore = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const months = year * 12 + month - 1 - 6;
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(months / 12), months % 12, Math.min(date, last))).toISOString().slice(0, 10);
};

const repeatsOf = (counted: readonly Dispute[], all: readonly Dispute[]): Cells => {
  const stands = (dispute: Dispute): boolean => isDispute(dispute) && dispute.status !== 'withdrawn';
  const made = new Counting();
  for (const later of counted.filter(stands)) {
    made.add('raised');
    const repeated = all.filter(stands).some((earlier) => {
      const isEarlier =
        earlier.raisedOn < later.raisedOn ||
        (earlier.raisedOn === later.raisedOn && earlier.reference < later.reference);
      const isSame =
        earlier.children.some((child) => later.children.includes(child)) &&
        groupOf(earlier.theme) === groupOf(later.theme);
      const continuesIt =
        earlier.formalisedBy === later.reference ||
        later.links.find(({ kind }) => kind === 'formalises')?.to === earlier.reference;
      return (
        isEarlier &&
        isSame &&
        !continuesIt &&
        earlier.reference !== later.reference &&
        earlier.raisedOn >= sixMonthsBefore(later.raisedOn)
      );
    });
    made.addIf(repeated, 'repeated');
  }
  return made.cells;
};

/** The financial years in which something was raised or given. */
export const yearsIn = (events: readonly RawEvent[]): string[] => {
  const days = [
    ...disputesIn(events).map(({ raisedOn }) => raisedOn),
    ...acknowledgementsIn(events).map(({ givenOn }) => givenOn),
  ];
  const years = days.map((day) => {
    const first = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
    return `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
  });
  return [...new Set(years)].sort();
};

export type { RawEvent };
