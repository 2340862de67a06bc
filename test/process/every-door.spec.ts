import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../../src/calendar/calendar.js';
import { currentRound, isFrozen, isPaused } from '../../src/disputes/dispute.js';
import { startOfDay } from '../../src/calendar/dates.js';
import { shortDay } from '../../src/calendar/in-words.js';
import { answerDate } from '../../src/disputes/time/dates.js';
import { missedAt } from '../../src/disputes/time/late.js';
import { standingOf } from '../../src/disputes/time/standing.js';
import { type Protocol } from '../../src/protocol/protocol.js';
import { protocolBook } from '../../src/protocol/protocol-book.js';
import { readProtocol } from '../../src/protocol/read-protocol.js';
import { casesOf, patienceFor, seed } from '../faults/cases.js';
import { shipped } from '../support/shipped.js';
import { anyProtocolFile } from './any-protocol.js';
import { Doors, type DoorsAt, folded, type Lived, lived } from './doors.js';
import { historyOfDates, type Step } from './histories.js';
import { untilReached } from './until-reached.js';

/*
 * Page, list, board, work, meeting papers, notices, alarm clock and figures say the same of what is late, by when it is due and who must
 * act; and what the page says is worked out here once more, from the record of the moment at which the answer was due. A failing run
 * prints its seed and the shortest histories that show the fault.
 */

const CASES = casesOf('doors');

/** Five at a time, for it costs more to make read models than to ask them. */
const DISPUTES = 5;
const INSTANTS = 8;

const HALF_AN_HOUR = 30 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/** Days that end at midnight in London and an hour apart from it in UTC, and weeks in which the clocks change. */
const beginnings: fc.Arbitrary<Instant> = fc.constantFrom(
  '2022-04-14T09:00:00.000Z',
  '2022-07-04T23:30:00.000Z',
  '2022-10-24T10:00:00.000Z',
  '2023-03-20T10:00:00.000Z',
);
const THE_CLOCKS_CHANGE: readonly Instant[] = ['2022-10-30T01:00:00.000Z', '2023-03-26T01:00:00.000Z'];

const ofShipped = ['house', 'alerts-2017', 'barnet', 'leicestershire', 'worcestershire'].map(
  (name) => shipped(name).protocol,
);
/** Mostly one that lets the IRO pause a clock, or few would stand still when their date comes. */
const anyProtocol: fc.Arbitrary<Protocol> = fc
  .tuple(
    fc.oneof(
      { arbitrary: fc.constantFrom(...ofShipped), weight: 1 },
      { arbitrary: anyProtocolFile.map((file) => readProtocol(file, 'generated.yaml').protocol), weight: 4 },
    ),
    fc.constantFrom(true, true, false),
  )
  .map(([protocol, pauses]) => (pauses ? { ...protocol, pauses: { allowed: true, by: ['iro'] } } : protocol));
const someDisputes = fc.array(fc.tuple(historyOfDates, beginnings), { minLength: 1, maxLength: DISPUTES, size: 'max' });
/** Choices of the moments that matter, each with a shift: within the last hour, at it, and later. */
const someInstants = fc.array(
  fc.tuple(fc.nat(1000), fc.constantFrom(-HALF_AN_HOUR, -1, 0, HALF_AN_HOUR, 2 * DAY, 20 * DAY)),
  { minLength: INSTANTS, maxLength: INSTANTS },
);

/** Every moment from which a date of these disputes is late, the last thing that happened in each, and the changes of the clocks. */
const momentsThatMatter = (disputes: readonly Lived[]): Instant[] => [
  ...disputes.flatMap(({ events, state }) => {
    const last = events.at(-1)?.metadata.occurredAt;
    const { rounds, totalCap } =
      state.status === 'open' || state.status === 'ended' ? state.matter : { rounds: [], totalCap: null };
    const dates = rounds.flatMap(({ deadline, receipt }) => [deadline?.dueAt, deadline?.dueAt, receipt?.dueAt]);
    return [...dates, totalCap?.dueAt, last].filter((moment) => moment != null);
  }),
  ...THE_CLOCKS_CHANGE,
];

/**
 * Apart from the rule: the answer of the round that runs is late when, at the moment it was due or at which that date was set if that was
 * later, the record shows it awaited and its clock running, and it is awaited still.
 */
const isLateByTheRecord = ({ events, state }: Lived, protocol: Protocol, now: Instant): boolean => {
  const protocols = protocolBook([{ version: 1, from: '2020-01-01', protocol }]);
  if (state.status !== 'open' || standingOf(state.matter, protocols) !== 'awaiting-answer') return false;
  const { number, deadline } = currentRound(state.matter);
  const dueAt = deadline?.dueAt ?? null;
  if (dueAt === null || now < dueAt) return false;
  const set = events.findLastIndex(({ type, data }) => type === 'AnswerDeadlineSet' && data.round === number);
  const then = folded(events.filter(({ metadata }, index) => index <= set || metadata.occurredAt < dueAt));
  if (then.status !== 'open') return false;
  if (diedBefore(dueAt, events)) return false;
  return !isPaused(currentRound(then.matter)) && !isFrozen(then.matter);
};

/** A death stops what was in time on its day, however late it becomes known, until somebody lets the dispute go on. */
const diedBefore = (dueAt: Instant, events: Lived['events']): boolean => {
  const freeze = events.findLast(({ type }) => type === 'DisputeFrozen' || type === 'DisputeUnfrozen');
  return freeze?.type === 'DisputeFrozen' && startOfDay(freeze.data.from as string) < dueAt;
};

const seen = { late: 0, due: 0, paused: 0, partly: 0, frozen: 0, recalled: 0, endedUnanswered: 0 };

const note = ({ state }: Lived, late: boolean, now: Instant): void => {
  if (state.status !== 'open' && state.status !== 'ended') return;
  const round = currentRound(state.matter);
  const dueAt = round.deadline?.dueAt ?? null;
  const passed = dueAt !== null && now >= dueAt;
  if (late) seen.late++;
  if (!late && dueAt !== null && !passed && round.answeredAt === null) seen.due++;
  if (passed && !late && isPaused(round) && !isFrozen(state.matter) && round.answeredAt === null) seen.paused++;
  if (late && round.answers.length > 0) seen.partly++;
  if (passed && isFrozen(state.matter)) seen.frozen++;
  if (passed && round.recalledAt !== null) seen.recalled++;
  if (passed && state.status === 'ended' && round.answeredAt === null) seen.endedUnanswered++;
};

/** They gave an answer of the round that runs, as themselves, not for a meeting or for somebody outside of the council. */
const hasAnswered = (person: string, state: Lived['state']): boolean =>
  state.status === 'open' &&
  currentRound(state.matter).answers.some(
    (answer) => answer.person === person && answer.meeting === undefined && answer.enteredFor === undefined,
  );

/** An open row of a register that nobody has taken on: nothing is due from it, and what it missed by its own date stays missed. */
const isMissedInRegister = (
  { status }: Lived['state'],
  { ending, registerDate }: ReturnType<DoorsAt['page']>,
): boolean => status === 'imported' && ending === null && registerDate?.answeredOn === null && registerDate.missed;

const everyDoorAgrees = (dispute: Lived, protocol: Protocol, doors: DoorsAt): void => {
  const { state, events } = dispute;
  const { now } = doors;
  const view = doors.page(dispute);
  const waits = view.waitingFor;
  const round = view.rounds.at(-1);
  const late = round?.deadline?.overdue ?? false;
  note(dispute, late, now);
  const all = `${now} ${events.map(({ type }) => type).join(' ')}`;
  const same = (door: string, said: unknown, expected: unknown): void =>
    expect({ door, said, all }).toEqual({ door, said: expected, all });

  same(
    'earlier rounds',
    view.rounds.slice(0, -1).some(({ deadline }) => deadline?.overdue),
    false,
  );
  const isPast = events.every(({ metadata }) => metadata.occurredAt <= now);
  if (isPast) same('record', isLateByTheRecord(dispute, protocol, now), late);

  const list = doors.list(dispute);
  same('list: late', list.late, late || isMissedInRegister(state, view));
  same('list: waits for', list.waitsFor, waits?.what ?? null);
  same('list: who', new Set(list.who), new Set(waits?.roles));
  same('list: due', list.isDueSome, waits?.what === 'answer' && waits.dueAt !== null);

  const board = doors.onBoard(dispute);
  if (state.status === 'open') {
    same(
      'board',
      { ...board, who: new Set(board!.who) },
      {
        late,
        dueAt: waits!.dueAt,
        waitsFor: waits!.what,
        who: new Set(waits!.roles),
        receiptLate: round!.receipt !== null && board!.receiptLate,
      },
    );
    if (board!.receiptLate) same('receipt', round!.receipt!.missed, true);
  } else {
    same('board: late', board?.late ?? false, false);
  }

  const held = view.heldBy?.id;
  for (const [person, seat] of [
    ['the-team-manager', 'team-manager'],
    ['the-director', 'director'],
    [held, 'iro'],
  ] as const) {
    if (person === undefined || state.status === 'imported') continue;
    const work = doors.workOf(person, dispute);
    // A dispute that a death has set aside is asked of nobody, until somebody decides what becomes of it.
    const isSetAside = state.status === 'open' && isFrozen(state.matter);
    const isAsked = waits !== null && !isSetAside && waits.roles.includes(seat) && doors.mayRead(person, dispute);
    // Nobody judges what they have answered themselves.
    const theirs = isAsked && !(waits.what === 'judgement' && hasAnswered(person, state));
    same(
      `work of ${seat}`,
      work && { late: work.late, dueAt: work.dueAt },
      theirs ? { late, dueAt: waits!.dueAt } : undefined,
    );
  }

  const line = doors.papers(dispute);
  if (!line.startsWith('Restricted') && events.length > 0) {
    same('papers: late', line.includes(', late'), late);
    if (waits?.what === 'answer')
      same(
        'papers: due',
        line.includes(`due ${waits.dueOn === null ? '' : shortDay(waits.dueOn)}`),
        waits.dueOn !== null,
      );
  }

  const lateActions = view.actions
    .filter(({ missed, doneOn }) => missed === true && doneOn === null)
    .map(({ actionId }) => actionId);
  const isTakenBack = view.ending !== null && ['withdrawn', 'voided'].includes(view.ending.how);
  if (!isTakenBack) {
    same('board: actions', doors.lateActionsOnBoard(dispute).sort(), lateActions);
    same('agenda: actions', doors.agenda(dispute).lateActions, lateActions.length);
  }

  if (view.totalCap !== null && view.totalCap !== undefined) {
    const { isOverTotal } = doors.agenda(dispute);
    if (isOverTotal !== undefined) same('agenda: total', isOverTotal, view.totalCap.missed);
    const ofFigures = doors.isOverTotal(dispute, view.raisedOn!);
    if (ofFigures !== undefined) same('figure: total', ofFigures, view.totalCap.missed);
  }

  const { byTheRecord, byTheSheet } = doors.toBeRecorded(dispute);
  same('alarm clock', byTheSheet, byTheRecord);

  if (state.status !== 'open' && state.status !== 'ended') return;
  const current = currentRound(state.matter);
  const told = current.passed.answer ? undefined : doors.toldLate(dispute, current.number);
  if (!current.passed.answer) {
    same('notice', told === undefined ? [] : [...new Set(told)].sort(), late ? [...new Set(waits!.roles)].sort() : []);
  }
  if (doors.isReminded(dispute)) {
    same(
      'reminder',
      { what: waits?.what, late, isDated: waits?.dueAt != null },
      { what: 'answer', late: false, isDated: true },
    );
  }

  const figures = doors.figures(dispute);
  for (const each of state.matter.rounds) {
    const inTime = figures.get(each.number) ?? null;
    const shown = view.rounds[each.number - 1]!;
    const missed = missedAt(answerDate(each, state.matter), now) !== null;
    same(`figure of round ${each.number}`, inTime === false, missed);
    if (shown.deadline?.overdue) same('figure: late', inTime, false);
    if (each.answeredAt === null) continue;
    same(
      'page: late answer',
      shown.answers.some((answer) => answer.late),
      missed,
    );
  }
};

describe('Every door', () => {
  it(
    'says the same of what is late, by when it is due and who must act',
    async () => {
      let runsBegun = 0;
      const runs = (numRuns: number): Promise<void> =>
        fc.assert(
          fc.asyncProperty(anyProtocol, someDisputes, someInstants, async (protocol, histories, instants) => {
            const disputes = histories.map(([steps, begins]: [Step[], Instant], index) =>
              lived(steps, protocol, `DRP-0000-000${index}`, begins),
            );
            const doors = await Doors.open(disputes, protocol);
            const moments = momentsThatMatter(disputes);
            try {
              for (const [which, apart] of instants) {
                const moment = moments[which % moments.length]!;
                const at = doors.at(new Date(Date.parse(moment) + apart).toISOString());
                for (const dispute of disputes) everyDoorAgrees(dispute, protocol, at);
              }
            } finally {
              await doors.close();
            }
          }),
          { numRuns, seed: seed + runsBegun++ },
        );
      await runs(CASES);
      // The histories do come to what is hard, or the doors would agree about nothing.
      const seldom = () => Object.keys(seen).filter((what) => seen[what as keyof typeof seen] < CASES / 25);
      expect(await untilReached(seldom, () => runs(Math.ceil(CASES / 4)))).toEqual([]);
    },
    patienceFor(CASES, 5_000),
  );
});
